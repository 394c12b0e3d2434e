import { describe, expect, it } from 'vitest';
import { ASSESSMENT_DEFAULTS } from '#src/course/assessment.ts';
import {
  blankProgress,
  type AssessmentProgress,
  type LessonProgress,
  type Progress,
} from '#src/course/progress.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { withSitting } from './assessment.ts';
import {
  attemptsLeft,
  canBegin,
  hindrance,
  partsToRead,
  showsKeys,
  withPartReadAgain,
} from './attempts.ts';
import type { CourseRules } from './rules.ts';

const HOUR = 3_600_000;
const ENDED = 100;
/** The moment at which the hour `ENDED` begins. */
const AT = Date.UTC(2026, 0, 1) + ENDED * HOUR;

const RULES: CourseRules = {
  passMark: 80,
  outline: courseOutline([lessonOutline(1, { exam: [3, 4] }), lessonOutline(2)], {
    assessment: { ...ASSESSMENT_DEFAULTS, questions: 3, deciding: 1 },
  }),
};
const CLEARED: LessonProgress = { partsRead: 2, state: 'cleared', questions: new Map() };
const READY: Progress = {
  ...blankProgress(7),
  lessons: new Map([
    [1, CLEARED],
    [2, CLEARED],
  ]),
};
const DRAWN = {
  items: [
    { lesson: 1, question: 3 },
    { lesson: 2, question: 1 },
    { lesson: 1, question: 4 },
  ],
  reserve: [{ lesson: 2, question: 2 }],
};

/** After so many failed sittings, the last one with these missed parts. */
function failed(finished: number, part: Partial<AssessmentProgress> = {}): Progress {
  const items = DRAWN.items.map((item) => ({ ...item, credit: 0 as const }));
  return {
    ...READY,
    assessment: { finished, best: 0, endedAt: ENDED, sitting: { items, view: 3 }, ...part },
  };
}

describe('a sitting', () => {
  it('begins over what the assessment may ask, all of it, each once', () => {
    const begins = (drawn: Partial<typeof DRAWN>) =>
      canBegin(RULES, READY, { ...DRAWN, ...drawn }, AT);
    expect(begins({})).toBe(true);
    expect(begins({ items: DRAWN.items.slice(1) })).toBe(false);
    expect(begins({ items: [] })).toBe(false);
    expect(begins({ reserve: DRAWN.items.slice(0, 1) })).toBe(false);
    expect(begins({ reserve: [{ lesson: 1, question: 1 }] })).toBe(false);
  });

  it('asks all there is where that is less than the course wants', () => {
    const outline = courseOutline([lessonOutline(1)], { assessment: ASSESSMENT_DEFAULTS });
    const items = [1, 2].map((question) => ({ lesson: 1, question }));
    expect(canBegin({ outline, passMark: 80 }, READY, { items, reserve: [] }, AT)).toBe(true);
  });

  it('waits until every mandatory lesson is cleared: to answer all is not enough', () => {
    const lessons = new Map(READY.lessons).set(2, { ...CLEARED, state: 'completed' });
    expect(hindrance(RULES, { ...READY, lessons }, AT)).toMatchObject({
      is: 'lessons',
      lessons: [{ number: 2 }],
    });
    expect(canBegin(RULES, { ...READY, lessons }, DRAWN, AT)).toBe(false);
  });

  it('does not begin while another is open, nor after a pass', () => {
    expect(hindrance(RULES, withSitting(READY, DRAWN), AT)?.is).toBe('under-way');
    expect(hindrance(RULES, failed(1, { passed: true }), AT)?.is).toBe('passed');
    expect(hindrance(RULES, { ...READY, passed: true }, AT)?.is).toBe('passed');
  });
});

describe('after three failed sittings', () => {
  it('the next one waits a day', () => {
    const until = AT + 24 * HOUR;
    expect(hindrance(RULES, failed(3), AT)).toEqual({ is: 'wait', until });
    expect(hindrance(RULES, failed(3), until - 1)?.is).toBe('wait');
    expect(hindrance(RULES, failed(3), until)).toBeUndefined();
  });

  it('three more may follow', () => {
    expect([0, 1, 2, 3, 5].map((finished) => attemptsLeft(RULES, failed(finished)))).toEqual([
      3, 2, 1, 3, 1,
    ]);
    expect(hindrance(RULES, failed(4), AT)).toBeUndefined();
  });

  it('a record that does not tell the hour asks for no wait', () => {
    expect(hindrance(RULES, failed(3, { endedAt: undefined }), AT)).toBeUndefined();
  });
});

describe('between two sittings', () => {
  const missed = (...parts: readonly (number | undefined)[]) => {
    const items = DRAWN.items.map((item, index) => ({
      ...item,
      credit: 0 as const,
      part: parts[index],
    }));
    return failed(1, { sitting: { items, view: 3 } });
  };
  const read = (progress: Progress, lesson: number, part: number) =>
    withPartReadAgain(RULES, progress, { lesson, part });
  const places = (progress: Progress) =>
    partsToRead(RULES, progress).map(({ lesson, part }) => `${lesson.number}/${part}`);

  it('the missed parts come, each once, in the order of the course', () => {
    expect(places(missed(2, 1, 2))).toEqual(['1/2', '2/1']);
    expect(places(missed(2, 1, 1))).toEqual(['1/1', '1/2', '2/1']);
    expect(hindrance(RULES, missed(2, 1), AT)).toMatchObject({ is: 'parts' });
  });

  it('a part that was reached is done, another one is not', () => {
    const after = read(missed(2, 1, 2), 1, 2);
    expect(places(after)).toEqual(['2/1']);
    expect(hindrance(RULES, read(after, 2, 1), AT)).toBeUndefined();
    expect(places(read(missed(2, 1), 1, 1))).toEqual(['1/2', '2/1']);
  });

  it('a part that a release has taken away is looked for in the last one', () => {
    expect(places(missed(5))).toEqual(['1/2']);
    expect(places(read(missed(5), 1, 2))).toEqual([]);
  });

  it('any part of the lesson is enough where the question names none', () => {
    expect(places(missed(0, 1))).toEqual(['1/0', '2/1']);
    expect(places(read(missed(0, 1), 1, 2))).toEqual(['2/1']);
  });

  it('reading counts only when the sitting is over', () => {
    const [first, ...rest] = DRAWN.items;
    const items = [{ lesson: 1, question: 3, ...first, credit: 0 as const, part: 2 }, ...rest];
    const open = failed(0, { sitting: { items, view: 1 } });
    expect(read(open, 1, 2)).toBe(open);
    expect(places(open)).toEqual([]);
  });
});

describe('keys', () => {
  it('are shown after a pass, and after the last sitting while the next one waits', () => {
    expect(showsKeys(RULES, failed(1, { passed: true }), AT)).toBe(true);
    expect(showsKeys(RULES, failed(3), AT)).toBe(true);
  });

  it('are not shown while another sitting may come', () => {
    expect(showsKeys(RULES, withSitting(READY, DRAWN), AT)).toBe(false);
    expect(showsKeys(RULES, failed(1), AT)).toBe(false);
    expect(showsKeys(RULES, failed(3), AT + 24 * HOUR)).toBe(false);
  });
});
