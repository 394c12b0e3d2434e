import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeProgress, encodeProgress, RECORD_BUDGET } from './progress-codec.ts';
import {
  blankProgress,
  KEPT_ASIDE,
  LESSON_STATES,
  type Bookmark,
  type LessonProgress,
  type Progress,
  type Round,
} from './progress.ts';
import type { Credit } from './question.ts';

const count = (max: number) => fc.nat({ max });
const response = fc.record({
  fingerprint: count(255),
  code: fc.array(count(1_000_000), { maxLength: 8 }),
});
const credit = fc.constantFrom<Credit>(0, 1, 2, 3, 4);

const round: fc.Arbitrary<Round> = fc.record({
  place: fc.constant('quiz' as const),
  lesson: count(600),
  round: count(50),
  question: count(60),
  answered: fc.array(count(60), { maxLength: 10 }),
});

const rounds = fc.array(round, { minLength: 1, maxLength: KEPT_ASIDE });

const drafts = fc.array(fc.record({ lesson: count(600), question: count(60), response }), {
  minLength: 1,
  maxLength: KEPT_ASIDE,
});

const bookmark: fc.Arbitrary<Bookmark | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ place: fc.constant('lesson' as const), lesson: count(600), part: count(20) }),
  round,
  fc.record({ place: fc.constant('lab' as const), lesson: count(600), lab: count(20) }),
  fc.constant({ place: 'assessment' as const }),
);

const question = fc.record({
  credit,
  attempts: fc.integer({ min: 1, max: 40 }),
  response: fc.option(response, { nil: undefined }),
});

function lessonWith(
  questions: fc.Arbitrary<ReadonlyMap<number, never> | LessonProgress['questions']>,
) {
  return fc
    .record({
      partsRead: count(30),
      state: fc.constantFrom(...LESSON_STATES),
      day: fc.option(count(6000), { nil: undefined }),
      questions,
    })
    .map(({ day, ...rest }) => ({
      ...rest,
      clearedOn: rest.state === 'cleared' ? day : undefined,
    }));
}

const lesson = lessonWith(
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 20 }), question), { maxLength: 12 })
    .map((q) => new Map(q)),
);

const sittingItem = fc
  .record({
    lesson: count(600),
    question: count(60),
    credit: fc.option(credit, { nil: undefined }),
    part: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  })
  .map(({ credit: earned, part, ...item }) =>
    earned === undefined ? item : { ...item, credit: earned, part },
  );

/** In the order in which a record keeps them. */
const asked = fc
  .uniqueArray(fc.record({ lesson: count(60), question: fc.integer({ min: 1, max: 40 }) }), {
    selector: ({ lesson, question }) => `${lesson}/${question}`,
    minLength: 1,
    maxLength: 30,
  })
  .map((refs) => {
    const lessons = [...new Set(refs.map(({ lesson }) => lesson))];
    return refs.toSorted(
      (a, b) => lessons.indexOf(a.lesson) - lessons.indexOf(b.lesson) || a.question - b.question,
    );
  });

const reserve = fc.array(fc.record({ lesson: count(60), question: count(40) }), {
  minLength: 1,
  maxLength: 15,
});

const assessment = fc.record({
  finished: count(20),
  best: count(100),
  passed: fc.constantFrom(true as const, undefined),
  endedAt: fc.option(count(100_000), { nil: undefined }),
  asked: fc.option(asked, { nil: undefined }),
  sitting: fc.record({
    items: fc.array(sittingItem, { maxLength: 20 }),
    reserve: fc.option(reserve, { nil: undefined }),
    view: count(20),
    draft: fc.option(response, { nil: undefined }),
  }),
});

const runs = fc.array(
  fc.record({
    lesson: count(600),
    lab: count(60),
    run: count(40),
    fingerprint: count(255),
    decisions: fc.array(count(1_000_000), { maxLength: 60 }),
  }),
  { minLength: 1, maxLength: 4 },
);

const progress: fc.Arbitrary<Progress> = fc.record({
  seed: count(0xffff),
  lessons: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), lesson), { maxLength: 20 })
    .map((entries) => new Map(entries)),
  bestScore: count(100),
  completed: fc.boolean(),
  passed: fc.boolean(),
  bookmark,
  assessment: fc.option(assessment, { nil: undefined }),
  runs: fc.option(runs, { nil: undefined }),
  rounds: fc.option(rounds, { nil: undefined }),
  drafts: fc.option(drafts, { nil: undefined }),
});

/** 500 lessons with 10 questions each, everything answered, as bad as it gets. */
const enormous: fc.Arbitrary<Progress> = fc.record({
  seed: count(0xffff),
  lessons: fc
    .array(
      lessonWith(
        fc
          .array(question, { minLength: 10, maxLength: 10 })
          .map((q) => new Map(q.map((one, i) => [i + 1, one]))),
      ),
      {
        minLength: 500,
        maxLength: 500,
      },
    )
    .map((all) => new Map(all.map((one, i) => [i + 1, one]))),
  bestScore: count(100),
  completed: fc.boolean(),
  passed: fc.boolean(),
  bookmark,
  runs,
  rounds,
  drafts,
});

/** Without what a short record may leave out. */
function results(value: Progress) {
  return {
    ...value,
    lessons: [...value.lessons]
      .map(([number, one]) => [
        number,
        one.state,
        [...one.questions]
          .map(([id, { credit: earned }]) => [id, earned])
          .sort(([a = 0], [b = 0]) => a - b),
      ])
      .sort(),
    runs: undefined,
    rounds: undefined,
    drafts: undefined,
  };
}

