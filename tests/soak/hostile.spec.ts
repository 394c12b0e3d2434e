import { decodeProgress } from '#src/course/progress-codec.ts';
import { hostileProfiles } from '../support/hostile.ts';
import { courseUnderTest } from '../support/content.ts';
import { expect, test, vocabulary } from '../support/lms.ts';

/*
 * Each hostile profile before the real package in a real browser: one answer with an ordinary LMS,
 * one with the profile, then the page is killed, and an ordinary LMS opens the course again. What was
 * said to be saved is there, and what the profile spoiled was not overwritten.
 */

const { config, lessons } = await courseUnderTest();
const { title } = config;
const [first] = lessons;
const [one, two] = first?.questions ?? [];
if (!first || !one || !two) throw new Error('These tests need a lesson with two questions.');

const DOUBTS = /^Your saved progress|^Your learning system did not|^There is work of yours/;

for (const format of ['scorm12', 'scorm2004-4th'] as const) {
  for (const [name, { launch }] of hostileProfiles) {
    test(`${format} loses nothing before ${name}`, async ({ lmsOf }) => {
      test.slow();
      const { set, commit } = vocabulary(format);
      const lms = lmsOf(format);
      let learner = await lms.launch();
      await learner.openQuiz(first);
      await learner.answer(one, 'right');
      await lms.settle();
      await lms.close();
      const writes = (await lms.calls(set, commit)).length;

      learner = await lms.launch(launch);
      const doubt = learner.screen.getByRole('heading', { name: DOUBTS });
      const resumed = learner.link('Continue').first();
      await expect(doubt.or(resumed)).toBeVisible({ timeout: 20_000 });
      let isSaved = false;
      if (await doubt.isVisible()) {
        expect(await lms.calls(set, commit)).toHaveLength(writes);
      } else {
        await resumed.click();
        await expect(learner.result).toContainText('Right');
        await learner.next();
        await learner.answer(two, 'right');
        const status = learner.screen.locator('[data-saving]').first();
        await expect(status).toHaveAttribute('data-saving', /saved|failed/, { timeout: 20_000 });
        isSaved = (await status.getAttribute('data-saving')) === 'saved';
      }
      await lms.kill();

      learner = await lms.launch();
      await expect(learner.heading).toHaveText(title);
      await expect
        .poll(async () => answersIn((await lms.committed())['cmi.suspend_data']), {
          timeout: 15_000,
        })
        .toBeGreaterThanOrEqual(isSaved ? 2 : 1);
    });
  }
}

/** Answered questions of the first lesson in what an LMS holds. */
function answersIn(suspendData = ''): number {
  const decoded = decodeProgress(suspendData.replace(/\.\d+$/, ''));
  const lesson = first && decoded.ok && decoded.progress.lessons.get(first.number);
  return lesson ? lesson.questions.size : 0;
}
