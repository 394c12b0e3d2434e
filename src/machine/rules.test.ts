import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSESSMENT_DEFAULTS } from '#src/course/assessment.ts';
import type { CourseOutline, LessonOutline } from '#src/course/outline.ts';
import { blankProgress, type Progress } from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import {
  canOpenAssessment,
  canOpenLesson,
  canOpenQuiz,
  canOpenResults,
  courseScore,
  courseShare,
  findLesson,
  isCompleted,
  lessonProgress,
  lessonsBefore,
  lessonScore,
  lessonShare,
  lessonsLeft,
  settleCourse,
  underRules,
  withAnswer,
  withPartRead,
  type CourseRules,
} from './rules.ts';

const AT = Date.UTC(2026, 10, 24, 12);
const BLANK = blankProgress(7);

function rulesOf(
  lessons: readonly LessonOutline[],
  { passMark = 80, ...part }: Partial<CourseOutline> = {},
): CourseRules {
  return { outline: courseOutline(lessons, { passMark, ...part }), passMark };
}

/** One answer after the other: lesson, question, credit. */
function answered(
  rules: CourseRules,
  answers: readonly (readonly [lesson: number, question: number, credit: Credit])[],
  start: Progress = BLANK,
): Progress {
  return answers.reduce((progress, [lesson, question, credit]) => {
    const response = { fingerprint: 1, code: [credit] };
    return withAnswer(rules, progress, { lesson, question, credit, response, at: AT });
  }, start);
}

function read(rules: CourseRules, progress: Progress, lesson: number, part: number): Progress {
  return withPartRead(rules, progress, { lesson, part, at: AT });
}

/** A lesson of so many questions, and the credits that earn `quarters` of them. */
function quizWorth(quarters: number, questions: number) {
  const numbers = Array.from({ length: questions }, (_, index) => index + 1);
  const credits = numbers.map((number): [number, number, Credit] => {
    return [1, number, Math.max(0, Math.min(4, quarters - (number - 1) * 4)) as Credit];
  });
  return { lesson: lessonOutline(1, { questions: numbers }), credits };
}

describe('the score', () => {
  const lesson = lessonOutline(1);
  const rules = rulesOf([lesson]);

  it('is unknown while nothing was answered', () => {
    expect(lessonScore(lesson, BLANK)).toBeUndefined();
    expect(courseScore(rules, BLANK)).toBeUndefined();
  });

  it('is zero, not unknown, when everything was answered wrong', () => {
    const progress = answered(rules, [
      [1, 1, 0],
      [1, 2, 0],
    ]);
    expect(lessonScore(lesson, progress)).toBe(0);
    expect(courseScore(rules, progress)).toBe(0);
  });

  it('counts an unanswered question as nothing earned', () => {
    expect(lessonScore(lesson, answered(rules, [[1, 1, 4]]))).toBe(50);
  });

  it('counts partial credit', () => {
    expect(
      lessonScore(
        lesson,
        answered(rules, [
          [1, 1, 3],
          [1, 2, 4],
        ]),
      ),
    ).toBe(87);
  });

  it('weighs every question of the course alike, whatever its lesson', () => {
    const two = rulesOf([
      lessonOutline(1, { questions: [1, 2, 3] }),
      lessonOutline(2, { questions: [1] }),
    ]);
    expect(courseScore(two, answered(two, [[2, 1, 4]]))).toBe(25);
  });

  it('keeps the best result of a question', () => {
    const progress = answered(rules, [
      [1, 1, 4],
      [1, 1, 0],
    ]);
    expect(lessonProgress(progress, 1).questions.get(1)).toMatchObject({ credit: 4, attempts: 2 });
  });

  it('takes a better result over', () => {
    const progress = answered(rules, [
      [1, 1, 1],
      [1, 1, 3],
    ]);
    expect(lessonProgress(progress, 1).questions.get(1)?.credit).toBe(3);
  });

  it('remembers the last response, be it better or worse', () => {
    const progress = answered(rules, [
      [1, 1, 4],
      [1, 1, 2],
    ]);
    expect(lessonProgress(progress, 1).questions.get(1)?.response?.code).toEqual([2]);
  });

  it('is kept when a later release adds questions', () => {
    const progress = answered(rules, [
      [1, 1, 4],
      [1, 2, 4],
    ]);
    const longer = rulesOf([lessonOutline(1, { questions: [1, 2, 3, 4] })]);
    expect(courseScore(longer, answered(longer, [[1, 3, 0]], progress))).toBe(100);
  });

  it('leaves answers to removed questions out', () => {
    const progress = answered(rules, [
      [1, 1, 4],
      [1, 2, 0],
    ]);
    expect(lessonScore(lessonOutline(1, { questions: [1] }), progress)).toBe(100);
  });
});

