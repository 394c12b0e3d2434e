import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { UserError } from './command.ts';
import { runProgram, runTool } from './process.ts';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * A Chromium for the browser tests: Playwright's own, else one of the system, else fetched by
 * Playwright, else Debian's package where we are root.
 * @returns its path, for `CHROMIUM`
 * @throws UserError that says what to do
 */
export async function findChromium(): Promise<string> {
  const found = installed();
  if (found !== undefined) return found;
  console.log('Fetching a Chromium for the browser tests …');
  await runTool('@playwright/test/cli.js', ['install', '--with-deps', 'chromium']);
  const fetched = installed();
  if (fetched !== undefined) return fetched;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await runProgram('apt-get', ['update', '-qq']);
    await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  }
  const packaged = installed();
  if (packaged !== undefined) return packaged;
  throw new UserError(
    'The browser tests need a Chromium, and none could be found or fetched.\n' +
      'Install one: `npx playwright install chromium`, or your system’s chromium package;\n' +
      'or name one: `CHROMIUM=/path/to/chromium npm test`.',
  );
}

function installed(): string | undefined {
  const named = process.env['CHROMIUM'];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => SYSTEM_NAMES.map((name) => join(folder, name)));
  return [named, chromium.executablePath(), ...onPath].find((path) => path && existsSync(path));
}
