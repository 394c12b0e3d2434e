import type { Page } from '@playwright/test';
import { courseUnderTest } from '../support/content.ts';
import { Learner } from '../support/learner.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const lesson = course.lessons.find(({ labs }) => labs.length > 0);
if (!lesson) throw new Error('These tests need a lesson with a lab.');

const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** Reads on to a line in the midst of a part. */
async function readTo(page: Page, place: number): Promise<void> {
  await page.evaluate((top) => {
    window.scrollTo(0, top);
  }, place);
  await expect.poll(() => scrolled(page)).toBe(place);
}

/** The line is back, to a pixel that rounding may take, and the focus is on what stands there. */
async function expectPlace(page: Page, place: number): Promise<void> {
  await expect.poll(async () => Math.abs((await scrolled(page)) - place)).toBeLessThanOrEqual(1);
  await expect(page.locator('#main :focus')).toBeInViewport();
}

test.beforeEach(async ({ learner, page, player }) => {
  await page.goto(player);
  await learner.openLesson(lesson);
});

test('a look into the glossary brings the reader back to the line', async ({ learner, page }) => {
  await readTo(page, 2345);
  await learner.link('Glossary').first().click();
  await expect(learner.heading).toHaveText('Glossary');
  await page.goBack();
  await expect(learner.heading).toHaveText(lesson.title);
  await expectPlace(page, 2345);
});

test('out of a practice both ways lead back to the line', async ({ learner, page }) => {
  const practice = page.locator('.practice').getByRole('link').first();
  await practice.scrollIntoViewIfNeeded();
  const place = await scrolled(page);
  for (const back of ['browser', 'link'] as const) {
    await practice.click();
    await expect(page.locator('.stage')).toBeVisible();
    if (back === 'browser') await page.goBack();
    else await page.locator('#main').getByRole('link', { name: lesson.title }).click();
    await expect(learner.heading).toHaveText(lesson.title);
    await expectPlace(page, place);
  }
});

test('a reload keeps the line', async ({ learner, page }) => {
  await readTo(page, 2345);
  await page.reload();
  await expect(learner.heading).toHaveText(lesson.title);
  await expectPlace(page, 2345);
});

test('a lesson that is opened afresh begins at the part, for eye and focus alike', async ({
  context,
  learner,
  page,
  player,
}) => {
  await page.locator('#part-3').evaluate((part) => part.scrollIntoView());
  await expect(page.locator('[aria-current=location]')).toHaveText(lesson.parts[2] ?? '');
  await learner.screen.locator('header .title').click();
  await page.close({ runBeforeUnload: true });

  const again = await context.newPage();
  await again.goto(player);
  await new Learner(again).link('Continue').click();
  await expect(again.locator('#part-3-title')).toBeFocused();
  await expect(again.locator('#part-3-title')).toBeInViewport();
  await expect(again.locator('#part-3-title')).toHaveAccessibleName(
    `Part 3 of ${lesson.parts.length}: ${lesson.parts[2] ?? ''}`,
  );
});

test('where motion is reduced, a press in the list of parts goes there at once', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const jumps = await page.evaluate(async () => {
    const places = new Set<number>();
    document.querySelectorAll<HTMLElement>('nav a')[3]?.click();
    for (let frame = 0; frame < 20; frame++) {
      await new Promise(requestAnimationFrame);
      places.add(Math.round(window.scrollY));
    }
    return places.size;
  });
  expect(jumps).toBe(1);
});
