import type { Page } from '@playwright/test';
import { courseUnderTest } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();

function lessonWithCheck() {
  const lesson = course.lessons.find(({ checks }) => checks.length > 0);
  if (!lesson) throw new Error('These tests need a lesson with a check.');
  return lesson;
}

/** Lets every element of a name throw as it is made, from the first page on. */
async function breakElement(page: Page, name: string): Promise<void> {
  await page.addInitScript((broken) => {
    for (const method of ['createElement', 'createElementNS']) {
      const made = Reflect.get(Document.prototype, method) as (...names: unknown[]) => Element;
      Reflect.set(Document.prototype, method, function (this: Document, ...names: unknown[]) {
        if (names.includes(broken) && !('mended' in window)) throw new Error(`${broken} is broken`);
        return Reflect.apply(made, this, names);
      });
    }
  }, name);
}

/** Lets nothing throw any more on the page in view. */
async function mend(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { mended: true }));
}

test('a question that can’t be drawn leaves the rest of its lesson, and can be tried again in place', async ({
  page,
  player,
}) => {
  const lesson = lessonWithCheck();
  await breakElement(page, 'h3');
  await page.goto(`${player}#/lesson/${lesson.id}`);

  const failed = page.getByRole('alert').filter({ hasText: 'This question could not be shown.' });
  await expect(failed).toHaveCount(lesson.checks.length);
  await expect(page.locator('section.part')).toHaveCount(lesson.parts.length);
  await page.getByText('For support').first().click();
  await expect(page.getByText('Error: h3 is broken').first()).toBeVisible();

  await mend(page);
  const again = page.getByRole('button', { name: 'Try again' });
  await again.first().click();
  await expect(failed).toHaveCount(lesson.checks.length - 1);
  await expect(page.locator('form .stem')).toHaveCount(1);
});

test('a quiz that can’t be drawn lets the learner go on with another lesson', async ({
  page,
  player,
}) => {
  const lesson = lessonWithCheck();
  await breakElement(page, 'h2');
  await page.goto(`${player}#/lesson/${lesson.id}/quiz`);
  await expect(page.getByRole('alert')).toContainText('This question could not be shown.');

  await mend(page);
  await page.getByRole('main').getByRole('link', { name: 'All lessons' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.config.title);
});
