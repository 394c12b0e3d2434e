import type { Page } from '@playwright/test';
import { practise } from '#src/cli/bench/practise.ts';
import { scrollsSideways, violations } from '../support/axe.ts';
import { courseUnderTest } from '../support/content.ts';
import { byKeyboard } from '../support/keyboard.ts';
import { expect, test } from '../support/player.ts';

const course = courseUnderTest();
const labs = course.lessons.flatMap((lesson) => lesson.labs.map((lab) => ({ lesson, lab })));

/** What is wrong with the screen in view, by day, by night and on a narrow screen. */
async function flaws(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page)));
  }
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await scrollsSideways(page)));
  await page.setViewportSize(size);
  return found;
}

for (const { lesson, lab } of labs) {
  test.describe(`practice ${lab.id}`, () => {
    test.slow();
    test.use({ contextOptions: { reducedMotion: 'reduce' } });

    test.beforeEach(async ({ page, player, learner }) => {
      await page.goto(`${player}#/lesson/${lesson.id}/lab/${lab.id}`);
      await expect(learner.heading).toHaveText(lab.title);
      await expect(page.locator('.stage')).toBeVisible();
    });

    test('can be brought to full marks with the keyboard alone, each press held for long', async ({
      page,
    }) => {
      await practise(page, lab, { who: 'expert', operate: byKeyboard });
      await expect(page.locator('.debrief-title')).toHaveText('Debrief: 100\u00a0%');
      await expect(page.locator('.debrief-title')).toBeFocused();
    });

    test('has no barrier that axe knows, does not scroll sideways, and survives F5', async ({
      page,
      learner,
    }) => {
      const found: string[] = [];
      await practise(page, lab, {
        who: 'careless',
        async onTurn(decisions) {
          if (decisions === 0 || decisions === 2) found.push(...(await flaws(page)));
          if (decisions !== 2) return;
          const log = await page.getByRole('log').textContent();
          await page.reload();
          await expect(page.locator('.stage')).toHaveAttribute('data-decisions', '2');
          expect(await page.getByRole('log').textContent()).toBe(log);
        },
      });
      found.push(...(await flaws(page)));
      expect(found).toEqual([]);
      await learner.button('Practise again').click();
      await expect(page.locator('.stage')).toHaveAttribute('data-decisions', '0');
    });
  });
}
