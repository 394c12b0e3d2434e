import type { Page } from '@playwright/test';
import type { KindName, Question } from '#src/questions/registry.ts';
import { courseUnderTest } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();

/** A lesson whose quiz begins with a question of a kind, and that question. */
function quizWith<K extends KindName>(kind: K) {
  for (const lesson of course.lessons) {
    const question = lesson.questions.find((one): one is Question<K> => one.kind === kind);
    if (question) return { lesson, question };
  }
  throw new Error(`These tests need a question of kind ${kind}.`);
}

/** Opens the quiz of a lesson at a question, in a browser that knows nothing else. */
async function openAt(page: Page, player: string, kind: KindName) {
  const { lesson, question } = quizWith(kind);
  await page.goto(`${player}#/lesson/${lesson.id}/quiz`);
  const card = page.locator('form').filter({ has: page.locator('.stem') });
  for (const { stem } of lesson.questions) {
    await expect(card).toContainText(stem);
    if (stem === question.stem) break;
    await skip(page);
  }
  return card;
}

/** Answers a question anyhow, and goes on. */
async function skip(page: Page): Promise<void> {
  const card = page.locator('form');
  const fields = card.getByRole('textbox');
  if (await fields.count()) await fields.fill('1');
  const keep = card.getByRole('button', { name: 'Keep this order' });
  if (await keep.isVisible()) await keep.click();
  const decide = card.getByRole('button', { name: 'Decide' });
  while (await decide.isVisible()) {
    await card.locator('fieldset input').first().check();
    await decide.click();
  }
  for (const list of await card.getByRole('combobox').all()) await list.selectOption({ index: 1 });
  for (const group of await card.locator('fieldset, [role=radiogroup]').all()) {
    const input = group.locator('input[type=radio], input[type=checkbox]').first();
    if (await input.count()) await input.check();
  }
  await card.getByRole('button', { name: 'Check the answer' }).click();
  await card.getByRole('button', { name: /Next question/ }).click();
}

test.describe('after an answer', () => {
  test.use({ viewport: { width: 390, height: 700 } });

  test('focus and eye stand at the verdict, which is named with its question and comes before what teaches', async ({
    page,
    player,
  }) => {
    const card = await openAt(page, player, 'categorize');
    for (const group of await card.getByRole('radiogroup').all()) {
      await group.getByRole('radio').first().check();
    }
    await card.getByRole('button', { name: 'Check the answer' }).click();
    const result = card.locator('.result');
    await expect(result).toBeFocused();
    await expect(result).toBeInViewport({ ratio: 1 });
    const { question } = quizWith('categorize');
    await expect(card.getByRole('group', { name: question.stem })).toHaveClass(/result/);
    await expect(result.locator('.mark')).toHaveAttribute('aria-hidden', 'true');
    expect((await card.innerText()).search(/right/i)).toBeLessThan(
      (await card.innerText()).indexOf(question.items[0]?.feedback ?? ''),
    );
  });

  test('the page stays where it is while the verdict is in view', async ({ page, player }) => {
    const card = await openAt(page, player, 'single-choice');
    await card.getByRole('radio').first().check();
    const stem = card.locator('.stem');
    await stem.evaluate((heading) => heading.scrollIntoView());
    const before = await stem.boundingBox();
    await page.keyboard.press('Enter');
    await expect(card.locator('.result')).toBeFocused();
    expect(await stem.boundingBox()).toEqual(before);
  });
});

test('an answer that is partly right is neither wrong nor right, and speaks of points', async ({
  page,
  player,
}) => {
  const card = await openAt(page, player, 'multiple-response');
  const { question } = quizWith('multiple-response');
  const right = question.options.filter(({ correct }) => correct);
  await card.getByRole('checkbox', { name: right[0]?.text ?? '', exact: true }).check();
  await card.getByRole('button', { name: 'Check the answer' }).click();
  const result = card.locator('.result');
  await expect(result).toHaveAttribute('data-state', 'partly');
  await expect(result).toContainText(new RegExp(`1 of ${right.length} right: .*of the points`));
});

test('an answer that is not complete is told what is missing, and led to it, at every press', async ({
  page,
  player,
}) => {
  const card = await openAt(page, player, 'matching');
  const [first] = quizWith('matching').question.pairs;
  const said: string[] = [];
  await page.exposeFunction('said', (text: string) => said.push(text));
  await card.locator('.foot [role=status]').evaluate((status) => {
    const { said: tell } = window as unknown as { said: (text: string) => void };
    new MutationObserver(() => tell(status.textContent.trim())).observe(status, {
      childList: true,
      subtree: true,
    });
  });
  for (const press of [1, 2]) {
    await card.getByRole('button', { name: 'Check the answer' }).click();
    await expect(card.getByRole('combobox', { name: first?.text ?? '' })).toBeFocused();
    await expect.poll(() => said.length).toBe(press);
  }
  expect(said).toEqual(Array(2).fill(`Choose a partner for “${first?.text ?? ''}”.`));
});

test('options answer to their letters and to digits while the card has the focus', async ({
  page,
  player,
}) => {
  const card = await openAt(page, player, 'single-choice');
  await page.locator('header .title').focus();
  await page.keyboard.press('b');
  await expect(card.getByRole('radio', { checked: true })).toHaveCount(0);
  await card.locator('.stem').focus();
  await page.keyboard.press('b');
  await expect(card.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('1');
  await expect(card.getByRole('radio').first()).toBeChecked();
});
