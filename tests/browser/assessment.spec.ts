import { examinedQuestions } from '#src/content/outline.ts';
import { courseUnderTest, lessonsDoneRecord } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const bank = course.lessons.flatMap(examinedQuestions);
const settings = course.config.assessment;
if (!settings) throw new Error('These tests need a course with a final assessment.');
const count = Math.min(settings.questions, bank.length);
const record = [`${course.config.id}:record`, lessonsDoneRecord(course.lessons)] as const;
const [first] = course.lessons;
if (!first) throw new Error('These tests need a lesson.');

test.slow();

test('it is locked until every lesson is cleared, also for a typed-in address', async ({
  page,
  player,
  learner,
}) => {
  await page.goto(`${player}#/assessment`);
  await expect(learner.heading).toHaveText('The final assessment is still locked');
});

test.describe('with all lessons cleared', () => {
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
    await again.getByRole('button', { name: 'Hand in the answer' }).click();
    await expect(again.getByText(`Question 5 of ${count}`)).toBeVisible();
    await expect(again.locator('.stem')).toBeFocused();
  });

  test('no key and no feedback is shown, and the lessons keep theirs until it is finished', async ({
    page,
    player,
    learner,
  }) => {
    await learner.answerAssessment(bank, 'wrong', 1);
    await expect(learner.result).toHaveCount(0);
    await expect(page.locator('.stem')).toBeFocused();

    await page.goto(`${player}#/lesson/${first.id}/quiz`);
    await expect(learner.heading).toHaveText('The quiz is closed for now');
    await page.goto(`${player}#/lesson/${first.id}`);
    await expect(page.getByText('Check yourself · closed for now').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check the answer' })).toHaveCount(0);
    const [lab] = first.labs;
    if (lab) {
      await page.goto(`${player}#/lesson/${first.id}/lab/${lab.id}`);
      await expect(learner.heading).toHaveText('The practice is closed for now');
    }
    await learner.link('Back to the assessment').first().click();
    await expect(page.getByText(`Question 2 of ${count}`)).toBeVisible();
  });

  test('a failed attempt asks to read its parts again, another one passes and completes', async ({
    page,
    learner,
  }) => {
    const asked = await learner.answerAssessment(bank, 'wrong');
    expect(asked).toHaveLength(count);
    await expect(page.locator('.outcome-title')).toBeFocused();
    await expect(page.getByText('Not passed.')).toBeVisible();
    await expect(learner.button('Begin another attempt')).toHaveCount(0);
    await expect(page.getByText('Your answers and the keys')).toHaveCount(0);

    const parts = page.locator('.again').getByRole('link');
    for (let left = await parts.count(); left > 0; left--) {
      const [place] = /part \d+ of \d+/.exec(await parts.first().innerText()) ?? [];
      await parts.first().click();
      await expect(page.locator('article h1')).toBeVisible();
      // A part counts as read when the bar names it as the one in view.
      if (place) await expect(page.locator('header')).toContainText(place, { ignoreCase: true });
      await page.goto(`${page.url().split('#')[0]}#/assessment`);
      await expect(parts).toHaveCount(left - 1);
    }
    await learner.button('Begin another attempt').click();
    await expect(page.getByText('Attempt 2').first()).toBeVisible();
    const second = await learner.answerAssessment(bank, 'right');
    const repeated = second.filter((stem) => asked.includes(stem));
    expect(repeated).toHaveLength(Math.max(0, asked.length + second.length - bank.length));
    await expect(page.locator('.stamp')).toContainText('Passed');
    await expect(page.getByText('Your answers and the keys')).toBeVisible();
    await learner.link('See your results').click();
    await expect(learner.heading).toHaveText('Passed');
  });
});
