import type { Page } from '@playwright/test';
import { practise } from '#src/cli/bench/practise.ts';
import { scrollsSideways, violations } from '../support/axe.ts';
import { courseUnderTest } from '../support/content.ts';
import { byKeyboard } from '../support/keyboard.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
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

test.describe('controls that can do nothing yet', () => {
  /** Opens a lab of a kind in its first state. */
  async function openLab(page: Page, player: string, kind: string) {
    const found = labs.find(({ lab }) => lab.kind === kind);
    if (!found) throw new Error(`These tests need a lab of kind ${kind}.`);
    await page.goto(`${player}#/lesson/${found.lesson.id}/lab/${found.lab.id}`);
    await expect(page.locator('.stage')).toBeVisible();
  }

  test('keep the focus in the report, and its page is told', async ({ page, player }) => {
    await openLab(page, player, 'importer-report');
    const [earlier, later] = ['Earlier page', 'Later page'].map((name) =>
      page.getByRole('button', { name }),
    );
    await later?.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Page 2 of' })).toBeVisible();
    await earlier?.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Page 1 of' })).toBeVisible();
    await expect(earlier ?? page.locator('none')).toBeFocused();
  });

  test('say why in the table of files', async ({ page, player }) => {
    await openLab(page, player, 'offender-graph');
    await page.getByRole('button', { name: 'Link by phone' }).press('Enter');
    await expect(
      page.getByRole('status').filter({ hasText: 'Tick two files first.' }),
    ).toBeVisible();
    const files = page.getByRole('checkbox');
    for (const file of [0, 1, 2]) await files.nth(file).check();
    await expect(files.nth(0)).not.toBeChecked();
    await expect(page.getByRole('status').filter({ hasText: 'is unticked' })).toHaveCount(1);
  });

  test('say what is missing in the plan', async ({ page, player }) => {
    await openLab(page, player, 'business-case');
    const stage = page.locator('.stage');
    await stage.locator('.end .button').first().click();
    await expect(stage.getByRole('status').filter({ hasText: 'Choose first:' })).toBeVisible();
    await expect(stage.getByRole('radio').first()).toBeFocused();
  });
});

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
      await expect(page.locator('.debrief-title')).toHaveText('Debrief: 100%');
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
      await learner.button('Practice again').click();
      await expect(page.locator('.stage')).toHaveAttribute('data-decisions', '0');
    });
  });
}
