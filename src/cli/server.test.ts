import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { serve, type ServeOptions } from './server.ts';

let close = (): void => undefined;
afterEach(() => close());

async function server(options?: ServeOptions) {
  const { server, port } = await serve(options);
  close = () => void server.close();
  return { port, address: (server.address() as AddressInfo).address };
}

/** Status of the answer to a request with this method and Host. */
function statusOf(port: number, { method = 'GET', host = `localhost:${port}` } = {}) {
  return new Promise<number | undefined>((resolve, reject) => {
    request({ port, method, path: '/packages/', headers: { host }, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the local server', () => {
  it('listens on this machine only', async () => {
    expect((await server()).address).toBe('127.0.0.1');
  });

  it.each(['localhost', '127.0.0.1', '[::1]:4173'])('answers to the name %s', async (host) => {
    const { port } = await server();
    expect(await statusOf(port, { host })).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example'])(
    'does not answer to the name "%s", which may point here from elsewhere',
    async (host) => {
      const { port } = await server();
      expect(await statusOf(port, { host })).toBe(421);
    },
  );

  it('answers to any name where it was opened', async () => {
    const { port } = await server({ host: '127.0.0.1' });
    expect(await statusOf(port, { host: 'training.example' })).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    const { port } = await server();
    expect(await statusOf(port, { method })).toBe(405);
  });
});
