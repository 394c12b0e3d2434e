import { describe, expect, it } from 'vitest';
import { ASSESSMENT_DEFAULTS, type AssessmentSettings } from '#src/course/assessment.ts';
import { blankProgress, toHour, type ItemRef, type Progress } from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import {
  canAnswer,
  isFinished,
  isPassing,
  moduleResults,
  openSitting,
  sittingNumber,
  sittingScore,
  withKnownItems,
  withSitting,
  withSittingAnswer,
  withSittingDraft,
  withSittingView,
} from './assessment.ts';
import type { CourseRules } from './rules.ts';

const AT = Date.UTC(2026, 10, 25);

function rulesOf(
  settings: Partial<AssessmentSettings>,
  lessons = [1, 2].map((number) => lessonOutline(number)),
): CourseRules {
  const assessment = { ...ASSESSMENT_DEFAULTS, ...settings };
  return { outline: courseOutline(lessons, { assessment }), passMark: 80 };
}

const RULES = rulesOf({ questions: 2 });
const ITEMS: readonly ItemRef[] = [
  { lesson: 1, question: 2 },
  { lesson: 2, question: 1 },
];
const DRAWN = { items: ITEMS, reserve: [] };
const BEGUN = withSitting(blankProgress(7), DRAWN);

function answered(progress: Progress, ...credits: readonly Credit[]): Progress {
  return answeredUnder(RULES, progress, credits);
}

/** Answers from the first open item on. */
function answeredUnder(
  rules: CourseRules,
  progress: Progress,
  credits: readonly Credit[],
): Progress {
  const first =
    progress.assessment?.sitting.items.findIndex((item) => item.credit === undefined) ?? 0;
  return credits.reduce(
    (before, credit, index) =>
      withSittingAnswer(rules, before, {
        item: first + index,
        credit,
        response: { fingerprint: 1, code: [credit] },
        part: 2,
        at: AT,
      }),
    progress,
  );
}

describe('a sitting', () => {
  it('takes each answer once', () => {
    expect(canAnswer(BEGUN, 0)).toBe(true);
    expect(canAnswer(answered(BEGUN, 0), 0)).toBe(false);
    expect(canAnswer(BEGUN, 2)).toBe(false);
  });

  it('is finished by its last answer, and then counted', () => {
    const half = answered(BEGUN, 4);
    expect(openSitting(half)).toBeDefined();
    expect(half.assessment).toMatchObject({ finished: 0, best: 0 });
    const done = answered(BEGUN, 4, 2);
    expect(openSitting(done)).toBeUndefined();
    expect(done.assessment).toMatchObject({ finished: 1, best: 75 });
  });

  it('has a number that does not change when it is finished', () => {
    const numbers = [BEGUN, answered(BEGUN, 4), answered(BEGUN, 4, 4)].map(
      ({ assessment }) => assessment && sittingNumber(assessment),
    );
    expect(numbers).toEqual([1, 1, 1]);
    const next = withSitting(answered(BEGUN, 4, 4), DRAWN);
    expect(next.assessment && sittingNumber(next.assessment)).toBe(2);
  });

  it('never lowers the best result', () => {
    const worse = answered(withSitting(answered(BEGUN, 4, 4), DRAWN), 0, 0);
    expect(worse.assessment).toMatchObject({ finished: 2, best: 100 });
  });

  it('earns nothing for what is not answered', () => {
    expect(sittingScore({ items: ITEMS })).toBe(0);
    expect(sittingScore({ items: [] })).toBe(0);
  });

  it('keeps the place and the draft until the answer', () => {
    const draft = { fingerprint: 1, code: [3] };
    const moved = withSittingDraft(withSittingView(BEGUN, 1), draft);
    expect(moved.assessment?.sitting).toMatchObject({ view: 1, draft });
    expect(answered(moved, 4).assessment?.sitting.draft).toBeUndefined();
  });

  it('shows another item without the draft of the one before', () => {
    const begun = withSittingDraft(BEGUN, { fingerprint: 1, code: [3] });
    expect(withSittingView(begun, 1).assessment?.sitting.draft).toBeUndefined();
  });
});

describe('a release without some of the questions', () => {
  const smaller = rulesOf({ questions: 2 }, [lessonOutline(1)]);

  it('keeps the answers and asks the rest', () => {
    const after = withKnownItems(smaller, BEGUN);
    expect(after.assessment?.sitting).toMatchObject({ items: [ITEMS[0]], view: 0 });
  });

  it('finishes a sitting that has nothing left to ask', () => {
    const after = withKnownItems(smaller, answered(BEGUN, 4));
    expect(after.assessment && isFinished(after.assessment.sitting)).toBe(true);
    expect(after.assessment).toMatchObject({ finished: 1, best: 100 });
  });

  it('forgets a sitting of which nothing is left', () => {
    const other = rulesOf({}, [lessonOutline(5)]);
    expect(withKnownItems(other, BEGUN).assessment).toBeUndefined();
  });

  it('lets a sitting end with questions of a quiz that it no longer draws from', () => {
    const lessons = [lessonOutline(1, { exam: [3, 4] }), lessonOutline(2, { exam: [3, 4] })];
    expect(withKnownItems(rulesOf({}, lessons), BEGUN)).toEqual(BEGUN);
  });

  it('leaves a finished sitting as it was', () => {
    const done = answered(BEGUN, 4, 4);
    expect(withKnownItems(smaller, done)).toBe(done);
  });
});

