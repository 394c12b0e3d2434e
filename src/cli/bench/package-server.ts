import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { posix } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import type { FileTree } from '#src/packaging/packager.ts';

/** A file that the browser got. */
export interface Served {
  readonly path: string;
  readonly body: Uint8Array;
}

export interface PackageServer {
  /** Address of the package's start page, at a deep path. */
  readonly course: string;
  /** Address of the page that stands for the LMS: the course in a frame, an API above it. */
  readonly lms: string;
  /** What was served of the package since the last `forget`, in order. */
  readonly served: readonly Served[];
  forget(): void;
  /** Settles when nothing was asked for during a second. */
  quiet(): Promise<void>;
  close(): void;
}

const DEPTH = '/a/deep/path/';

const QUIET = 1_000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves a package from memory, straight from its zip, without compression. */
export async function servePackage(zip: string): Promise<PackageServer> {
  const files: FileTree = new Map(Object.entries(unzipSync(readFileSync(zip))));
  const host = hostPage();
  let served: Served[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    const name = path.startsWith(DEPTH) ? path.slice(DEPTH.length) : '';
    const body = path === '/' ? host : files.get(name);
    if (path !== '/') served.push({ path: name, body: body ?? new Uint8Array() });
    const type = path === '/' ? '.html' : posix.extname(name);
    response.writeHead(body ? 200 : 404, {
      'content-type': TYPES[type] ?? 'application/octet-stream',
      'content-length': body?.byteLength ?? 0,
    });
    response.end(body);
  });
  const { port } = await new Promise<AddressInfo>((resolve) => {
    server.listen(0, () => resolve(server.address() as AddressInfo));
  });
  return {
    course: `http://localhost:${port}${DEPTH}index.html`,
    lms: `http://localhost:${port}/`,
    get served() {
      return served;
    },
    forget: () => (served = []),
    async quiet() {
      for (let before = -1; before !== served.length;) {
        before = served.length;
        await setTimeout(QUIET);
      }
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An LMS in little: a page with the API, and the course in a frame that fills it. */
function hostPage(): Uint8Array {
  const api = readFileSync(new URL('./scorm-api.js', import.meta.url), 'utf8');
  return new TextEncoder().encode(`<!doctype html><meta charset="utf-8"><title>LMS</title>
<link rel="icon" href="data:,"><style>html,body{height:100%;margin:0}iframe{display:block;width:100%;height:100%;border:0}</style>
<script>${api}</script><iframe src=".${DEPTH}index.html"></iframe>`);
}
