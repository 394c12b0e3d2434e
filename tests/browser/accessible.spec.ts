import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Question } from '#src/questions/registry.ts';
import { scrollsSideways, violations } from '../support/axe.ts';
import { courseUnderTest, finishedRecord } from '../support/content.ts';
import { tabUntil } from '../support/keyboard.ts';
import { Learner } from '../support/learner.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const [first] = course.lessons;
if (!first) throw new Error('These tests need a lesson.');

function kindsOf({ questions }: (typeof course.lessons)[number]): readonly string[] {
  return questions.map(({ kind }) => kind);
}

/** Every screen in turn, each in its states: every lesson, and each kind of question right and wrong. */
async function visitScreens(learner: Learner, visit: (name: string) => Promise<void>) {
  const unseen = new Set(course.lessons.flatMap(kindsOf));
  await visit('overview');
  await learner.openGlossary();
  await expect(learner.heading).toHaveText('Glossary');
  await visit('glossary');
  for (const lesson of course.lessons) {
    await learner.openLesson(lesson);
    await visit(`lesson ${lesson.id}`);
    if (lesson === first) {
      await learner.screen.locator('.text [aria-expanded=false]').first().click();
      await visit('term');
    }
    const fresh = kindsOf(lesson).filter((kind) => unseen.delete(kind));
    if (fresh.length === 0) continue;
    await learner.link(/Take the quiz/).click();
    for (const [index, question] of lesson.questions.entries()) {
      await expect(learner.card(question)).toBeVisible();
      await visit(`${question.kind} asked`);
      await learner.answer(question, index % 2 === 0 ? 'wrong' : 'right');
      await visit(`${question.kind} answered`);
      await learner.next();
    }
    await visit('outcome');
  }
}

/** Visits the course in a browser of its own: first as a beginner, then with every lesson cleared. */
async function visitCourse(
  browser: Browser,
  player: string,
  options: BrowserContextOptions,
  check: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const context = await browser.newContext(options);
  const found: string[] = [];
  const see = async (page: Page, name: string) => {
    found.push(...(await check(page)).map((flaw) => `${name}: ${flaw}`));
  };

  const page = await context.newPage();
  await page.goto(`${player}#/results`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await see(page, 'locked results');
  await page.getByRole('link', { name: 'All lessons' }).click();
  await visitScreens(new Learner(page), (name) => see(page, name));

  const later = await context.newPage();
  await later.addInitScript(([key, record]) => localStorage.setItem(key, record), [
    `${course.config.id}:record`,
    finishedRecord(course),
  ] as const);
  await later.goto(`${player}#/results`);
  await expect(later.getByRole('heading', { level: 1 })).toHaveText('Passed');
  await see(later, 'results');
  await context.close();
  return found;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has a barrier that axe knows, in ${colorScheme}`, async ({ browser, player }) => {
    test.setTimeout(180_000);
    const options = { colorScheme, reducedMotion: 'reduce' } as const;
    expect(await visitCourse(browser, player, options, violations)).toEqual([]);
  });
}

test('nothing scrolls sideways at 320 pixels', async ({ browser, player }) => {
  test.setTimeout(120_000);
  const viewport = { width: 320, height: 640 };
  expect(await visitCourse(browser, player, { viewport }, scrollsSideways)).toEqual([]);
});

/** Few lessons whose quizzes have every kind of question. */
function lessonsOfEveryKind(): (typeof course.lessons)[number][] {
  const unseen = new Set(course.lessons.flatMap(kindsOf));
  const byVariety = course.lessons.toSorted((a, b) => variety(b) - variety(a));
  return byVariety.filter(
    (lesson) => kindsOf(lesson).filter((kind) => unseen.delete(kind)).length > 0,
  );
}

const variety = (lesson: (typeof course.lessons)[number]) => new Set(kindsOf(lesson)).size;

for (const { id, title, questions } of lessonsOfEveryKind()) {
  test(`the quiz of “${title}” can be done with the keyboard alone`, async ({ page, player }) => {
    test.slow();
    await page.goto(`${player}#/lesson/${id}/quiz`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    for (const question of questions) {
      await answerByKeyboard(page, question);
      await expect(page.locator('.result')).toBeFocused();
      await tabTo(page, /Next question|See the outcome/);
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('.outcome-title')).toBeFocused();
  });
}

/** Gives some complete answer and submits it. */
async function answerByKeyboard(page: Page, question: Question): Promise<void> {
  switch (question.kind) {
    case 'ordering':
      await tabTo(page, /^Keep this order$/);
      await page.keyboard.press('Enter');
      break;
    case 'numeric':
    case 'short-answer':
      await tabToRole(page, 'text');
      await page.keyboard.type('42');
      break;
    case 'case':
      await decideByKeyboard(page);
      break;
    case 'matching':
      await chooseEach(page, question.pairs.length, 'ArrowDown');
      break;
    case 'categorize':
      await chooseEach(page, question.items.length, 'Space');
      break;
    default:
      await tabToRole(page, 'radio', 'checkbox');
      await page.keyboard.press('Space');
  }
  await tabTo(page, /^Check the answer$/);
  await page.keyboard.press('Enter');
}

/** Decides for the option that comes first until the case ends. */
async function decideByKeyboard(page: Page): Promise<void> {
  const decide = page.getByRole('button', { name: 'Decide' });
  while (await decide.isVisible()) {
    await tabToRole(page, 'radio');
    await page.keyboard.press('Space');
    await tabTo(page, /^Decide$/);
    await page.keyboard.press('Enter');
    await expect(page.locator('.consequence').last()).toBeFocused();
  }
}

/** Chooses something in that many lists or radio groups, one after the other. */
async function chooseEach(page: Page, count: number, key: string): Promise<void> {
  for (let chosen = 0; chosen < count; chosen++) {
    await tabUntil(page, () => isOpenChoice(page));
    await page.keyboard.press(key);
  }
}

/** Is the focus on a list or a radio group in which nothing is chosen yet? */
async function isOpenChoice(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at instanceof HTMLSelectElement) return at.value === '';
    const isRadio = at instanceof HTMLInputElement && at.type === 'radio';
    return isRadio && !document.querySelector(`[name="${at.name}"]:checked`);
  });
}

async function tabTo(page: Page, name: RegExp): Promise<void> {
  await tabUntil(page, async () =>
    name.test(await page.evaluate(() => document.activeElement?.textContent.trim() ?? '')),
  );
}

async function tabToRole(page: Page, ...types: readonly string[]): Promise<void> {
  await tabUntil(page, async () =>
    types.includes(
      await page.evaluate(() => document.activeElement?.getAttribute('type') ?? 'none'),
    ),
  );
}
