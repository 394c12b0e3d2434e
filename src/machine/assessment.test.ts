import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankItem } from '#src/course/outline.ts';
import { blankProgress, type Progress, type SittingItem } from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import {
  canAnswer,
  canBegin,
  drawItems,
  isFinished,
  openSitting,
  sittingNumber,
  sittingScore,
  withKnownItems,
  withSitting,
  withSittingAnswer,
  withSittingDraft,
  withSittingView,
} from './assessment.ts';

/** Lessons of six questions, two for each of three objectives. */
function bankOf(lessons: number): readonly BankItem[] {
  return Array.from({ length: lessons * 6 }, (_, index) => ({
    lesson: Math.floor(index / 6) + 1,
    question: (index % 6) + 1,
    objective: Math.floor((index % 6) / 2),
  }));
}

const keyOf = ({ lesson, question }: SittingItem | BankItem) => `${lesson}/${question}`;

const bank = fc
  .uniqueArray(fc.record({ lesson: fc.integer({ min: 1, max: 12 }), question: fc.nat(9) }), {
    selector: keyOf,
    maxLength: 60,
  })
  .map((items) => items.map((item) => ({ ...item, objective: item.question % 3 })));
const seed = fc.nat(0xffff);
const count = fc.integer({ min: 1, max: 25 });

describe('a draw', () => {
  it('is the same for the same learner and sitting, and another for others', () => {
    const draw = (seed: number, earlier: number) =>
      drawItems(bankOf(15), { seed, earlier, count: 20 }).map(keyOf);
    expect(draw(7, 2)).toEqual(draw(7, 2));
    expect(draw(7, 2)).not.toEqual(draw(8, 2));
    expect(draw(7, 2)).not.toEqual(draw(7, 3));
  });

  it('takes as many different questions as asked for, or all there are', () => {
    fc.assert(
      fc.property(bank, seed, fc.nat(4), count, (items, seed, earlier, count) => {
        const drawn = drawItems(items, { seed, earlier, count }).map(keyOf);
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn).toHaveLength(Math.min(count, items.length));
        expect(items.map(keyOf)).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  it('repeats no question while others remain', () => {
    fc.assert(
      fc.property(bank, seed, count, (items, seed, count) => {
        const sittings = Math.floor(items.length / count);
        const drawn = Array.from({ length: sittings }, (_, earlier) =>
          drawItems(items, { seed, earlier, count }).map(keyOf),
        ).flat();
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
  });

  it('spreads over the lessons as evenly as can be, and over their objectives', () => {
    fc.assert(
      fc.property(seed, (seed) => {
        const drawn = drawItems(bankOf(8), { seed, earlier: 0, count: 20 });
        const perLesson = Array.from(
          { length: 8 },
          (_, index) => drawn.filter(({ lesson }) => lesson === index + 1).length,
        );
        expect(Math.min(...perLesson)).toBe(2);
        expect(Math.max(...perLesson)).toBe(3);
        const objectives = drawn.map(
          ({ lesson, question }) => `${lesson}/${Math.floor((question - 1) / 2)}`,
        );
        expect(new Set(objectives).size).toBe(20);
      }),
    );
  });
});

const OUTLINE = courseOutline([lessonOutline(1), lessonOutline(2)], {
  assessment: { questions: 2 },
});
const ITEMS: readonly SittingItem[] = [
  { lesson: 1, question: 2 },
  { lesson: 2, question: 1 },
];
const BEGUN = withSitting(blankProgress(7), ITEMS);

function answered(progress: Progress, ...credits: readonly Credit[]): Progress {
  return credits.reduce(
    (before, credit, item) =>
      withSittingAnswer(before, { item, credit, response: { fingerprint: 1, code: [credit] } }),
    progress,
  );
}

describe('a sitting', () => {
  it('begins over questions that the course has, and only when none is under way', () => {
    expect(canBegin(OUTLINE, blankProgress(7), ITEMS)).toBe(true);
    expect(canBegin(OUTLINE, blankProgress(7), [])).toBe(false);
    expect(canBegin(OUTLINE, blankProgress(7), [{ lesson: 1, question: 9 }])).toBe(false);
    expect(canBegin(OUTLINE, BEGUN, ITEMS)).toBe(false);
    expect(canBegin(OUTLINE, answered(BEGUN, 4, 4), ITEMS)).toBe(true);
  });

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
    const next = withSitting(answered(BEGUN, 4, 4), ITEMS);
    expect(next.assessment && sittingNumber(next.assessment)).toBe(2);
  });

  it('never lowers the best result', () => {
    const worse = answered(withSitting(answered(BEGUN, 4, 4), ITEMS), 0, 0);
    expect(worse.assessment).toMatchObject({ finished: 2, best: 100 });
  });

  it('earns nothing for what is not answered', () => {
    expect(sittingScore({ items: ITEMS, view: 0 })).toBe(0);
    expect(sittingScore({ items: [], view: 0 })).toBe(0);
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
  const smaller = courseOutline([lessonOutline(1)], { assessment: { questions: 2 } });

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
    const other = courseOutline([lessonOutline(5)], { assessment: { questions: 2 } });
    expect(withKnownItems(other, BEGUN).assessment).toBeUndefined();
  });

  it('lets a sitting end with questions of a quiz that it no longer draws from', () => {
    const lessons = [lessonOutline(1, { exam: [3, 4] }), lessonOutline(2, { exam: [3, 4] })];
    const examined = courseOutline(lessons, { assessment: { questions: 2 } });
    expect(withKnownItems(examined, BEGUN)).toEqual(BEGUN);
    expect(canBegin(examined, blankProgress(1), ITEMS)).toBe(false);
  });

  it('leaves a finished sitting as it was', () => {
    const done = answered(BEGUN, 4, 4);
    expect(withKnownItems(smaller, done)).toBe(done);
  });
});
