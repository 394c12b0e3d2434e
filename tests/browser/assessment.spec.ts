import { examinedQuestions } from '#src/content/outline.ts';
import { courseUnderTest, lessonsDoneRecord } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = courseUnderTest();
const bank = course.lessons.flatMap(examinedQuestions);
const count = course.config.assessment?.questions;
if (count === undefined) throw new Error('These tests need a course with a final assessment.');
const record = [`${course.config.id}:record`, lessonsDoneRecord(course.lessons)] as const;

test.slow();

test('it is locked until every lesson is completed, also for a typed-in address', async ({
  page,
  player,
  learner,
}) => {
  await page.goto(`${player}#/assessment`);
  await expect(learner.heading).toHaveText('The final assessment is still locked');
});

test.describe('with all lessons done', () => {
  test.beforeEach(async ({ page, player, learner }) => {
    await page.goto(`${player}licenses.txt`);
    await page.evaluate(([key, value]) => localStorage.setItem(key, value), record);
    await page.goto(player);
    await expect(learner.heading).toHaveText(course.config.title);
    await learner.link('Take the final assessment').first().click();
    await learner.button('Begin').click();
  });

  test('begins with the focus on the first question', async ({ page }) => {
    await expect(page.locator('#main .stem')).toBeFocused();
  });

  test('a closed tab comes back to the question, with the answers and the draft', async ({
    page,
    context,
    player,
    learner,
  }) => {
    const asked = await learner.answerAssessment(bank, 'right', 3);
    const stem = ((await page.locator('.stem').textContent()) ?? '').trim();
    const fourth = bank.find((question) => question.stem === stem);
    if (!fourth) throw new Error('The fourth question is not of the bank.');
    expect(new Set([...asked, stem]).size).toBe(4);
    await learner.respond(fourth, 'right');
    await page.close({ runBeforeUnload: true });

    const again = await context.newPage();
    await again.goto(player);
    await again.getByRole('link', { name: 'Continue the final assessment' }).first().click();
    await expect(again.locator('.stem')).toHaveText(stem);
    await expect(again.getByText(`Question 4 of ${count}`)).toBeVisible();
    await again.getByRole('button', { name: 'Check the answer' }).click();
    await expect(again.locator('.result')).toContainText('Right');
  });

  test('a failed attempt shows what to read again, another one passes and counts', async ({
    page,
    learner,
  }) => {
    const first = await learner.answerAssessment(bank, 'wrong');
    expect(first).toHaveLength(Math.min(count, bank.length));
    await expect(page.locator('.outcome-title')).toBeFocused();
    await expect(learner.link(/^Read again/).first()).toBeVisible();
    await expect(page.getByText('Passed')).toBeHidden();

    await learner.button('Begin another attempt').click();
    await expect(page.getByText('Attempt 2').first()).toBeVisible();
    const second = await learner.answerAssessment(bank, 'right');
    const repeated = second.filter((stem) => first.includes(stem));
    expect(repeated).toHaveLength(Math.max(0, first.length + second.length - bank.length));
    await expect(page.getByText('Passed')).toBeVisible();
    await learner.link('See your results').click();
    await expect(learner.heading).toHaveText('Passed');
  });
});
