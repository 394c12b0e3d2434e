import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from '@playwright/test';
import type { Format } from '#src/packaging/packager.ts';
import { withNewLearner, FAST, SLOW, type Conditions } from './browser.ts';
import { commits, onlyCalls, type LmsCall } from './call-log.ts';
import type { Values } from './figures.ts';
import type { PackageServer, Served } from './package-server.ts';

/** The formats whose first load is measured: one for an LMS, one without. */
export const LOADED_FORMATS = ['scorm12', 'web'] as const satisfies readonly Format[];
export type LoadedFormat = (typeof LOADED_FORMATS)[number];

/** Longer than the quiet after which the course saves a change of place. */
const SETTLED = 4_000;
const PATIENCE = 60_000;

interface Load {
  /** Milliseconds from the start of navigation. */
  readonly usableAt: number;
  readonly served: readonly Served[];
  readonly calls: readonly LmsCall[];
}

/** Opens a package as many times as there are runs, on a fast machine and on a slow one. */
export async function measureFirstLoad(
  browser: Browser,
  server: PackageServer,
  format: LoadedFormat,
  runs: number,
): Promise<Values> {
  await load(browser, server, format, FAST); // The browser's own first time does not count.
  const fast = await repeat(runs, () => load(browser, server, format, FAST));
  const slow = await repeat(runs, () => load(browser, server, format, SLOW));
  return {
    ...byteFigures(format, [...fast, ...slow]),
    [`${format}-usable`]: fast.map(({ usableAt }) => usableAt),
    [`${format}-usable-slow`]: slow.map(({ usableAt }) => usableAt),
    ...(format === 'scorm12' ? launchFigures(fast) : {}),
  };
}

function launchFigures(loads: readonly Load[]): Values {
  return {
    'launch-calls': loads.map(({ calls }) => onlyCalls(calls).length),
    'launch-commits': loads.map(({ calls }) => commits(calls).length),
  };
}

function byteFigures(format: LoadedFormat, loads: readonly Load[]): Values {
  const sum = (type: string, size: (body: Uint8Array) => number) =>
    loads.map(({ served }) =>
      served
        .filter(({ path }) => path.endsWith(type))
        .reduce((total, { body }) => total + size(body), 0),
    );
  const raw = (body: Uint8Array) => body.byteLength;
  const gzipped = (body: Uint8Array) => gzipSync(body).byteLength;
  return {
    [`${format}-requests`]: loads.map(({ served }) => served.length),
    [`${format}-bytes`]: sum('', raw),
    [`${format}-js`]: sum('.js', raw),
    [`${format}-js-gzip`]: sum('.js', gzipped),
    [`${format}-css`]: sum('.css', raw),
    [`${format}-css-gzip`]: sum('.css', gzipped),
    [`${format}-fonts`]: sum('.woff2', raw),
    [`${format}-fonts-gzip`]: sum('.woff2', gzipped),
  };
}

function load(
  browser: Browser,
  server: PackageServer,
  format: LoadedFormat,
  conditions: Conditions,
): Promise<Load> {
  server.forget();
  return withNewLearner(browser, conditions, async (page) => {
    const course = await openCourse(page, server, format);
    await course.waitForFunction(() => window.benchUsableAt !== undefined, undefined, {
      timeout: PATIENCE,
    });
    const usableAt = (await course.evaluate(() => window.benchUsableAt)) ?? Number.NaN;
    await server.quiet();
    if (format === 'scorm12' && conditions === FAST) await page.waitForTimeout(SETTLED);
    const calls = await page.evaluate(() => window.benchCalls ?? []);
    const served = [...server.served];
    await proveUsable(course);
    return { usableAt, served, calls };
  });
}

/** The course's window, as soon as there is one, with the clock that tells when it can be used. */
export async function openCourse(
  page: Page,
  server: PackageServer,
  format: LoadedFormat,
): Promise<Frame> {
  await page.addInitScript({ path: fileURLToPath(new URL('./usable-clock.js', import.meta.url)) });
  if (format === 'web') {
    await page.goto(server.course, { waitUntil: 'commit' });
    return page.mainFrame();
  }
  const arrives = page.waitForEvent('framenavigated', (frame) => frame.url() === server.course);
  await page.goto(server.lms, { waitUntil: 'commit' });
  return arrives;
}

/** What was called usable does open a lesson. */
async function proveUsable(course: Frame): Promise<void> {
  await course.getByLabel('Continue').getByRole('link').click();
  await course.locator('article h1').waitFor({ timeout: PATIENCE });
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let time = 0; time < times; time++) results.push(await work());
  return results;
}
