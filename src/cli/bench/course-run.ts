import type { Browser, Frame, Page } from '@playwright/test';
import { examinedQuestions } from '#src/content/outline.ts';
import type { Lesson } from '#src/course/course.ts';
import type { Question } from '#src/questions/registry.ts';
import { FAST, withNewLearner } from './browser.ts';
import { answerCosts, commits, onlyCalls, type LmsCall } from './call-log.ts';
import type { Values } from './figures.ts';
import { openCourse } from './first-load.ts';
import { BenchLearner } from './learner.ts';
import type { PackageServer } from './package-server.ts';

/** Long enough for whatever an answer starts, shorter than the quiet that saves a change of place. */
const AFTER_ANSWER = 500;
const AFTER_LAUNCH = 4_000;

/** Takes the whole SCORM 1.2 course, every answer right; then opens the finished course again. */
export function measureCourseRun(
  browser: Browser,
  server: PackageServer,
  lessons: readonly Lesson<Question>[],
): Promise<Values> {
  return withNewLearner(browser, FAST, async (page) => {
    const course = await openCourse(page, server, 'scorm12');
    await usable(course);
    const learner = new BenchLearner(course, (kind) => settle(page, kind));
    for (const lesson of lessons) await learner.take(lesson);
    await learner.passAssessment(lessons.flatMap(examinedQuestions));
    const log = await readLog(page);
    await requirePassed(page);
    return { ...runFigures(log), ...(await relaunchFigures(page, course, log.length)) };
  });
}

function runFigures(log: readonly LmsCall[]): Values {
  const suspended = log
    .filter(({ verb, element }) => verb === 'LMSSetValue' && element === 'cmi.suspend_data')
    .map(({ value }) => value.length);
  const costs = answerCosts(log);
  const bursts = (kind: string) =>
    costs.filter((cost) => cost.kind === kind).map(({ burst }) => burst);
  return {
    'answer-commits': bursts('quiz').map((burst) => commits(burst).length),
    'answer-calls': bursts('quiz').map((burst) => burst.length),
    'check-commits': bursts('check').map((burst) => commits(burst).length),
    'suspend-longest': [Math.max(...suspended)],
    'suspend-end': suspended.slice(-1),
  };
}

async function relaunchFigures(page: Page, course: Frame, before: number): Promise<Values> {
  await course.goto('about:blank'); // The learner leaves: the session ends.
  const ended = (await readLog(page)).length;
  if (ended === before) throw new Error('Leaving the course did not end its session.');
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    frame.src = frame.getAttribute('src') ?? '';
  });
  const again = page.frames()[1];
  if (!again) throw new Error('The course did not open again.');
  await again.getByRole('link', { name: 'See your results' }).first().waitFor();
  await page.waitForTimeout(AFTER_LAUNCH);
  const calls = onlyCalls((await readLog(page)).slice(ended));
  return { 'relaunch-calls': [calls.length], 'relaunch-commits': [commits(calls).length] };
}

/** Waits until the course is done with an answer, and says so in the log. */
async function settle(page: Page, kind: string): Promise<void> {
  await page.waitForTimeout(AFTER_ANSWER);
  await page.evaluate(
    (element) => window.benchCalls?.push({ verb: 'settled', element, value: '', error: '0' }),
    kind,
  );
}

function readLog(page: Page): Promise<LmsCall[]> {
  return page.evaluate(() => window.benchCalls ?? []);
}

async function usable(course: Frame): Promise<void> {
  await course.waitForFunction(() => window.benchUsableAt !== undefined);
}

/** Figures of a run that went wrong would be none. */
async function requirePassed(page: Page): Promise<void> {
  const held = (await page.evaluate(() => window.benchHeld)) ?? {};
  const refused = (await readLog(page)).find(({ error }) => error !== '0' && error !== '201');
  if (refused) throw new Error(`The LMS refused ${refused.element} with error ${refused.error}.`);
  const { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': score } = held;
  if (status === 'passed' && score === '100') return;
  throw new Error(`All answers were right, but the LMS holds ${String(status)}, ${String(score)}.`);
}
