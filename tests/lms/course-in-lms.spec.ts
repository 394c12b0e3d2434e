import { examinedQuestions } from '#src/content/outline.ts';
import { courseUnderTest, lessonsDoneRecord } from '../support/content.ts';
import { expect, LMS_FORMATS, test, vocabulary } from '../support/lms.ts';

const course = await courseUnderTest();
const [first, second] = course.lessons;
const bank = course.lessons.flatMap(examinedQuestions);
const [one, two, three] = first?.questions ?? [];
const last = course.lessons.at(-1);
/** A lesson with a lab. */
const practical = course.lessons.find(({ labs }) => labs.length > 0);
if (!first || !second || !one || !two || !three || !last || !practical)
  throw new Error('These tests need lessons, three questions in the first, and a lab in one.');

for (const format of LMS_FORMATS) {
  const { set, commit, finish } = vocabulary(format);
  const is2004 = format !== 'scorm12';
  /** Lessons that who passes has still to take: all of them in one format, in the others two. */
  const toTake = format === 'scorm2004-3rd' ? course.lessons : [practical, last];

  test.describe(format, () => {
    test('launch marks the attempt as under way with one commit and few calls', async ({
      lmsOf,
    }) => {
      const lms = lmsOf(format);
      const learner = await lms.launch();
      await expect(learner.heading).toHaveText(course.config.title);
      const calls = await lms.calls();
      expect(calls.length).toBeLessThanOrEqual(15);
      expect(await lms.calls(commit)).toHaveLength(1);
      const { status, completion } = await lms.gradebook();
      expect(is2004 ? completion : status).toBe('incomplete');
    });

    test('learn, answer right and wrong, quit mid-question, resume', async ({ lmsOf }) => {
      const lms = lmsOf(format);
      let learner = await lms.launch();
      await learner.openQuiz(first);

      const before = (await lms.calls(commit)).length;
      await learner.answer(one, 'right');
      await lms.settle();
      expect(await lms.calls(commit)).toHaveLength(before + 1);
      const afterOne = await lms.committed();
      expect(afterOne['cmi.interactions.0.id']).toContain(`${first.id}.${one.id}`);
      expect(afterOne['cmi.interactions.0.result']).toBe('correct');

      await learner.next();
      await learner.answer(two, 'wrong');
      await lms.settle();
      expect((await lms.committed())['cmi.interactions.1.result']).toBe(
        is2004 ? 'incorrect' : 'wrong',
      );

      await learner.next();
      await learner.respond(three, 'right');
      await lms.close();
      expect((await lms.gradebook()).uncommitted).toBe(false);
      expect(await lms.calls(finish)).toHaveLength(1);

      learner = await lms.launch();
      await learner.link('Continue').click();
      await learner.card(three).getByRole('button', { name: 'Check the answer' }).click();
      await expect(learner.result).toContainText('Right');
      await learner.next();
      for (const question of first.questions.slice(3)) {
        await learner.answer(question, 'right');
        await learner.next();
      }
      await learner.button('Answer the missed ones again').click();
      await learner.answer(two, 'right');
      await learner.next();
      await expect(learner.screen.locator('.outcome-title')).toContainText('100%');
      expect(await lms.refused()).toEqual([]);
    });

    test('pass, exit, and find the results open', async ({ lmsOf }) => {
      // One format takes the whole course: every practice, every quiz, the assessment.
      test.setTimeout(300_000);
      const lms = lmsOf(format);
      await lms.hold(
        lessonsDoneRecord(course.lessons.filter((lesson) => !toTake.includes(lesson))),
      );
      let learner = await lms.launch();
      for (const lesson of toTake) {
        await learner.practise(lesson);
        await learner.openQuiz(lesson);
        await learner.answerAll(lesson, 'right');
      }
      await lms.settle();
      const types = Object.entries(await lms.committed()).filter(([name]) =>
        name.endsWith('.type'),
      );
      expect(types.map(([, type]) => type)).toContain('performance');
      await learner.link('Take the final assessment').first().click();
      await learner.button('Begin').click();
      await learner.answerAssessment(bank, 'right');
      await lms.settle();
      const passed = await lms.gradebook();
      expect(passed.score).toBe('100');
      if (is2004) {
        expect(passed).toMatchObject({ completion: 'completed', success: 'passed' });
      } else {
        expect(passed.status).toBe('passed');
      }

      await learner.button('Save and exit').click();
      await expect(learner.heading).toHaveText('Saved. You may leave the course.');
      await lms.close();
      expect(await lms.calls(finish)).toHaveLength(1);
      expect(await lms.refused()).toEqual([]);

      learner = await lms.launch();
      await learner.link('See your results').first().click();
      await expect(learner.heading).toHaveText('Passed');
    });

    // Who takes the whole course works them all.
    if (toTake !== course.lessons) {
      test('every practice can be brought to full marks', async ({ lmsOf }) => {
        test.slow();
        const lms = lmsOf(format);
        await lms.hold(lessonsDoneRecord(course.lessons));
        const learner = await lms.launch();
        for (const lesson of course.lessons) await learner.practise(lesson);
        await lms.settle();
        expect(await lms.refused()).toEqual([]);
        const results = Object.entries(await lms.committed()).filter(([name]) =>
          name.endsWith('.result'),
        );
        // SCORM 2004 keeps room for the final assessment: of lessons it is told the first few.
        const labs = course.lessons.flatMap((lesson) => lesson.labs);
        expect(new Set(results.map(([, result]) => result))).toEqual(new Set(['correct']));
        expect(results.length).toBeGreaterThanOrEqual(is2004 ? 6 : labs.length);
      });
    }

    test('a killed browser loses nothing that was answered', async ({ lmsOf }) => {
      const lms = lmsOf(format);
      let learner = await lms.launch();
      await learner.openQuiz(first);
      await learner.answer(one, 'right');
      await lms.settle();
      await lms.kill();
      learner = await lms.launch();
      await learner.link('Continue').click();
      await expect(learner.result).toContainText('Right');
    });

    test('a failing LMS is told to the learner, and healed by the next save', async ({ lmsOf }) => {
      const lms = lmsOf(format);
      let learner = await lms.launch();
      await learner.openQuiz(first);
      await lms.configure({ commit: 'forgets' });
      await learner.answer(one, 'right');
      await expect(learner.screen.getByText('Your latest answers are not saved')).toBeVisible();
      await lms.configure({ commit: 'ok' });
      await learner.button('Save now').click();
      await expect(learner.screen.getByText('Your latest answers are not saved')).toBeHidden();
      await lms.kill();
      learner = await lms.launch();
      await learner.link('Continue').click();
      await expect(learner.result).toContainText('Right');
    });

    test('an exit that the LMS refuses keeps the course open, and loses nothing', async ({
      lmsOf,
    }) => {
      const lms = lmsOf(format);
      let learner = await lms.launch();
      await learner.openQuiz(first);
      await learner.answer(one, 'right');
      await lms.settle();
      await lms.configure({ commit: 'fails' });
      await learner.next();
      await learner.button('Save and exit').click();
      await expect(learner.screen.getByText('so the course stays open')).toBeVisible();
      expect(await lms.calls(finish)).toEqual([]);
      await lms.configure({ commit: 'ok' });
      await learner.answer(two, 'right');
      await expect(learner.screen.getByText('Your latest answers are not saved')).toBeHidden();
      await learner.button('Save and exit').click();
      await expect(learner.heading).toHaveText('Saved. You may leave the course.');
      expect(await lms.calls(finish)).toHaveLength(1);

      learner = await lms.launch();
      await learner.link('Continue').click();
      await expect(learner.card(two)).toBeVisible();
      await expect(learner.result).toContainText('Right');
    });

    test('a record that arrives damaged is not overwritten before the learner has chosen', async ({
      lmsOf,
    }) => {
      const lms = lmsOf(format);
      const whole = lessonsDoneRecord(course.lessons);
      await lms.hold(whole.slice(0, -3));
      const learner = await lms.launch();
      await expect(learner.heading).toHaveText('Your saved progress arrived damaged');
      await learner.button('Try again').click();
      await expect(learner.heading).toHaveText('Your saved progress arrived damaged');
      expect(await lms.calls(set, commit)).toEqual([]);
      await learner.button('Start afresh').click();
      await expect(learner.heading).toHaveText(course.config.title);
    });

    test('a "saved" that stored nothing is made good at the next launch', async ({ lmsOf }) => {
      const lms = lmsOf(format);
      let learner = await lms.launch();
      await learner.openQuiz(first);
      await lms.configure({ commit: 'lies' });
      await learner.answer(one, 'right');
      await lms.settle();
      await lms.kill();
      await lms.configure({ commit: 'ok' });
      learner = await lms.launch({ commit: 'ok' });
      await learner.link('Continue').click();
      await expect(learner.result).toContainText('Right');
      await lms.settle();
      expect((await lms.committed())['cmi.interactions.0.result']).toBe('correct');
    });

    test('a server that no longer answers is told, whatever the LMS says', async ({
      lmsOf,
      context,
    }) => {
      const lms = lmsOf(format);
      const learner = await lms.launch();
      await learner.openQuiz(first);
      await lms.settle();
      await context.route('**/line.txt*', (route) => route.abort());
      await learner.answer(one, 'right');
      await expect(
        learner.screen.getByText('The line to your learning system is down'),
      ).toBeVisible();
      await context.unroute('**/line.txt*');
      await learner.button('Save now').click();
      await expect(learner.screen.getByText('Your latest answers are not saved')).toBeHidden();
    });

    test('a lesson that did not arrive is fetched again in place, and the session goes on', async ({
      lmsOf,
      context,
    }) => {
      const lms = lmsOf(format);
      const learner = await lms.launch();
      await context.route('**/chunks/*.js', (route) => route.abort());
      await learner.screen.locator('.manifest').getByRole('link', { name: first.title }).click();
      await expect(learner.heading).toHaveText('The page did not arrive');
      await context.unroute('**/chunks/*.js');
      await learner.button('Try again').click();
      await expect(learner.heading).toHaveText(first.title);
      await learner.openQuiz(first);
      await learner.answer(one, 'right');
      await lms.settle();
      expect((await lms.committed())['cmi.interactions.0.result']).toBe('correct');
      expect(await lms.calls(finish)).toEqual([]);
    });

    test('review writes nothing, ends its session, and leaves the attempt to be resumed', async ({
      lmsOf,
    }) => {
      const lms = lmsOf(format);
      let learner = await lms.launch();
      await learner.openQuiz(first);
      await learner.answer(one, 'right');
      await lms.close();
      const written = (await lms.calls(set)).length;

      learner = await lms.launch({ mode: 'review' });
      await expect(learner.screen.getByText('opened the course for review')).toBeVisible();
      await learner.openQuiz(second);
      await learner.answer(second.questions[0] ?? one, 'right');
      await lms.close();
      expect(await lms.calls(set)).toHaveLength(written);
      expect(await lms.calls(finish)).toHaveLength(2);

      learner = await lms.launch();
      await learner.link('Continue').click();
      await expect(learner.result).toContainText('Right');
    });

    test('the pass mark of the LMS is the one shown', async ({ lmsOf }) => {
      const learner = await lmsOf(format).launch({ masteryScore: 90 });
      await expect(learner.screen.getByText('90%', { exact: true }).first()).toBeVisible();
    });

    test('without an LMS the learner is told, and can learn', async ({ lmsOf }) => {
      const learner = await lmsOf(format).launch({ frame: 'none' });
      await expect(learner.screen.getByText('Nothing is saved: the course has no')).toBeVisible({
        timeout: 15_000,
      });
      await learner.openQuiz(second);
      await learner.answer(second.questions[0] ?? one, 'right');
      await expect(learner.result).toContainText('Right');
    });

    // The editions of 2004 differ in their manifests only: places are tried with one of them.
    if (format === 'scorm2004-4th') return;

    for (const frame of ['nested', 'popup', 'late'] as const) {
      test(`finds the LMS when it is ${frame}`, async ({ lmsOf }) => {
        const lms = lmsOf(format);
        const learner = await lms.launch({ frame });
        await expect(learner.heading).toHaveText(course.config.title, { timeout: 15_000 });
        await learner.openQuiz(first);
        await learner.answer(one, 'right');
        await lms.settle();
        expect((await lms.committed())['cmi.interactions.0.result']).toBe('correct');
      });
    }

    for (const profile of ['octet', 'plain', 'csp', 'no-unload', 'poor-mime'] as const) {
      test(`runs from a server of profile ${profile}`, async ({ lmsOf }) => {
        const lms = lmsOf(format);
        const learner = await lms.launch({ profile });
        await learner.openQuiz(first);
        await expect(learner.card(one)).toHaveCSS('border-top-style', 'solid');
        await learner.answer(one, 'right');
        await lms.settle();
        expect((await lms.committed())['cmi.interactions.0.result']).toBe('correct');
        expect(await lms.refused()).toEqual([]);
      });
    }
  });
}
