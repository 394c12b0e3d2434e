import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test as base, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { FakeCmi5Lms } from '#src/tracking/testing/lrs/fake-cmi5-lms.ts';
import { FakeLrs, type LrsAnswer } from '#src/tracking/testing/lrs/fake-lrs.ts';
import { Learner } from './learner.ts';

type LrsFormat = 'cmi5' | 'xapi';

/** A server of the real package's files, as they lie in `dist/`; nothing else is known to it. */
export class Files {
  readonly address: string;
  readonly #files: Readonly<Record<string, Uint8Array>>;
  readonly #server: Server;

  static async serve(format: LrsFormat): Promise<Files> {
    const name = readdirSync('dist').find((file) => file.endsWith(`-${format}.zip`));
    if (!name) throw new Error(`There is no ${format} package: run \`npm run pack\`.`);
    const files = unzipSync(readFileSync(join('dist', name)));
    const server = createServer();
    return new Files(files, server, await listening(server));
  }

  private constructor(files: Readonly<Record<string, Uint8Array>>, server: Server, port: number) {
    this.#files = files;
    this.#server = server;
    this.address = `http://localhost:${port}/trade/`;
    server.on('request', (request: IncomingMessage, response: ServerResponse) =>
      this.#give(new URL(request.url ?? '', this.address).pathname, response),
    );
  }

  /** A file as it is served, to be changed by a test. */
  text(path: string): string {
    return new TextDecoder().decode(this.#files[path]);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #give(pathname: string, response: ServerResponse): void {
    const file = this.#files[pathname.replace('/trade/', '')];
    response.writeHead(file ? 200 : 404, { 'Content-Type': typeOf(pathname) }).end(file);
  }
}

const typeOf = (path: string) =>
  ({ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' })[
    extname(path)
  ] ?? 'application/octet-stream';

/** Puts an LRS on an origin of its own, so that every request crosses origins. */
export class LrsServer<T extends FakeLrs> {
  readonly lrs: T;
  readonly #server: Server;
  /** From this request on, counted from 1, the line is cut: it arrives, and its answer does not. */
  cutAt = Infinity;
  requests = 0;

  static async serve<T extends FakeLrs>(make: (origin: string) => T): Promise<LrsServer<T>> {
    const server = createServer();
    const port = await listening(server);
    return new LrsServer(make(`http://127.0.0.1:${port}`), server);
  }

  private constructor(lrs: T, server: Server) {
    this.lrs = lrs;
    this.#server = server;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void this.#answer(request, response);
    });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return send(response, { status: 204 });
    const body = await text(request);
    this.requests += 1;
    if (this.requests > this.cutAt) return void request.socket.destroy();
    const url = new URL(request.url ?? '', this.lrs.origin);
    const answer = this.lrs.handle({
      method: request.method ?? 'GET',
      resource: url.href.split('?')[0]?.replace(this.lrs.endpoint, '') ?? '',
      query: url.searchParams,
      headers: headersOf(request),
      body,
    });
    if (this.requests === this.cutAt) return void request.socket.destroy();
    send(response, answer);
  }
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  return headers;
}

/** What an LRS must answer so that a course from elsewhere may speak to it. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, PUT, POST',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-Match, If-None-Match, X-Experience-API-Version',
  'Access-Control-Expose-Headers': 'ETag',
};

function send(response: ServerResponse, { status, body, headers }: LrsAnswer): void {
  response.writeHead(status, { ...CORS, ...headers }).end(body);
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => resolve((server.address() as AddressInfo).port));
  });
}

interface Fixtures {
  readonly cmi5: LrsServer<FakeCmi5Lms>;
  readonly xapi: LrsServer<FakeLrs>;
}

interface Servers {
  readonly cmi5Files: Files;
  readonly xapiFiles: Files;
}

/* eslint-disable no-empty-pattern -- Playwright insists on the first parameter being destructured. */
export const test = base.extend<Fixtures, Servers>({
  cmi5Files: [async ({}, use) => withFiles('cmi5', use), { scope: 'worker' }],
  xapiFiles: [async ({}, use) => withFiles('xapi', use), { scope: 'worker' }],
  cmi5: async ({}, use) => {
    const server = await LrsServer.serve((origin) => new FakeCmi5Lms(origin));
    await use(server);
    server.close();
  },
  xapi: async ({}, use) => {
    const server = await LrsServer.serve((origin) => new FakeLrs(origin));
    await use(server);
    server.close();
  },
});
/* eslint-enable no-empty-pattern */

async function withFiles(format: LrsFormat, use: (files: Files) => Promise<void>): Promise<void> {
  const files = await Files.serve(format);
  await use(files);
  files.close();
}

/** Opens the course as an LMS does; returns the learner in front of it. */
export async function launched(page: Page, { address }: Files, search: string): Promise<Learner> {
  await page.goto(`${address}index.html${search}`);
  return new Learner(page);
}

export { expect } from '@playwright/test';