describe('a result close to the pass mark', () => {
  const rules = rulesOf({ questions: 4, deciding: 2, decidingWithin: 10 });
  const refs = [1, 2].flatMap((lesson) => [1, 2, 3].map((question) => ({ lesson, question })));
  const begun = withSitting(blankProgress(7), { items: refs.slice(0, 4), reserve: refs.slice(4) });

  it.each<{ score: number; credits: readonly Credit[]; asked: number }>([
    { score: 68.75, credits: [4, 4, 3, 0], asked: 4 },
    { score: 75, credits: [4, 4, 4, 0], asked: 6 },
    { score: 87.5, credits: [4, 4, 4, 2], asked: 6 },
    { score: 93.75, credits: [4, 4, 4, 3], asked: 4 },
  ])('$score % of a mark of 80 leaves $asked questions', ({ credits, asked }) => {
    const { assessment } = answeredUnder(rules, begun, credits);
    expect(assessment?.sitting.items).toHaveLength(asked);
    expect(assessment?.sitting.reserve).toBeUndefined();
    expect(assessment?.finished).toBe(asked === 4 ? 1 : 0);
  });

  it('is decided by all that was asked, from the first of them on in view', () => {
    const close = answeredUnder(rules, begun, [4, 4, 4, 0]);
    expect(openSitting(close)?.view).toBe(4);
    const done = answeredUnder(rules, close, [4, 4]);
    expect(done.assessment).toMatchObject({ finished: 1, best: 83, passed: true });
    const failed = answeredUnder(rules, close, [0, 0]);
    expect(failed.assessment).toMatchObject({ finished: 1, best: 50, passed: undefined });
  });

  it('asks no more where nothing is held back', () => {
    const begunAlone = withSitting(blankProgress(7), { items: refs.slice(0, 4), reserve: [] });
    expect(answeredUnder(rules, begunAlone, [4, 4, 4, 1]).assessment?.finished).toBe(1);
  });
});

describe('a pass', () => {
  const lessons = [lessonOutline(1), lessonOutline(2, { module: 1 })];
  const outline = courseOutline(lessons, {
    modules: ['one', 'two'].map((id) => ({ id, title: id, subtitle: id })),
    assessment: { ...ASSESSMENT_DEFAULTS, moduleQuestions: 2, moduleMark: 60 },
  });
  const rules: CourseRules = { outline, passMark: 80 };
  const sitting = (ones: readonly Credit[], twos: readonly Credit[]) => ({
    view: 0,
    items: [
      ...ones.map((credit, index) => ({ lesson: 1, question: index + 1, credit })),
      ...twos.map((credit, index) => ({ lesson: 2, question: index + 1, credit })),
    ],
  });
  const eight = Array<Credit>(8).fill(4);

  it('needs the pass mark in all', () => {
    expect(isPassing(rules, sitting([4, 4, 4, 4], [0]))).toBe(true);
    expect(isPassing(rules, sitting([4, 4, 4, 3], [0]))).toBe(false);
  });

  it('needs 60 % of each module of which enough was asked', () => {
    expect(isPassing(rules, sitting(eight, [4, 0]))).toBe(false);
    expect(isPassing(rules, sitting(eight, [3, 2]))).toBe(true);
    expect(isPassing(rules, sitting(eight, [0]))).toBe(true);
  });

  it('is told module by module', () => {
    expect(moduleResults(rules, sitting([4, 4], [4, 0]))).toEqual([
      { module: 0, questions: 2, score: 100, isShort: false },
      { module: 1, questions: 2, score: 50, isShort: true },
    ]);
  });

  it('is none while questions are open', () => {
    const { items } = sitting(eight, [4, 4]);
    const open = [...items, { lesson: 2, question: 9 }];
    expect(isPassing(rules, { items: open, view: 0 })).toBe(false);
  });
});

describe('what is remembered of a finished sitting', () => {
  it('is the hour, and the part of each missed question', () => {
    const { assessment } = answered(BEGUN, 4, 2);
    expect(assessment?.endedAt).toBe(toHour(AT));
    expect(assessment?.sitting.items.map(({ part }) => part)).toEqual([undefined, 2]);
  });

  it('is what it asked, once another begins', () => {
    const done = answered(BEGUN, 4, 0);
    expect(done.assessment?.asked).toBeUndefined();
    const other = { items: [{ lesson: 1, question: 1 }], reserve: [] };
    expect(withSitting(done, other).assessment?.asked).toEqual(ITEMS);
  });

  it('is only the last one, once everything was asked', () => {
    const other = { items: [{ lesson: 1, question: 1 }], reserve: [] };
    const second = answered(withSitting(answered(BEGUN, 4, 0), other), 0);
    expect(withSitting(second, DRAWN).assessment?.asked).toEqual(other.items);
  });
});
