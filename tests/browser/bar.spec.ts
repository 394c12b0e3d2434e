import { courseUnderTest } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const [lesson] = course.lessons;
if (!lesson) throw new Error('These tests need a lesson.');

/** Windows of a small phone, a phone, the frame of an LMS, and a desk. */
const WINDOWS = [
  [320, 640],
  [390, 844],
  [650, 666],
  [866, 666],
  [1440, 900],
] as const;

for (const [width, height] of WINDOWS) {
  test(`at ${width} pixels the bar is one row that never changes its height`, async ({
    learner,
    page,
    player,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`${player}#/lesson/${lesson.id}`);
    await expect(learner.heading).toHaveText(lesson.title);
    const bar = page.locator('body > * header, body > header').first();
    const box = async () => {
      const { y, height: tall } = (await bar.boundingBox()) ?? { y: NaN, height: NaN };
      return { y, tall };
    };
    expect(await box()).toEqual({ y: 0, tall: 48 });
    await page.locator('#part-3-title').evaluate((title) => title.scrollIntoView());
    await expect(page.locator('.status')).toHaveAttribute('data-saving', 'saved');
    expect(await box()).toEqual({ y: 0, tall: 48 });
    const inside = await bar.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(inside).toBeLessThanOrEqual(0);
    const title = await page.locator('#part-3-title').boundingBox();
    expect(title?.y ?? 0).toBeGreaterThanOrEqual(48);
  });
}

test('on a phone the menu tells the parts, leads to one, and gives it the focus', async ({
  learner,
  page,
  player,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${player}#/lesson/${lesson.id}`);
  await expect(learner.heading).toHaveText(lesson.title);
  await learner.button('Menu').focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: 'Menu' });
  await expect(menu.getByRole('link', { name: lesson.parts[0] ?? '' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(learner.button('Menu')).toBeFocused();
  await page.keyboard.press('Enter');
  await menu.getByRole('link', { name: lesson.parts[3] ?? '' }).click();
  await expect(menu).toBeHidden();
  await expect(page.locator('#part-4-title')).toBeFocused();
  await expect(page.locator('#part-4-title')).toBeInViewport();
});

test('a link of the menu leads to its screen, whose heading takes the focus', async ({
  learner,
  page,
  player,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(player);
  await learner.button('Menu').click();
  await page.getByRole('dialog').getByRole('link', { name: 'Glossary' }).click();
  await expect(learner.heading).toHaveText('Glossary');
  await expect(learner.heading).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a whole row of the manifest opens its lesson', async ({ learner, page, player }) => {
  await page.goto(player);
  await page
    .locator('.manifest li')
    .first()
    .click({ position: { x: 4, y: 4 } });
  await expect(learner.heading).toHaveText(lesson.title);
});