describe('the pass mark', () => {
  it('passes a course whose score is exactly at the mark', () => {
    const { lesson, credits } = quizWorth(16, 5);
    const progress = answered(rulesOf([lesson]), credits);
    expect(progress).toMatchObject({ passed: true, bestScore: 80 });
  });

  it('does not pass at 79.9, which shows as 79', () => {
    const { lesson, credits } = quizWorth(799, 250);
    const progress = answered(rulesOf([lesson]), credits);
    expect(progress).toMatchObject({ completed: true, passed: false, bestScore: 79 });
  });

  it('does not pass a course with something left to do, however good its score', () => {
    const rules = rulesOf([
      lessonOutline(1, { questions: [1, 2, 3, 4, 5, 6, 7, 8, 9] }),
      lessonOutline(2, { questions: [1] }),
    ]);
    const progress = answered(
      rules,
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((question) => [1, question, 4] as const),
    );
    expect(progress).toMatchObject({ completed: false, passed: false, bestScore: 90 });
  });

  it('clears a lesson that reaches it, and dates that', () => {
    const rules = rulesOf([lessonOutline(1), lessonOutline(2)]);
    const progress = answered(rules, [
      [1, 1, 4],
      [1, 2, 4],
    ]);
    expect(lessonProgress(progress, 1)).toMatchObject({ state: 'cleared', clearedOn: 327 });
  });

  it('completes a lesson below it, without a date', () => {
    const rules = rulesOf([lessonOutline(1)]);
    const progress = answered(rules, [
      [1, 1, 4],
      [1, 2, 0],
    ]);
    expect(lessonProgress(progress, 1)).toMatchObject({ state: 'completed', clearedOn: undefined });
  });

  it('keeps the first date of a cleared lesson', () => {
    const rules = rulesOf([lessonOutline(1, { questions: [1] })]);
    const progress = answered(rules, [[1, 1, 4]]);
    const response = { fingerprint: 1, code: [4] };
    const later = AT + 7 * 86_400_000;
    const again = withAnswer(rules, progress, {
      lesson: 1,
      question: 1,
      credit: 4,
      response,
      at: later,
    });
    expect(lessonProgress(again, 1).clearedOn).toBe(327);
  });

  it('is the LMS’s where it sets one, not the course’s', () => {
    const outline = courseOutline([lessonOutline(1)], { passMark: 80 });
    const progress = answered({ outline, passMark: 50 }, [
      [1, 1, 4],
      [1, 2, 0],
    ]);
    expect(progress.passed).toBe(true);
  });

  it('stays passed when the LMS raises it', () => {
    const lesson = lessonOutline(1);
    const progress = answered(rulesOf([lesson], { passMark: 50 }), [
      [1, 1, 4],
      [1, 2, 0],
    ]);
    const raised = answered(rulesOf([lesson], { passMark: 100 }), [[1, 2, 0]], progress);
    expect(raised).toMatchObject({ passed: true, completed: true });
    expect(lessonProgress(raised, 1).state).toBe('cleared');
  });
});

