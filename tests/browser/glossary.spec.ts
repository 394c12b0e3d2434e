import type { Locator, Page } from '@playwright/test';
import { courseUnderTest } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const [first, second] = course.lessons;
const [someId, some] = [...course.glossary].at(-1) ?? [];
if (!first || !second || !someId || !some) {
  throw new Error('These tests need two lessons and a term.');
}
/** Words that only this term has all of. */
const whole = `${some.term} ${some.definition}`;

/** The first term in the text of the first lesson, and what it opens. */
async function openTermByLesson(page: Page, player: string): Promise<[Locator, Locator]> {
  await page.goto(`${player}#/lesson/${first?.id ?? ''}`);
  const term = page.locator('.text [role=button]').first();
  await term.scrollIntoViewIfNeeded();
  return [term, term.locator('xpath=following-sibling::*[@popover][1]')];
}

function focused(page: Page): Locator {
  return page.locator(':focus');
}

test('every term is on the page of the glossary, which the bar above every screen leads to', async ({
  learner,
  page,
  player,
}) => {
  await page.goto(player);
  await learner.link('Glossary').click();
  await expect(learner.heading).toHaveText('Glossary');
  await expect(page.locator('dt')).toHaveCount(course.glossary.size);
  await expect(page.getByRole('status').filter({ hasText: 'terms' })).toHaveText(
    `${course.glossary.size} terms`,
  );
});

test('the filter keeps the terms that have the words, and says how many', async ({
  page,
  player,
}) => {
  await page.goto(`${player}#/glossary`);
  const filter = page.getByRole('searchbox', { name: 'Find a term' });
  await filter.fill(whole);
  await expect(page.locator('dt')).toHaveText([some.term]);
  await expect(page.getByText(`1 of ${course.glossary.size} terms`)).toBeVisible();
  await filter.fill('zzzz');
  await expect(page.getByText('No term has these words.')).toBeVisible();
  await filter.fill('');
  await expect(page.locator('dt')).toHaveCount(course.glossary.size);
});

test('the address of a term brings it into view and gives it the focus', async ({
  page,
  player,
}) => {
  await page.goto(`${player}#/glossary/${someId}`);
  await expect(focused(page)).toHaveText(some.term);
  await expect(focused(page)).toBeInViewport();
});

test('the address of a term that does not exist says so', async ({ learner, page, player }) => {
  await page.goto(`${player}#/glossary/nothing-here`);
  await expect(learner.heading).toHaveText('There is no such page');
  await learner.link('All terms').click();
  await expect(learner.heading).toHaveText('Glossary');
});

test('a term leads to the lessons that use it', async ({ learner, page, player }) => {
  await page.goto(`${player}#/glossary`);
  await page.locator('.lessons').getByRole('link', { name: first.title }).first().click();
  await expect(learner.heading).toHaveText(first.title);
});

test('with the keyboard alone a term opens, closes and leads to the glossary', async ({
  page,
  player,
}) => {
  const [term, popover] = await openTermByLesson(page, player);
  const text = await term.boundingBox();
  await term.focus();
  await page.keyboard.press('Enter');
  await expect(popover).toBeVisible();
  await expect(term).toBeFocused();
  await expect(term).toHaveAttribute('aria-expanded', 'true');
  expect(await term.boundingBox()).toEqual(text);

  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await expect(term).toBeFocused();
  await expect(term).toHaveAttribute('aria-expanded', 'false');

  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(popover.getByRole('link')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(popover).toBeHidden();
  await expect(term).toBeFocused();

  await page.keyboard.press('Enter');
  const name = (await popover.locator('strong').textContent()) ?? '';
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('dt:focus')).toHaveText(name);
  await expect(page.locator('dt:focus')).toBeInViewport();
});

test.describe('on a small touch screen', () => {
  test.use({ viewport: { width: 320, height: 568 }, hasTouch: true });

  test('a term opens with a tap, inside the window, and closes with a tap on it or beside it', async ({
    page,
    player,
  }) => {
    const [term, popover] = await openTermByLesson(page, player);
    await term.tap();
    await expect(popover).toBeVisible();
    await expect(popover).toBeInViewport({ ratio: 1 });
    await term.tap();
    await expect(popover).toBeHidden();
    await term.tap();
    await expect(popover).toBeVisible();
    await page.touchscreen.tap(5, 5);
    await expect(popover).toBeHidden();
  });
});

test('the address of a part of a lesson leads to that part, before the place last left', async ({
  page,
  player,
}) => {
  await page.goto(`${player}#/lesson/${second.id}#part-2`);
  await expect(page.locator('#part-2-title')).toBeFocused();
  await expect(page.locator('#part-2-title')).toBeInViewport();
  await expect(page.locator('[aria-current=location]')).toHaveText(second.parts[1] ?? '');

  // A link in running text, as the check of links allows it.
  await page.locator('.speaker').evaluate((place, address) => {
    place.innerHTML = `<a href="${address}">There</a>`;
  }, `#/lesson/${second.id}#part-3`);
  await page.getByRole('link', { name: 'There' }).click();
  await expect(page.locator('#part-3-title')).toBeFocused();
  await expect(page.locator('#part-3-title')).toBeInViewport();
  await expect(page.locator('[aria-current=location]')).toHaveText(second.parts[2] ?? '');
});
