import { describe, expect, it } from 'vitest';
import type { LabRun } from './lab.ts';
import { mergeProgress } from './merge-progress.ts';
import {
  blankProgress,
  type AssessmentProgress,
  type LessonProgress,
  type Progress,
} from './progress.ts';

function sitting(
  lessons: [number, Partial<LessonProgress>][],
  part: Partial<Progress> = {},
): Progress {
  const blank: LessonProgress = { partsRead: 0, state: 'open', questions: new Map() };
  return {
    ...blankProgress(1),
    ...part,
    lessons: new Map(lessons.map(([number, lesson]) => [number, { ...blank, ...lesson }])),
  };
}

const right = { credit: 4, attempts: 1 } as const;
const wrong = { credit: 0, attempts: 2 } as const;

describe('two sittings of one learner', () => {
  it('keep the answers of both', () => {
    const mine = sitting([[1, { questions: new Map([[1, right]]) }]]);
    const other = sitting([
      [1, { questions: new Map([[2, wrong]]) }],
      [2, { partsRead: 3 }],
    ]);
    const merged = mergeProgress(mine, other);
    expect([...(merged.lessons.get(1)?.questions.keys() ?? [])]).toEqual([1, 2]);
    expect(merged.lessons.get(2)?.partsRead).toBe(3);
  });

  it('keep the best result of a question, and the later response to it', () => {
    const first = { ...right, response: { fingerprint: 1, code: [1] } };
    const later = { ...wrong, response: { fingerprint: 1, code: [2] } };
    const merged = mergeProgress(
      sitting([[1, { questions: new Map([[1, first]]) }]]),
      sitting([[1, { questions: new Map([[1, later]]) }]]),
    );
    expect(merged.lessons.get(1)?.questions.get(1)).toEqual({
      credit: 4,
      attempts: 2,
      response: later.response,
    });
  });

  it('keep the further state of a lesson and of the course, whichever sitting reached it', () => {
    const cleared = sitting([[1, { state: 'cleared', clearedOn: 9 }]], {
      passed: true,
      completed: true,
      bestScore: 90,
    });
    const begun = sitting([[1, { state: 'open' }]], { bestScore: 10 });
    for (const merged of [mergeProgress(cleared, begun), mergeProgress(begun, cleared)]) {
      expect(merged).toMatchObject({ passed: true, completed: true, bestScore: 90 });
      expect(merged.lessons.get(1)).toMatchObject({ state: 'cleared', clearedOn: 9 });
    }
  });

  it('keep the later run of a lab, and of the same run the one that is further on', () => {
    const run = { lesson: 1, lab: 7, run: 1, fingerprint: 3, decisions: [1] };
    const further = { ...run, decisions: [1, 2] };
    const later = { ...run, run: 2, decisions: [] };
    const other = { ...run, lab: 8 };
    const merged = (mine: LabRun[], theirs: LabRun[]) =>
      mergeProgress(sitting([], { runs: mine }), sitting([], { runs: theirs })).runs;
    expect(merged([run], [further])).toEqual([further]);
    expect(merged([further], [run])).toEqual([further]);
    expect(merged([further], [later])).toEqual([later]);
    expect(merged([run], [other])).toEqual([run, other]);
  });

  it('keep the later round of each lesson', () => {
    const round = (lesson: number, number: number) =>
      ({ place: 'quiz', lesson, round: number, question: 1, answered: [] }) as const;
    const merged = mergeProgress(
      sitting([], { rounds: [round(1, 2), round(2, 1)] }),
      sitting([], { rounds: [round(1, 1), round(2, 2), round(3, 1)] }),
    );
    const byLesson = merged.rounds?.map(({ lesson, round: number }) => [lesson, number]);
    expect(byLesson?.sort()).toEqual([
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
  });

  it('keep the drafts of both, mine where both began the same', () => {
    const draft = (question: number, value: number) => ({
      lesson: 1,
      question,
      response: { fingerprint: 1, code: [value] },
    });
    const merged = mergeProgress(
      sitting([], { drafts: [draft(1, 5)] }),
      sitting([], { drafts: [draft(1, 6), draft(2, 7)] }),
    );
    expect(merged.drafts).toEqual([draft(2, 7), draft(1, 5)]);
  });

  it('drop the draft of a question that was answered meanwhile', () => {
    const draft = { lesson: 1, question: 1, response: { fingerprint: 1, code: [5] } };
    const merged = mergeProgress(
      sitting([[1, { questions: new Map([[1, right]]) }]]),
      sitting([], { drafts: [draft] }),
    );
    expect(merged.drafts).toBeUndefined();
  });

  it('keep the place of the sitting that saves', () => {
    const bookmark = { place: 'lesson', lesson: 1, part: 2 } as const;
    const other = sitting([], { bookmark: { place: 'lesson', lesson: 2, part: 1 } });
    expect(mergeProgress(sitting([], { bookmark }), other).bookmark).toEqual(bookmark);
  });
});

describe('two windows on one final assessment', () => {
  const refs = [1, 2, 3].map((question) => ({ lesson: 1, question }));
  const items = (credits: readonly (4 | undefined)[]) =>
    credits.map((credit, index) => ({ lesson: 1, question: index + 1, credit }));
  const assessment = (part: Partial<AssessmentProgress>): Progress => ({
    ...blankProgress(7),
    assessment: { finished: 0, best: 0, sitting: { items: refs, view: 0 }, ...part },
  });

  it('keep the answers of both, also where one went into its reserve', () => {
    const short = { items: items([4, 4]), reserve: refs.slice(2), view: 2 };
    const long = { items: items([4, 4, undefined]), view: 2 };
    for (const [mine, other] of [
      [short, long],
      [long, short],
    ] as const) {
      const merged = mergeProgress(assessment({ sitting: mine }), assessment({ sitting: other }));
      expect(merged.assessment?.sitting.items).toEqual(long.items);
      expect(merged.assessment?.sitting.reserve).toBeUndefined();
    }
  });

  it('keep a pass, the later end, and all that was asked', () => {
    const merged = mergeProgress(
      assessment({ finished: 1, endedAt: 5, asked: refs.slice(0, 2) }),
      assessment({ finished: 2, endedAt: 9, asked: refs.slice(1), passed: true }),
    );
    expect(merged.assessment).toMatchObject({ finished: 2, endedAt: 9, passed: true, asked: refs });
  });
});
