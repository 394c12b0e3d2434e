import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import sirv from 'sirv';
import { PROFILES, type Profile } from './contract.ts';
import { createPackageShelf, type PackageShelf, reasonOf } from './server/packages.ts';
import { headersFor } from './server/profiles.ts';

/** A connect-style handler: calls `next` for what is not its own. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

export interface SimulatorOptions {
  /** Folder with the zips, usually `dist`. It need not exist. */
  readonly packagesFolder: string;
  /** The built page. Default `build/simulator`. */
  readonly siteFolder?: string;
}

const PREFIX = '/simulator';

/** Folders below the zip’s name, as in an LMS: a package must not rely on where it lies. */
const DEPTH = ['a', 'deep', 'path'];

/**
 * Serves the LMS simulator below `/simulator/`: its page, the list of packages at `api/packages`,
 * and at `run/<profile>/<zip>/a/deep/path/<file>` the files of a zip, straight from it. Mount it on a
 * server's root; it sees whole addresses. Every failure is an answer in plain text, never a crash.
 */
export function createSimulatorHandler({
  packagesFolder,
  siteFolder = 'build/simulator',
}: SimulatorOptions): Handler {
  const shelf = createPackageShelf(resolve(packagesFolder));
  const page = createPageHandler(resolve(siteFolder));
  return (request, response, next) => {
    const path = (request.url ?? '/').replace(/[?#].*$/s, '');
    if (path !== PREFIX && !path.startsWith(`${PREFIX}/`)) return next();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(request, response, 405, 'Only GET and HEAD.');
    }
    if (path === PREFIX) return redirect(request, response);
    const rest = path.slice(PREFIX.length + 1);
    if (rest === 'api/packages')
      return guard(request, response, sendList(shelf, request, response));
    if (rest.startsWith('run/')) {
      return guard(request, response, sendFile(shelf, rest.slice(4), request, response));
    }
    page(request, response);
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

function createPageHandler(folder: string): Answer {
  const serve = sirv(folder, { dev: true });
  return (request, response) => {
    if (!existsSync(join(folder, 'index.html'))) {
      const how = 'npx vite build -c src/simulator/vite.config.ts';
      return answer(
        request,
        response,
        503,
        `The simulator’s page is not built. Build it with: ${how}`,
      );
    }
    request.url = (request.url ?? '').slice(PREFIX.length);
    serve(request, response, () =>
      answer(request, response, 404, 'No such file in the simulator.'),
    );
  };
}

async function sendList(
  shelf: PackageShelf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  };
  send(request, response, 200, headers, Buffer.from(JSON.stringify(await shelf.list())));
}

async function sendFile(
  shelf: PackageShelf,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const segments = decodeSegments(path);
  if (segments === undefined) return answer(request, response, 400, 'This address is not allowed.');
  const [profile = '', name = '', ...inner] = segments;
  if (!isProfile(profile))
    return answer(request, response, 404, `There is no serving profile “${profile}”.`);
  const files = await shelf.files(name);
  if (files === undefined) return answer(request, response, 404, `There is no package “${name}”.`);
  const file = inner.slice(DEPTH.length).join('/');
  const isDeep = DEPTH.every((segment, index) => inner[index] === segment);
  const content = isDeep ? files.get(file) : undefined;
  const headers = headersFor(profile, file);
  if (content === undefined || headers === undefined) {
    return answer(
      request,
      response,
      404,
      `“${file}” is not in ${name}, or not served with “${profile}”.`,
    );
  }
  send(request, response, 200, headers, content);
}

const isProfile = (name: string): name is Profile => (PROFILES as readonly string[]).includes(name);

/** The parts of an address; undefined if one climbs, hides a slash, or is not well encoded. */
function decodeSegments(path: string): string[] | undefined {
  try {
    const segments = path.split('/').map(decodeURIComponent);
    const isSafe = segments.every((one) => one !== '.' && one !== '..' && !/[/\\\0]/.test(one));
    return isSafe ? segments : undefined;
  } catch {
    return undefined;
  }
}

function guard(request: IncomingMessage, response: ServerResponse, work: Promise<void>): void {
  work.catch((error: unknown) => {
    if (response.headersSent) response.destroy();
    else answer(request, response, 500, `The package cannot be read: ${reasonOf(error)}`);
  });
}

function redirect(request: IncomingMessage, response: ServerResponse): void {
  const query = (request.url ?? '').slice(PREFIX.length);
  send(request, response, 302, { Location: `${PREFIX}/${query}` }, Buffer.alloc(0));
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  send(request, response, status, headers, Buffer.from(`${text}\n`));
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: Uint8Array,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': String(body.byteLength) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
