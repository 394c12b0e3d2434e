import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from '@playwright/test';
import type { Lesson } from '#src/course/course.ts';
import type { Lab } from '#src/course/lab.ts';
import type { Control } from '#src/labs/lab.ts';
import { withNewLearner, type Conditions } from './browser.ts';
import { median, type Values } from './figures.ts';
import type { PackageServer } from './package-server.ts';
import { byMouse, practise } from './practise.ts';

/** A modest laptop; the connection does not matter once a lab is there. */
const MODEST: Conditions = { cpu: 4 };

declare global {
  interface Window {
    /** In the course's window: milliseconds that the frame of each press in a lab took. */
    benchFrames?: number[];
  }
}

/** Takes an expert's run of each lab; of each the middle of its frame times. */
export async function measureLabFrames(
  browser: Browser,
  server: PackageServer,
  lessons: readonly Lesson[],
): Promise<Values> {
  const medians: number[] = [];
  for (const { id, labs } of lessons) {
    for (const lab of labs) {
      medians.push(
        median(await framesOf(browser, `${server.course}#/lesson/${id}/lab/${lab.id}`, lab)),
      );
    }
  }
  return { 'lab-frame': medians };
}

function framesOf(browser: Browser, address: string, lab: Lab): Promise<number[]> {
  return withNewLearner(browser, MODEST, async (page) => {
    await page.addInitScript({ path: fileURLToPath(new URL('./frame-clock.js', import.meta.url)) });
    await page.goto(address);
    await page.locator('.stage').waitFor();
    await practise(page, lab, { who: 'expert', operate: press });
    return page.evaluate(() => window.benchFrames ?? []);
  });
}

/** Presses from within: a click by mouse would count the time in which it is aimed. */
async function press(screen: Page | Frame, control: Control): Promise<void> {
  const { role, name } = control;
  if (role !== 'button') return byMouse(screen, control);
  const button = screen.locator('.stage').getByRole(role, { name, exact: true });
  await button.evaluate((element: HTMLElement) => element.click());
}
