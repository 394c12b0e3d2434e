import { examinedQuestions } from '#src/content/outline.ts';
import { courseUnderTest, lessonUnderTest } from '../support/content.ts';
import { expect, test } from '../support/player.ts';

const course = await courseUnderTest();
const [first, second] = course.lessons;
if (!first || !second) throw new Error('These tests need a course of two lessons.');

test.beforeEach(async ({ learner, page, player }) => {
  await page.goto(player);
  await expect(learner.heading).toHaveText(course.config.title);
});

test('a learner takes every lesson, passes, and finds the results open', async ({
  learner,
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(`${page.url()}#/results`);
  await expect(learner.heading).toHaveText('Your results are still locked');
  for (const lesson of course.lessons) {
    await learner.practise(lesson);
    await learner.openQuiz(lesson);
    await learner.answerAll(lesson, 'right');
    await expect(page.locator('.stamp')).toBeVisible();
  }
  await learner.link('Take the final assessment').click();
  await learner.button('Begin').click();
  await learner.answerAssessment(course.lessons.flatMap(examinedQuestions), 'right');
  await learner.link('See your results').click();
  await expect(learner.heading).toHaveText('Passed');
  await expect(page.locator('dd').first()).toHaveText('100%');
});

test('a closed tab comes back where it was, with the answer begun', async ({
  learner,
  page,
  context,
  player,
}) => {
  const [one, two] = first.questions;
  if (!one || !two) throw new Error('The first quiz needs two questions.');
  await learner.openQuiz(first);
  await learner.answer(one, 'right');
  await learner.next();
  await learner.respond(two, 'right');
  await page.close({ runBeforeUnload: true });

  const again = await context.newPage();
  await again.goto(player);
  await again.getByRole('link', { name: 'Continue' }).click();
  await expect(again.getByText('Question 2 of')).toBeVisible();
  await again.getByRole('button', { name: 'Check the answer' }).click();
  await expect(again.locator('.result')).toContainText('Right');
});

test('an answer that was begun is still there after a look into the lesson', async ({
  learner,
  page,
}) => {
  const [one, two] = first.questions;
  if (!one || !two) throw new Error('The first quiz needs two questions.');
  await learner.openQuiz(first);
  await learner.answer(one, 'right');
  await learner.next();
  await learner.respond(two, 'right');
  await learner.openLesson(second);
  await learner.openQuiz(first);
  await expect(page.getByText('Question 2 of')).toBeVisible();
  await learner.button('Check the answer').click();
  await expect(learner.result).toContainText('Right');
});

test('F5 in the middle of a lesson keeps the place', async ({ learner, page }) => {
  await learner.openLesson(second);
  await page.locator('#part-3').evaluate((part) => part.scrollIntoView());
  await expect(page.locator('[aria-current=location]')).toHaveText(second.parts[2] ?? '');
  await page.reload();
  await expect(page.locator('#part-3-title')).toBeInViewport();
  await expect(page.locator('[aria-current=location]')).toHaveText(second.parts[2] ?? '');
});

test('an answered question shows its feedback again after F5', async ({ learner, page }) => {
  const [one] = first.questions;
  if (!one) throw new Error('The first quiz needs a question.');
  await learner.openQuiz(first);
  await learner.answer(one, 'wrong');
  await page.reload();
  await expect(learner.result).toContainText('Not right');
  await learner.next();
  await expect(page.getByText('Question 2 of')).toBeVisible();
});

test('missed questions can be answered again, and the best result counts', async ({
  learner,
  page,
}) => {
  await learner.openQuiz(first);
  for (const [index, question] of first.questions.entries()) {
    await learner.answer(question, index === 0 ? 'wrong' : 'right');
    await learner.next();
  }
  await expect(page.locator('.outcome-title')).not.toContainText('100%');
  await learner.button('Answer the missed ones again').click();
  const [missed] = first.questions;
  if (!missed) throw new Error('The first quiz needs a question.');
  await learner.answer(missed, 'right');
  await learner.next();
  await expect(page.locator('.outcome-title')).toContainText('100%');
});

test('an inline check gives feedback, can be tried again, and is remembered', async ({
  learner,
  page,
}) => {
  const lesson = await lessonUnderTest(first.id);
  const [check] = lesson.checks;
  if (!check) throw new Error('The first lesson needs a check.');
  await learner.openLesson(lesson);
  await learner.answer(check, 'wrong');
  await learner.card(check).getByRole('button', { name: 'Try again' }).click();
  await learner.answer(check, 'right');
  await page.waitForFunction(() => document.body.innerText.toUpperCase().includes('SAVED'));
  await page.reload();
  await expect(learner.card(check).locator('.result')).toContainText('Right');
});

test('a case in a lesson is decided first, then read', async ({ learner, page }) => {
  await learner.openLesson(first);
  const [box] = await page.locator('.reveal').all();
  if (!box) throw new Error('The first lesson needs a case.');
  const answer = box.locator('details > p').first();
  await expect(answer).toBeHidden();
  const [way] = await box.getByRole('button').all();
  const words = (await way?.textContent()) ?? '';
  await way?.click();
  await expect(answer).toBeVisible();
  await expect(box.locator('summary')).toBeFocused();
  await expect(box.getByText(`You chose: ${words.trim()}`)).toBeVisible();
});

test('a typed-in address of a lesson that does not exist says so', async ({
  learner,
  page,
  player,
}) => {
  await page.goto(`${player}#/lesson/nothing-here`);
  await expect(learner.heading).toHaveText('There is no such page');
  await page.goto(`${player}#/nowhere/at/all`);
  await expect(page.getByText('The address names nothing in this course.')).toBeVisible();
});

test('damaged progress is put before the learner, and kept aside where it starts afresh', async ({
  page,
  player,
}) => {
  const { id, title } = course.config;
  const key = `${id}:record`;
  await page.addInitScript((name) => localStorage.setItem(name, 'damaged'), key);
  await page.goto('about:blank');
  await page.goto(player);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Your saved progress arrived damaged');
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe('damaged');
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(heading).toHaveText(title);
  const kept = await page.evaluate(
    (prefix) => Object.keys(localStorage).filter((name) => name.startsWith(prefix)),
    `${id}:damaged:`,
  );
  expect(kept).toHaveLength(1);
});
