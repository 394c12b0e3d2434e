import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from '@playwright/test';
import type { Lesson } from '#src/course/course.ts';
import type { Lab } from '#src/course/lab.ts';
import type { Control } from '#src/labs/lab.ts';
import { withNewLearner, type Conditions } from './browser.ts';
import { median, type Values } from './figures.ts';
import { frameTimes, type TraceEvent } from './frame-times.ts';
import type { PackageServer } from './package-server.ts';
import { byMouse, practise } from './practise.ts';

/** A modest laptop; the connection does not matter once a lab is there. */
const MODEST: Conditions = { cpu: 4 };

const TRACED = ['devtools.timeline', 'toplevel'];

/** A run has few presses: frame times come from this many, each by a new learner. */
const RUNS = 3;

/**
 * Takes an expert's runs of each lab. For each: the middle of its frame times, and the middle of the
 * longest frame of each press.
 */
export async function measureLabFrames(
  browser: Browser,
  server: PackageServer,
  lessons: readonly Lesson[],
): Promise<Values> {
  const frames: number[] = [];
  const presses: number[] = [];
  for (const { id, labs } of lessons) {
    for (const lab of labs) {
      const address = `${server.course}#/lesson/${id}/lab/${lab.id}`;
      const times: number[][] = [];
      for (let run = 0; run < RUNS; run++) {
        times.push(...(await framesOf(browser, address, lab)));
      }
      const shown = times.filter((ofPress) => ofPress.length > 0);
      frames.push(median(shown.flat()));
      presses.push(median(shown.map((ofPress) => Math.max(...ofPress))));
    }
  }
  return { 'lab-frame': frames, 'lab-press': presses };
}

function framesOf(browser: Browser, address: string, lab: Lab): Promise<number[][]> {
  return withNewLearner(browser, MODEST, async (page) => {
    await page.goto(address);
    await page.locator('.stage').waitFor();
    const folder = mkdtempSync(join(tmpdir(), 'lab-frames-'));
    const path = join(folder, 'trace.json');
    await browser.startTracing(page, { path, categories: TRACED });
    await practise(page, lab, { who: 'expert', operate: press });
    await browser.stopTracing();
    const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly traceEvents: readonly TraceEvent[];
    };
    rmSync(folder, { recursive: true });
    return frameTimes(traceEvents);
  });
}

/** Presses in a task of its own: what Playwright does to aim and to answer is no work of the lab. */
async function press(screen: Page | Frame, control: Control): Promise<void> {
  const { role, name } = control;
  if (role !== 'button') return byMouse(screen, control);
  const button = screen.locator('.stage').getByRole(role, { name, exact: true });
  await button.evaluate((element: HTMLElement) => void setTimeout(() => element.click()));
}