describe('completion', () => {
  it('of a lesson takes an answer to every question, right or wrong', () => {
    const lesson = lessonOutline(1);
    const rules = rulesOf([lesson]);
    expect(isCompleted(answered(rules, [[1, 1, 4]]), lesson)).toBe(false);
    expect(
      isCompleted(
        answered(rules, [
          [1, 1, 4],
          [1, 2, 0],
        ]),
        lesson,
      ),
    ).toBe(true);
  });

  it('of a lesson with questions does not come from reading alone', () => {
    const lesson = lessonOutline(1);
    const rules = rulesOf([lesson]);
    expect(isCompleted(read(rules, BLANK, 1, 2), lesson)).toBe(false);
  });

  it('of a lesson without questions takes its last part', () => {
    const lesson = lessonOutline(1, { questions: [], parts: 3 });
    const rules = rulesOf([lesson]);
    expect(isCompleted(read(rules, BLANK, 1, 2), lesson)).toBe(false);
    expect(isCompleted(read(rules, BLANK, 1, 3), lesson)).toBe(true);
  });

  it('is kept by a lesson when a release adds a question to it', () => {
    const rules = rulesOf([lessonOutline(1, { questions: [1] }), lessonOutline(2)]);
    const before = answered(rules, [[1, 1, 0]]);
    const longer = lessonOutline(1, { questions: [1, 2] });
    const release = rulesOf([longer, lessonOutline(2)]);
    const after = read(release, before, 1, 2);
    expect(lessonProgress(after, 1).state).toBe('completed');
    expect(lessonShare(longer, after)).toBe(1);
  });

  it('does not count unscored checks: they are no questions of the lesson', () => {
    const lesson = lessonOutline(1, { questions: [1] });
    const rules = rulesOf([lesson]);
    const progress = answered(rules, [[1, 9, 4]]);
    expect(isCompleted(progress, lesson)).toBe(false);
    expect(progress.bestScore).toBe(0);
  });

  it('of the course takes all mandatory lessons and no optional one', () => {
    const rules = rulesOf([
      lessonOutline(1, { questions: [1] }),
      lessonOutline(2, { questions: [1], optional: true }),
    ]);
    const progress = answered(rules, [[1, 1, 4]]);
    expect(progress).toMatchObject({ completed: true, passed: true, bestScore: 100 });
    expect(answered(rules, [[2, 1, 0]], progress).bestScore).toBe(100);
  });

  it('of an optional lesson does not score the course', () => {
    const rules = rulesOf([
      lessonOutline(1, { questions: [1] }),
      lessonOutline(2, { questions: [1], optional: true }),
    ]);
    expect(courseScore(rules, answered(rules, [[2, 1, 4]]))).toBeUndefined();
  });

  it('ignores an answer in a lesson that the course does not have', () => {
    const rules = rulesOf([lessonOutline(1, { questions: [1] })]);
    expect(answered(rules, [[9, 1, 4]])).toMatchObject({ completed: false, bestScore: 0 });
  });
});

describe('reading', () => {
  const rules = rulesOf([lessonOutline(1, { parts: 4 })]);

  it('counts up to the last part reached', () => {
    expect(lessonProgress(read(rules, BLANK, 1, 3), 1).partsRead).toBe(3);
  });

  it('never counts back', () => {
    const progress = read(rules, BLANK, 1, 3);
    expect(read(rules, progress, 1, 1)).toBe(progress);
  });
});

