import { describe, expect, it } from 'vitest';
import { blankProgress, type LessonProgress } from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { lessonStatus, minutesToClear, standing } from './lesson-status.ts';

const first = lessonOutline(1);
const second = lessonOutline(2);
const linear = courseOutline([first, second], { sequencing: 'linear' });
const RULES = { outline: linear, passMark: 80 };

function questions(...credits: readonly Credit[]): LessonProgress['questions'] {
  return new Map(credits.map((credit, index) => [index + 1, { credit, attempts: 1 }]));
}

function statusOf(lesson: typeof first, known: Partial<LessonProgress> = {}) {
  const untouched: LessonProgress = { partsRead: 0, state: 'open', questions: new Map() };
  const lessons = new Map([[lesson.number, { ...untouched, ...known }]]);
  return lessonStatus(RULES, { ...blankProgress(7), lessons }, lesson);
}

describe('a lesson', () => {
  it('has arrived before anything happened in it', () => {
    expect(lessonStatus(RULES, blankProgress(7), first)).toEqual({ is: 'arrived' });
  });

  it('is locked while another comes first', () => {
    expect(statusOf(second)).toEqual({ is: 'locked' });
  });

  it('is under way from its first part on', () => {
    expect(statusOf(first, { partsRead: 2 })).toEqual({ is: 'under-way', part: 2 });
  });

  it('is under way where only a question was answered', () => {
    expect(statusOf(first, { questions: questions(0) })).toEqual({ is: 'under-way', part: 1 });
  });

  it('is held when it was completed below the pass mark', () => {
    const known = { state: 'completed', questions: questions(4, 1) } as const;
    expect(statusOf(first, known)).toEqual({ is: 'held', score: 62 });
  });

  it('is cleared with its score and day', () => {
    const known = { state: 'cleared', clearedOn: 327, questions: questions(4, 3) } as const;
    expect(statusOf(first, known)).toEqual({ is: 'cleared', score: 87, day: 327 });
  });

  it('is cleared without a score where nothing was asked', () => {
    expect(statusOf(first, { state: 'cleared' })).toEqual({
      is: 'cleared',
      score: undefined,
      day: undefined,
    });
  });

  it('stays cleared where a release put another before it', () => {
    const known = { state: 'cleared', questions: questions(4, 4) } as const;
    expect(statusOf(second, known).is).toBe('cleared');
  });
});

describe('the standing of a course', () => {
  it('counts a held lesson apart, never as cleared', () => {
    const held = { is: 'held', score: 0 } as const;
    const cleared = { is: 'cleared', score: 90, day: 1 } as const;
    expect(standing([cleared, held, { is: 'arrived' }, cleared])).toEqual({ cleared: 2, held: 1 });
  });

  it('leaves half of a held lesson to do, nothing of a cleared one', () => {
    const outline = courseOutline([lessonOutline(1), lessonOutline(2)]);
    const rules = { outline, passMark: 80 };
    const all = outline.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
    expect(minutesToClear(rules, blankProgress(7))).toBe(all);
    const known = (state: LessonProgress['state']) => ({
      ...blankProgress(7),
      lessons: new Map([
        [1, { partsRead: 3, state, questions: questions(1, 1) }],
        [2, { partsRead: 3, state: 'cleared' as const, questions: questions(4, 4) }],
      ]),
    });
    const [first] = outline.lessons;
    expect(minutesToClear(rules, known('completed'))).toBe(Math.ceil((first?.minutes ?? 0) / 2));
    expect(minutesToClear(rules, known('cleared'))).toBe(0);
  });
});