function decoded(record: string): Progress {
  const read = decodeProgress(record);
  if (!read.ok) throw new Error(read.reason);
  return read.progress;
}

describe('the saved record', () => {
  it('brings back everything that was saved, where there is room', () => {
    fc.assert(
      fc.property(progress, (value) => {
        expect(decoded(encodeProgress(value, Infinity))).toEqual(value);
      }),
    );
  });

  it('uses nothing but the base64url alphabet', () => {
    fc.assert(
      fc.property(progress, (value) => {
        expect(encodeProgress(value)).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('holds 500 lessons with 10 questions each in its budget, results, completion and bookmark whole', () => {
    fc.assert(
      fc.property(enormous, (value) => {
        const record = encodeProgress(value);
        expect(record.length).toBeLessThanOrEqual(RECORD_BUDGET);
        expect(results(decoded(record))).toEqual(results(value));
      }),
      { numRuns: 15 },
    );
  });

  it('drops the responses of other lessons before those of the lesson in hand', () => {
    const answered = {
      credit: 4 as const,
      attempts: 1,
      response: { fingerprint: 7, code: [1, 2, 3, 4, 5, 6] },
    };
    const lessonOf = (): LessonProgress => ({
      partsRead: 1,
      state: 'open',
      questions: new Map([[1, answered]]),
    });
    const value: Progress = {
      ...blankProgress(1),
      lessons: new Map([
        [1, lessonOf()],
        [2, lessonOf()],
        [3, lessonOf()],
      ]),
      bookmark: { place: 'lesson', lesson: 2, part: 1 },
    };
    const short = decoded(encodeProgress(value, encodeProgress(value).length - 1));
    expect(short.lessons.get(1)?.questions.get(1)?.response).toBeUndefined();
    expect(short.lessons.get(2)?.questions.get(1)?.response).toEqual(answered.response);
    expect(short.lessons.get(3)?.questions.get(1)?.attempts).toBe(1);
  });

  it('keeps of what was begun the newest, where there is no room for all', () => {
    const value: Progress = {
      ...blankProgress(1),
      rounds: [1, 2].map((lesson) => ({
        place: 'quiz',
        lesson,
        round: 1,
        question: 1,
        answered: [],
      })),
      drafts: [1, 2].map((lesson) => ({
        lesson,
        question: 1,
        response: { fingerprint: 7, code: [1, 2, 3, 4, 5, 6] },
      })),
    };
    const short = decoded(encodeProgress(value, encodeProgress(value).length - 1));
    expect(short.rounds).toEqual(value.rounds?.slice(1));
    expect(short.drafts).toEqual(value.drafts?.slice(1));
  });

  it('is refused whole when any one character is changed', () => {
    fc.assert(
      fc.property(
        progress,
        fc.nat(),
        fc.constantFrom(...Array.from('ABCxyz019-_%é "')),
        (value, at, other) => {
          const record = encodeProgress(value);
          const index = at % record.length;
          fc.pre(record.charAt(index) !== other);
          const damaged = record.slice(0, index) + other + record.slice(index + 1);
          expect(decodeProgress(damaged).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is refused whole when it was cut short', () => {
    fc.assert(
      fc.property(progress, fc.nat(), (value, at) => {
        const record = encodeProgress(value);
        expect(decodeProgress(record.slice(0, at % record.length)).ok).toBe(false);
      }),
    );
  });

  it('is refused, never thrown at, whatever text it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(decodeProgress(text).ok).toBe(false);
      }),
    );
  });

  it('survives the ways in which an LMS carries it: URL, XML attribute, latin-1', () => {
    fc.assert(
      fc.property(progress, (value) => {
        const record = encodeProgress(value);
        expect(encodeURIComponent(record)).toBe(record);
        expect(Buffer.from(record, 'latin1').toString('latin1')).toBe(record);
        expect(record).not.toMatch(/[<>&"'\s]/);
      }),
    );
  });
});

describe('the record of the fullest learner of this course', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const response = { fingerprint: 200, code: [5, 0, 3, 1, 4, 2] };
  const refs = (from: number, to: number) =>
    numbers(15).flatMap((lesson) =>
      numbers(to - from).map((number) => ({ lesson, question: from + number })),
    );
  const fullest: Progress = {
    seed: 0xffff,
    bestScore: 100,
    completed: true,
    passed: true,
    bookmark: { place: 'assessment' },
    lessons: new Map(
      numbers(15).map((number) => [
        number,
        {
          partsRead: 7,
          state: 'cleared',
          clearedOn: 900,
          questions: new Map(numbers(12).map((one) => [one, { credit: 4, attempts: 5, response }])),
        },
      ]),
    ),
    assessment: {
      finished: 3,
      best: 100,
      endedAt: 20_000,
      // 135 questions for the assessment, all of them asked in three sittings of 45.
      asked: refs(12, 18),
      sitting: {
        items: refs(18, 21).map((item) => ({ ...item, credit: 2, response, part: 6 })),
        view: 45,
      },
    },
    runs: numbers(11).map((lesson) => ({
      lesson,
      lab: 12,
      run: 3,
      fingerprint: 77,
      decisions: numbers(25),
    })),
    drafts: numbers(KEPT_ASIDE).map((lesson) => ({ lesson, question: 9, response })),
    rounds: numbers(KEPT_ASIDE).map((lesson) => ({
      place: 'quiz',
      lesson,
      round: 4,
      question: 9,
      answered: numbers(8),
    })),
  };

  it('keeps everything, responses too, in less than 3,000 characters', () => {
    const record = encodeProgress(fullest);
    expect(record.length).toBeLessThanOrEqual(3000);
    expect(decodeProgress(record)).toEqual({ ok: true, progress: fullest });
  });
});
