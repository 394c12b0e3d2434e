import { courseUnderTest } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();

/** Pixels between the top of a note and the first line of its passage. */
const NEAR = 8;

test('every note begins beside the first line of its passage, and none hangs below its part', async ({
  page,
  player,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  let notes = 0;
  for (const { id, title } of course.lessons) {
    await page.goto(`${player}#/lesson/${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    const stacks = await page.locator('.passage > .notes').evaluateAll((elements) =>
      elements.map((stack) => {
        const passage = stack.previousElementSibling?.getBoundingClientRect();
        const [first, ...further] = [...stack.children].map((note) => note.getBoundingClientRect());
        const last = further.at(-1) ?? first;
        const text = stack.closest('.text')?.getBoundingClientRect();
        const part = stack.closest('.part')?.getBoundingClientRect();
        return {
          notes: stack.children.length,
          drift: (first?.top ?? NaN) - (passage?.top ?? NaN),
          isBeside: (first?.left ?? 0) >= (text?.right ?? Infinity),
          below: (last?.bottom ?? NaN) - (part?.bottom ?? NaN),
          folded: further.map(({ height }) => Math.round(height)),
        };
      }),
    );
    for (const stack of stacks) {
      notes += stack.notes;
      expect(stack.isBeside, title).toBe(true);
      expect(Math.abs(stack.drift), title).toBeLessThanOrEqual(NEAR);
      expect(stack.below, title).toBeLessThanOrEqual(0);
      // One line of its label, or two where a date is long.
      for (const height of stack.folded) expect(height, title).toBeLessThanOrEqual(64);
    }
    expect(await page.locator('.margin-note').count(), title).toBe(
      stacks.reduce((sum, stack) => sum + stack.notes, 0),
    );
  }
  expect(notes).toBeGreaterThan(50);
});

test('a folded note opens, and says what it is', async ({ page, player }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const stacked = course.lessons.find(({ id }) => id === 'acting-commissioner');
  await page.goto(`${player}#/lesson/${stacked?.id ?? ''}`);
  const folded = page.locator('.margin-note:has(details)').first();
  const label = folded.locator('summary');
  await expect(folded).toHaveAccessibleName((await label.textContent()) ?? '');
  await expect(folded.locator('.cite')).toBeHidden();
  await label.focus();
  await page.keyboard.press('Enter');
  await expect(folded.locator('.cite')).toBeVisible();
});

test('on a phone every note stands open below its passage', async ({ page, player }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${player}#/lesson/acting-commissioner`);
  await expect(page.locator('.margin-note').first()).toBeVisible();
  await expect(page.locator('.margin-note details')).toHaveCount(0);
});
