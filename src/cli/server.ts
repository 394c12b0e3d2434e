import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { mkdirSync, readdirSync } from 'node:fs';
import sirv from 'sirv';
import { createSimulatorHandler } from '#src/simulator/server.ts';
import { PATHS } from './paths.ts';

const FIRST_PORT = 4173;
const PORTS_TRIED = 50;

/** The names by which a browser on this machine asks. */
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i;

export interface ServeOptions {
  /**
   * Address to listen on, such as `0.0.0.0` for the whole network. Default: this machine only, under
   * its own names only, so that no page from elsewhere reaches it by a name that points here.
   */
  readonly host?: string | undefined;
}

/** Serves the course at `/`, the LMS simulator at `/simulator/`, the packages at `/packages/`. */
export async function serve({ host }: ServeOptions = {}): Promise<{
  readonly server: Server;
  readonly port: number;
}> {
  mkdirSync(PATHS.packages, { recursive: true });
  const simulator = createSimulatorHandler({
    packagesFolder: PATHS.packages,
    siteFolder: PATHS.simulator,
  });
  const player = sirv(PATHS.player, { dev: true });
  const packages = sirv(PATHS.packages, { dev: true });
  return listen(host ?? '127.0.0.1', (request, response) => {
    const url = request.url ?? '/';
    const refusal = refusalOf(request, host !== undefined);
    if (refusal) {
      response.writeHead(refusal.status, { 'content-type': 'text/plain' }).end(refusal.text);
    } else if (url.startsWith('/simulator')) {
      simulator(request, response, () => response.writeHead(404).end('Not found'));
    } else if (url === '/packages' || url === '/packages/') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(listing());
    } else if (url.startsWith('/packages/')) {
      request.url = url.slice('/packages'.length);
      packages(request, response);
    } else {
      player(request, response);
    }
  });
}

/** Why a request is not answered; undefined where it is. */
function refusalOf({ method, headers }: IncomingMessage, isOpen: boolean) {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, text: 'Only GET and HEAD.' };
  if (isOpen || LOCAL.test(headers.host ?? '')) return undefined;
  return {
    status: 421,
    text: 'Served to this machine only. `npm start -- --host 0.0.0.0` opens it.',
  };
}

function listing(): string {
  const items = readdirSync(PATHS.packages)
    .filter((name) => name.endsWith('.zip'))
    .map((name) => `<li><a href="/packages/${name}" download>${name}</a></li>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Packages</title><body style="font:1.1rem/1.6 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem"><h1>Packages</h1><ul>${items.join('')}</ul><p><a href="/simulator/">Try one in the LMS simulator</a></p></body></html>`;
}

/** The first free port from 4173 upward. */
async function listen(host: string, listener: RequestListener) {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    const server = createServer(listener);
    const isMine = await new Promise<boolean>((resolve, reject) => {
      server.once('listening', () => resolve(true));
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen(port, host);
    });
    if (isMine) return { server, port };
  }
  throw new Error(`No free port from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1}.`);
}
