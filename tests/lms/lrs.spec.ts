import type { Browser } from '@playwright/test';
import { courseUnderTest, finishedRecord } from '../support/content.ts';
import { expect, launched, test } from '../support/lrs.ts';
import type { Learner } from '../support/learner.ts';

const course = await courseUnderTest();
const [first] = course.lessons;
const [one, two] = first?.questions ?? [];
if (!first || !one || !two) throw new Error('These tests need a lesson with two questions.');

const stateOf = (record: string) => JSON.stringify({ record, location: 'overview', told: [] });
const saved = (learner: Learner) => learner.screen.getByText(/^Saved /);

test('cmi5: answer, load the page again, exit; everything is told once and in order', async ({
  page,
  cmi5,
  cmi5Files,
}) => {
  const { lrs } = cmi5;
  const returnURL = `${cmi5Files.address}icon.svg`;
  const learner = await launched(page, cmi5Files, lrs.launch({ returnURL }));
  await learner.openQuiz(first);
  await learner.answer(one, 'right');
  await expect(saved(learner)).toBeVisible();
  expect(lrs.withVerb('answered')[0]?.object.id).toBe(
    `${lrs.activityId}/test/${first.id}/question/${one.id}`,
  );

  await page.reload();
  await expect(learner.result).toContainText('Right');
  await learner.next();
  await learner.answer(two, 'wrong');
  await expect(saved(learner)).toBeVisible();
  await learner.button('Save and exit').click();
  await expect(page).toHaveURL(returnURL);
  expect(lrs.verbs).toEqual(['initialized', 'answered', 'answered', 'terminated']);
  expect(lrs.refusals).toEqual([]);
  expect(lrs.log.filter((request) => request === 'POST fetch')).toHaveLength(1);
});

test('cmi5: a course that is passed tells completed and passed, once for a registration', async ({
  page,
  cmi5: { lrs },
  cmi5Files,
}) => {
  lrs.documents.set(
    lrs.documentKeyOf(`${course.config.id}.record`),
    stateOf(finishedRecord(course)),
  );
  let learner = await launched(page, cmi5Files, lrs.launch({ masteryScore: 0.9 }));
  await expect(saved(learner)).toBeVisible();
  expect(lrs.withVerb('passed')[0]?.result?.score).toMatchObject({ scaled: 1 });
  learner = await launched(page, cmi5Files, lrs.launch({ masteryScore: 0.9 }));
  await learner.button('Save and exit').click();
  await expect(learner.heading).toHaveText('Saved. You may close this window.');
  expect(lrs.verbs).toEqual(['initialized', 'completed', 'passed', 'initialized', 'terminated']);
  expect(lrs.refusals).toEqual([]);
});

test('cmi5: the pass mark of the LMS is the one shown', async ({ page, cmi5, cmi5Files }) => {
  const learner = await launched(page, cmi5Files, cmi5.lrs.launch({ masteryScore: 0.95 }));
  await expect(learner.screen.getByText(/95%/).first()).toBeVisible();
});

test('cmi5: in review nothing is told but the session', async ({ page, cmi5, cmi5Files }) => {
  const { lrs } = cmi5;
  const learner = await launched(page, cmi5Files, lrs.launch({ launchMode: 'Review' }));
  await expect(learner.screen.getByText('opened the course for review')).toBeVisible();
  await learner.openQuiz(first);
  await learner.answer(one, 'right');
  expect(lrs.verbs).toEqual(['initialized']);
  await learner.button('Exit').click();
  await expect(learner.heading).toHaveText('You may close this window.');
  expect(lrs.verbs).toEqual(['initialized', 'terminated']);
  expect(lrs.log.filter((request) => request.startsWith('PUT'))).toEqual([]);
});

test('cmi5: a page that is killed at any request loses nothing that was called saved', async ({
  browser,
  cmi5,
  cmi5Files,
}) => {
  test.slow();
  /** Answers a question in a browser of its own, which is then killed. */
  const session = async (search: string): Promise<boolean> => {
    const page = await newPage(browser);
    const learner = await launched(page, cmi5Files, search);
    await learner.openQuiz(first);
    await learner.answer(one, 'right');
    const told = learner.screen.getByText(/^(Saved |Not saved|Nothing is saved)/);
    await expect(told.first()).toBeVisible({ timeout: 15_000 });
    const isSaved = (await saved(learner).count()) > 0;
    await page.context().close();
    return isSaved;
  };
  const { lrs } = cmi5;
  expect(await session(lrs.launch())).toBe(true);
  const most = cmi5.requests;
  expect(most).toBeGreaterThan(5);
  const key = lrs.documentKeyOf(`${course.config.id}.record`);
  for (let at = 1; at <= most; at += 1) {
    lrs.forget();
    cmi5.requests = 0;
    cmi5.cutAt = at;
    const isSaved = await session(lrs.launch());
    const isThere = lrs.withVerb('answered').length === 1 && lrs.documents.has(key);
    expect({ at, isLost: isSaved && !isThere }).toEqual({ at, isLost: false });
  }
});

test('xapi: answer, load the page again, exit, and come back to it', async ({
  page,
  xapi: { lrs },
  xapiFiles,
}) => {
  const search = `?${new URLSearchParams({
    endpoint: lrs.endpoint,
    auth: lrs.authorization,
    actor: JSON.stringify({ mbox: 'mailto:learner@lms.example', name: 'Ines' }),
    registration: '760e3480-ba55-4991-94b0-01820dbd23a2',
  }).toString()}`;
  const learner = await launched(page, xapiFiles, search);
  await learner.openQuiz(first);
  await learner.answer(one, 'right');
  await expect(saved(learner)).toBeVisible();
  await page.reload();
  await expect(learner.result).toContainText('Right');
  await learner.button('Save and exit').click();
  await expect(learner.heading).toHaveText('Saved. You may close this window.');
  expect(lrs.verbs).toEqual(['initialized', 'answered', 'terminated']);
  await launched(page, xapiFiles, search);
  await learner.link('Continue').click();
  await expect(learner.result).toContainText('Right');
  expect(lrs.refusals).toEqual([]);
});

test('an answer given while the LRS is away goes out when it is back', async ({
  page,
  cmi5,
  cmi5Files,
}) => {
  const learner = await launched(page, cmi5Files, cmi5.lrs.launch());
  await learner.openQuiz(first);
  cmi5.cutAt = 0;
  await learner.answer(one, 'right');
  await expect(learner.screen.getByText('Your latest answers are not saved')).toBeVisible();
  cmi5.cutAt = Infinity;
  await learner.button('Save now').click();
  await expect(saved(learner)).toBeVisible();
  expect(cmi5.lrs.verbs).toEqual(['initialized', 'answered']);
});

test('a package that names no known protocol says so, and opens nothing', async ({
  page,
  cmi5Files,
}) => {
  const html = cmi5Files.text('index.html').replace('data-tracking="cmi5"', 'data-tracking="aicc"');
  await page.route('**/index.html', (route) =>
    route.fulfill({ body: html, contentType: 'text/html' }),
  );
  const learner = await launched(page, cmi5Files, '');
  await expect(learner.heading).toHaveText('The course can’t be opened');
  await expect(page.getByText('data-tracking is “aicc”')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

async function newPage(browser: Browser) {
  return (await browser.newContext()).newPage();
}