describe('what is open', () => {
  const lessons = [
    lessonOutline(1, { questions: [1] }),
    lessonOutline(2, { questions: [1], optional: true, prerequisites: [1] }),
    lessonOutline(3, { questions: [], prerequisites: [1, 2] }),
  ];

  function open(rules: CourseRules, progress: Progress): number[] {
    return lessons
      .map(({ number }) => number)
      .filter((number) => canOpenLesson(rules, progress, number));
  }

  it('is everything where sequencing is free', () => {
    expect(open(rulesOf(lessons), BLANK)).toEqual([1, 2, 3]);
  });

  it('is what follows completed mandatory lessons where it is linear', () => {
    const rules = rulesOf(lessons, { sequencing: 'linear' });
    expect(open(rules, BLANK)).toEqual([1]);
    expect(open(rules, answered(rules, [[1, 1, 0]]))).toEqual([1, 2, 3]);
  });

  it('follows the order of the lessons, not their numbers', () => {
    const turned = rulesOf(lessons.toReversed(), { sequencing: 'linear' });
    expect(open(turned, BLANK)).toEqual([3]);
  });

  it('is what has its prerequisites completed, optional ones too, where it goes by those', () => {
    const rules = rulesOf(lessons, { sequencing: 'prerequisites' });
    expect(open(rules, BLANK)).toEqual([1]);
    const one = answered(rules, [[1, 1, 0]]);
    expect(open(rules, one)).toEqual([1, 2]);
    expect(open(rules, answered(rules, [[2, 1, 0]], one))).toEqual([1, 2, 3]);
  });

  it('names the lessons that come before', () => {
    const rules = rulesOf(lessons, { sequencing: 'prerequisites' });
    expect(lessonsBefore(rules, BLANK, 3).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is everything in a completed course, also when a release adds a prerequisite', () => {
    const rules = rulesOf(lessons, { sequencing: 'prerequisites' });
    expect(open(rules, { ...BLANK, completed: true })).toEqual([1, 2, 3]);
  });

  it('is never a lesson that the course does not have', () => {
    expect(canOpenLesson(rulesOf(lessons), BLANK, 9)).toBe(false);
    expect(canOpenQuiz(rulesOf(lessons), BLANK, 9)).toBe(false);
  });

  it('is the quiz of an open lesson that has questions', () => {
    const rules = rulesOf(lessons, { sequencing: 'linear' });
    expect(canOpenQuiz(rules, BLANK, 1)).toBe(true);
    expect(canOpenQuiz(rules, BLANK, 2)).toBe(false);
    expect(canOpenQuiz(rulesOf(lessons), BLANK, 3)).toBe(false);
  });
});

describe('the results', () => {
  const rules = rulesOf([
    lessonOutline(1, { questions: [1] }),
    lessonOutline(2, { questions: [1] }),
    lessonOutline(3, { questions: [1], optional: true }),
  ]);

  it('are locked while a mandatory lesson is left', () => {
    const progress = answered(rules, [
      [1, 1, 4],
      [3, 1, 4],
    ]);
    expect(canOpenResults(rules, progress)).toBe(false);
    expect(lessonsLeft(rules, progress).map(({ number }) => number)).toEqual([2]);
  });

  it('open when all mandatory lessons are done, however badly', () => {
    const progress = answered(rules, [
      [1, 1, 0],
      [2, 1, 0],
    ]);
    expect(canOpenResults(rules, progress)).toBe(true);
    expect(lessonsLeft(rules, progress)).toEqual([]);
  });

  it('stay open when a release adds a lesson', () => {
    const progress = answered(rules, [
      [1, 1, 0],
      [2, 1, 0],
    ]);
    const longer = rulesOf([...rules.outline.lessons, lessonOutline(4)]);
    expect(canOpenResults(longer, progress)).toBe(true);
  });
});

describe('the share of the course that is done', () => {
  const lesson = lessonOutline(1, { parts: 4, questions: [1, 2] });

  it('is half for reading, half for answering', () => {
    const rules = rulesOf([lesson]);
    expect(lessonShare(lesson, read(rules, BLANK, 1, 2))).toBe(0.25);
    expect(lessonShare(lesson, answered(rules, [[1, 1, 0]]))).toBe(0.25);
  });

  it('is all for reading where there are no questions', () => {
    const text = lessonOutline(1, { parts: 4, questions: [] });
    expect(lessonShare(text, read(rulesOf([text]), BLANK, 1, 3))).toBe(0.75);
  });

  it('is whole for a completed lesson, read or not', () => {
    const rules = rulesOf([lesson]);
    expect(
      lessonShare(
        lesson,
        answered(rules, [
          [1, 1, 0],
          [1, 2, 0],
        ]),
      ),
    ).toBe(1);
  });

  it('never exceeds the whole when a release shortens a lesson', () => {
    const progress = read(rulesOf([lesson]), BLANK, 1, 4);
    expect(lessonShare(lessonOutline(1, { parts: 2, questions: [1] }), progress)).toBe(0.5);
  });

  it('is the mean of the mandatory lessons', () => {
    const rules = rulesOf([
      lessonOutline(1, { questions: [1] }),
      lessonOutline(2),
      lessonOutline(3, { optional: true, questions: [1] }),
    ]);
    const progress = answered(rules, [
      [1, 1, 0],
      [3, 1, 0],
    ]);
    expect(courseShare(rules, progress)).toBe(0.5);
  });

  it('is whole for a completed course, whatever a release added', () => {
    const rules = rulesOf([lesson, lessonOutline(2)]);
    expect(courseShare(rules, { ...BLANK, completed: true })).toBe(1);
  });
});

it('finds a lesson by its permanent number', () => {
  const { outline } = rulesOf([lessonOutline(4), lessonOutline(2)]);
  expect(findLesson(outline, 2)?.id).toBe('lesson-2');
  expect(findLesson(outline, 1)).toBeUndefined();
});

describe('progress under any answers', () => {
  const rules = rulesOf([lessonOutline(1), lessonOutline(2, { questions: [1], optional: true })]);
  const answer = fc.record({
    lesson: fc.constantFrom(1, 2),
    question: fc.constantFrom(1, 2),
    credit: fc.constantFrom<Credit>(0, 1, 2, 3, 4),
  });

  it('never falls', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), answer, (earlier, next) => {
        const apply = (progress: Progress, one: typeof next) =>
          answered(rules, [[one.lesson, one.question, one.credit]], progress);
        const before = earlier.reduce(apply, BLANK);
        const after = apply(before, next);
        expect(after.bestScore).toBeGreaterThanOrEqual(before.bestScore);
        expect(Number(after.completed)).toBeGreaterThanOrEqual(Number(before.completed));
        expect(Number(after.passed)).toBeGreaterThanOrEqual(Number(before.passed));
        expect(courseShare(rules, after)).toBeGreaterThanOrEqual(courseShare(rules, before));
      }),
    );
  });
});

