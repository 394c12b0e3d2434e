import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { courseUnderTest } from '../support/content.ts';
import type { Learner } from '../support/learner.ts';
import { expect, test } from '../support/player.ts';

const AXE = 'node_modules/axe-core/axe.min.js';
const OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

const course = courseUnderTest();
const [first] = course.lessons;
if (!first) throw new Error('These tests need a lesson.');

/** What axe finds on the screen in view: rule and element. */
async function violations(page: Page): Promise<string[]> {
  // A stamp that lands or a step that moves is between two colours.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  const results = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary ?? ''}`),
  );
}

async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}

/** Every screen in turn, each in its states. */
async function visitScreens(learner: Learner, visit: (name: string) => Promise<void>) {
  await visit('overview');
  for (const lesson of course.lessons) {
    await learner.openLesson(lesson);
    await visit(`lesson ${lesson.id}`);
    await learner.link(/Take the quiz/).click();
    for (const [index, question] of lesson.questions.entries()) {
      await visit(`${question.kind} asked`);
      await learner.answer(question, index % 2 === 0 ? 'wrong' : 'right');
      await visit(`${question.kind} answered`);
      await learner.next();
    }
    await visit('outcome');
  }
  await learner.link('See your results').click();
  await visit('results');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has a barrier that axe knows, in ${colorScheme}`, async ({ browser, player }) => {
    test.setTimeout(180_000);
    const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce' });
    const { Learner } = await import('../support/learner.ts');
    const found: string[] = [];
    await page.goto(`${player}#/results`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    found.push(...(await violations(page)));
    await page.getByRole('link', { name: 'All lessons' }).click();
    await visitScreens(new Learner(page), async (name) => {
      found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
    });
    expect(found).toEqual([]);
    await page.close();
  });
}

test('nothing scrolls sideways at 320 pixels', async ({ browser, player }) => {
  test.setTimeout(120_000);
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  const { Learner } = await import('../support/learner.ts');
  const found: string[] = [];
  await page.goto(player);
  await visitScreens(new Learner(page), async (name) => {
    if (await scrollsSideways(page)) found.push(name);
  });
  expect(found).toEqual([]);
  await page.close();
});

test('the quiz can be done with the keyboard alone', async ({ page, player }) => {
  test.slow();
  await page.goto(`${player}#/lesson/${first.id}/quiz`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  for (const question of first.questions) {
    await answerByKeyboard(page, question.kind);
    await expect(page.locator('.result')).toBeFocused();
    await tabTo(page, /Next question|See the outcome/);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.outcome-title')).toBeFocused();
});

/** Gives some complete answer and submits it. */
async function answerByKeyboard(page: Page, kind: string): Promise<void> {
  switch (kind) {
    case 'ordering':
      await tabTo(page, /^Keep this order$/);
      await page.keyboard.press('Enter');
      break;
    case 'numeric':
      await tabToRole(page, 'text');
      await page.keyboard.type('42');
      break;
    default:
      await tabToRole(page, kind === 'single-choice' ? 'radio' : 'checkbox');
      await page.keyboard.press('Space');
  }
  await tabTo(page, /^Check the answer$/);
  await page.keyboard.press('Enter');
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  await tabUntil(page, async () =>
    name.test(await page.evaluate(() => document.activeElement?.textContent.trim() ?? '')),
  );
}

async function tabToRole(page: Page, type: string): Promise<void> {
  await tabUntil(
    page,
    async () => (await page.evaluate(() => document.activeElement?.getAttribute('type'))) === type,
  );
}

async function tabUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it.');
}
