import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PackageInfo } from './contract.ts';
import { createSimulatorHandler } from './server.ts';
import { makeTinyPackage, makeZip } from './testing/tiny-package.ts';

let folder: string;
let site: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  site = await mkdtemp(join(tmpdir(), 'simulator-site-'));
  await writeFile(join(site, 'index.html'), 'the page');
  await writeFile(
    join(folder, 'tiny.zip'),
    makeTinyPackage('scorm12', { files: { 'a/photo.webp': 'w', 'style.css': 'c' } }),
  );
  await writeFile(join(folder, 'broken.zip'), 'not a zip');
  await writeFile(join(folder, 'notes.txt'), 'not a package');
  const handler = createSimulatorHandler({ packagesFolder: folder, siteFolder: site });
  server = createServer((request, response) =>
    handler(request, response, () => response.end('next')),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  server.close();
  await Promise.all([folder, site].map((path) => rm(path, { recursive: true })));
});

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends the path as it is: `fetch` would tidy it. */
function get(path: string, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (body += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    request.on('error', reject).end();
  });
}

const run = (profile: string, file: string, zip = 'tiny.zip') =>
  get(`/simulator/run/${profile}/${zip}/a/deep/path/${file}`);
const typeOf = async (profile: string, file: string) =>
  (await run(profile, file)).headers['content-type']?.split(';')[0];

describe('the list of packages', () => {
  it('names every zip, a broken one with the reason', async () => {
    const list = JSON.parse((await get('/simulator/api/packages')).body) as PackageInfo[];
    expect(list).toEqual([
      {
        name: 'broken.zip',
        bytes: 9,
        kind: 'unknown',
        title: 'broken',
        launch: '',
        problem: 'cannot be read: invalid zip data',
      },
      {
        name: 'tiny.zip',
        bytes: expect.any(Number) as number,
        kind: 'scorm12',
        title: 'Tiny course',
        launch: 'index.html',
      },
    ]);
  });

  it('is empty without a folder', async () => {
    const handler = createSimulatorHandler({
      packagesFolder: join(folder, 'none'),
      siteFolder: site,
    });
    const other = createServer((request, response) =>
      handler(request, response, () => undefined),
    ).listen(0);
    const { port: otherPort } = other.address() as AddressInfo;
    const response = await fetch(`http://localhost:${otherPort}/simulator/api/packages`);
    expect(await response.json()).toEqual([]);
    other.close();
  });

  it('and the files follow a zip that changes', async () => {
    await writeFile(join(folder, 'web.zip'), makeZip({ 'index.html': '<title>One</title>' }));
    expect((await run('ordinary', 'index.html', 'web.zip')).body).toBe('<title>One</title>');
    await writeFile(join(folder, 'web.zip'), makeZip({ 'index.html': '<title>Second</title>' }));
    expect((await run('ordinary', 'index.html', 'web.zip')).body).toBe('<title>Second</title>');
    expect((await get('/simulator/api/packages')).body).toContain('"title":"Second"');
    await rm(join(folder, 'web.zip'));
    expect((await run('ordinary', 'index.html', 'web.zip')).status).toBe(404);
  });
});

describe('a file of a package', () => {
  it('comes from the zip with its right type, uncompressed', async () => {
    const { status, headers, body } = await run('ordinary', 'index.html');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(body).toContain('Tiny course');
    expect(await typeOf('ordinary', 'course.js')).toBe('text/javascript');
    expect(await typeOf('ordinary', 'a/photo.webp')).toBe('image/webp');
  });

  it.each([
    ['octet', 'application/octet-stream'],
    ['plain', 'text/plain'],
  ])('under %s is labelled %s unless it is a page', async (profile, type) => {
    expect(await typeOf(profile, 'course.js')).toBe(type);
    expect(await typeOf(profile, 'style.css')).toBe(type);
    expect(await typeOf(profile, 'index.html')).toBe('text/html');
  });

  it('under csp and no-unload carries that policy', async () => {
    const { headers } = await run('csp', 'index.html');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'self'; script-src 'self' 'unsafe-inline'/,
    );
    expect(headers['content-security-policy']).not.toContain('eval');
    expect((await run('no-unload', 'index.html')).headers['permissions-policy']).toBe('unload=()');
  });

  it('under poor-mime is there only if its type is a common one', async () => {
    expect((await run('poor-mime', 'a/photo.webp')).status).toBe(404);
    expect((await run('poor-mime', 'course.js')).status).toBe(200);
  });

  it.each([
    [
      '/simulator/run/ordinary/none.zip/a/deep/path/index.html',
      404,
      'There is no package “none.zip”.',
    ],
    [
      '/simulator/run/ordinary/notes.txt/a/deep/path/index.html',
      404,
      'There is no package “notes.txt”.',
    ],
    [
      '/simulator/run/slow/tiny.zip/a/deep/path/index.html',
      404,
      'There is no serving profile “slow”.',
    ],
    [
      '/simulator/run/ordinary/tiny.zip/a/deep/path/Index.html',
      404,
      '“Index.html” is not in tiny.zip, or not served with “ordinary”.',
    ],
    [
      '/simulator/run/ordinary/tiny.zip/index.html',
      404,
      '“” is not in tiny.zip, or not served with “ordinary”.',
    ],
    [
      '/simulator/run/ordinary/broken.zip/a/deep/path/index.html',
      500,
      'The package cannot be read: invalid zip data',
    ],
    ['/simulator/run/ordinary/../server.ts', 400, 'This address is not allowed.'],
    [
      '/simulator/run/ordinary/..%2ftiny.zip/a/deep/path/index.html',
      400,
      'This address is not allowed.',
    ],
    [
      '/simulator/run/ordinary/tiny.zip/a/deep/path/%2e%2e/index.html',
      400,
      'This address is not allowed.',
    ],
    [
      '/simulator/run/ordinary/tiny.zip/a/deep/path/..%5cindex.html',
      400,
      'This address is not allowed.',
    ],
    ['/simulator/run/ordinary/tiny.zip/a/deep/path/%zz', 400, 'This address is not allowed.'],
  ])('that is not there is refused in plain words: %s', async (path, status, text) => {
    expect(await get(path)).toMatchObject({ status, body: `${text}\n` });
  });
});

describe('the page', () => {
  it('is at /simulator/, and /simulator leads there', async () => {
    expect((await get('/simulator/?package=tiny.zip')).body).toBe('the page');
    const { status, headers } = await get('/simulator?launch=1');
    expect([status, headers['location']]).toEqual([302, '/simulator/?launch=1']);
  });

  it('that is not built says how to build it', async () => {
    const handler = createSimulatorHandler({
      packagesFolder: folder,
      siteFolder: join(site, 'none'),
    });
    const other = createServer((request, response) =>
      handler(request, response, () => undefined),
    ).listen(0);
    const { port: otherPort } = other.address() as AddressInfo;
    const response = await fetch(`http://localhost:${otherPort}/simulator/`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npx vite build -c src/simulator/vite.config.ts');
    other.close();
  });

  it('leaves every other address to the next handler', async () => {
    expect((await get('/')).body).toBe('next');
    expect((await get('/simulators')).body).toBe('next');
  });

  it('is not changed by anyone: only GET and HEAD', async () => {
    expect((await get('/simulator/api/packages', 'POST')).status).toBe(405);
    const head = await get('/simulator/run/ordinary/tiny.zip/a/deep/path/index.html', 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('outlives addresses that are not well formed', async () => {
    expect((await get('/simulator/%zz')).status).toBe(404);
    expect((await get('/simulator/..%2f..%2fetc/passwd')).status).toBe(404);
  });
});