describe('a course with a final assessment', () => {
  const rules = rulesOf([lessonOutline(1), lessonOutline(2)], { assessment: ASSESSMENT_DEFAULTS });
  const wrong = answered(rules, [
    [1, 1, 0],
    [1, 2, 0],
    [2, 1, 0],
    [2, 2, 0],
  ]);
  const cleared = answered(rules, [
    [1, 1, 4],
    [1, 2, 4],
    [2, 1, 4],
    [2, 2, 3],
  ]);
  /** After one sitting of one question. */
  const sat = (progress: Progress, credit: Credit): Progress =>
    settleCourse(rules, {
      ...progress,
      assessment: {
        finished: 1,
        best: credit * 25,
        sitting: { items: [{ lesson: 1, question: 1, credit }], view: 1 },
      },
    });

  it('is not completed by one sitting over a record of wrong answers', () => {
    expect(sat(wrong, 4)).toMatchObject({ completed: false, passed: false, bestScore: 100 });
  });

  it('is completed and passed in one, by cleared lessons and a passed assessment', () => {
    expect(sat(cleared, 4)).toMatchObject({ completed: true, passed: true });
  });

  it('is not completed by a sitting that failed: nothing is told to an LMS that is not true', () => {
    expect(sat(cleared, 3)).toMatchObject({ completed: false, passed: false, bestScore: 75 });
  });

  it('is completed by its last lesson where the assessment was passed before', () => {
    const late = answered(
      rules,
      [1, 2].flatMap((lesson) => [1, 2].map((question) => [lesson, question, 4] as const)),
      sat(wrong, 4),
    );
    expect(late).toMatchObject({ completed: true, passed: true });
  });

  it('keeps what a record of an earlier release holds', () => {
    const before = { ...wrong, completed: true, passed: true, bestScore: 85 };
    expect(underRules(rules, before)).toMatchObject({
      completed: true,
      passed: true,
      bestScore: 85,
    });
    const unpassed = { ...wrong, completed: true, bestScore: 40 };
    expect(underRules(rules, unpassed)).toMatchObject({ completed: true, passed: false });
  });

  it('opens the assessment when its lessons are cleared, not when they are answered', () => {
    expect(canOpenAssessment(rules, wrong)).toBe(false);
    expect(lessonsLeft(rules, wrong)).toHaveLength(2);
    expect(canOpenAssessment(rules, cleared)).toBe(true);
  });

  it('leaves a sitting open that an earlier release let begin', () => {
    const sitting = { items: [{ lesson: 1, question: 1 }], view: 0 };
    const begun = { ...wrong, assessment: { finished: 0, best: 0, sitting } };
    expect(canOpenAssessment(rules, begun)).toBe(true);
  });

  it('counts the answers of an open sitting as done, and a failed one as nothing', () => {
    const items = [
      { lesson: 1, question: 1, credit: 4 as const },
      { lesson: 2, question: 1 },
    ];
    const assessment = { finished: 0, best: 0, sitting: { items, view: 1 } };
    const share = courseShare(rules, cleared);
    expect(courseShare(rules, { ...cleared, assessment })).toBeCloseTo(share + 1 / 6);
    expect(courseShare(rules, sat(cleared, 3))).toBeCloseTo(share);
  });
});
