import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from '@playwright/test';
import sirv from 'sirv';
import { Learner } from './learner.ts';

interface PlayerFixtures {
  /** Someone in front of the course in a browser. */
  readonly learner: Learner;
}

interface PlayerServer {
  /** Address of the built web edition, at a deep path. */
  readonly player: string;
}

/** Tests of the built player in a plain browser. */
export const test = base.extend<PlayerFixtures, PlayerServer>({
  player: [
    // Playwright insists on the first parameter being destructured.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const files = sirv('build/player', { dev: true });
      const server = createServer((request, response) => {
        request.url = request.url?.replace(/^\/a\/deep\/path/, '');
        files(request, response);
      });
      const { port } = await listening(server);
      await use(`http://localhost:${port}/a/deep/path/`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  learner: async ({ page }, use) => {
    await use(new Learner(page));
  },
});

function listening(server: Server): Promise<AddressInfo> {
  return new Promise((resolve) => {
    server.listen(0, () => resolve(server.address() as AddressInfo));
  });
}

export { expect } from '@playwright/test';
