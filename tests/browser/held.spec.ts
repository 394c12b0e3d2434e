import { courseUnderTest, heldRecord } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const [cleared, held] = course.lessons;
if (!cleared || !held) throw new Error('These tests need two lessons.');

test.beforeEach(async ({ page, player }) => {
  await page.addInitScript(([key, record]) => localStorage.setItem(key, record), [
    `${course.config.id}:record`,
    heldRecord(cleared, held),
  ] as const);
  await page.goto(player);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.config.title);
});

test('a held lesson is drawn apart and never counts as cleared', async ({ page }) => {
  const containers = page.locator('header [role=img] i');
  await expect(containers.nth(0)).toHaveAttribute('data-state', 'cleared');
  await expect(containers.nth(1)).toHaveAttribute('data-state', 'held');
  await expect(page.locator('header').getByRole('img')).toHaveAccessibleName(
    `1 cleared · 1 held, of ${course.lessons.length} lessons`,
  );
  const port = page.locator('.port').nth(1);
  await expect(port).toHaveAttribute('data-state', 'held');
  const colours = await page.evaluate(() => {
    const style = (selector: string, name: 'borderTopColor' | 'stroke') => {
      const element = document.querySelector(selector);
      return element ? getComputedStyle(element)[name] : '';
    };
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.color = 'var(--oxide)';
    const oxide = getComputedStyle(probe).color;
    return {
      oxide,
      box: style('header i[data-state=held]', 'borderTopColor'),
      port: style('.port[data-state=held] circle', 'stroke'),
    };
  });
  expect(colours.box).toBe(colours.oxide);
  expect(colours.port).toBe(colours.oxide);
});

test('a port of the chart opens its lesson', async ({ learner, page }) => {
  await page.locator('.port').nth(1).click();
  await expect(learner.heading).toHaveText(held.title);
});
