import { describe, expect, it } from 'vitest';
import { decodeProgress } from '#src/course/progress-codec.ts';
import { blankProgress, type Bookmark, type Progress } from '#src/course/progress.ts';
import { OUTCOME } from '#src/machine/rounds.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { toReport } from './report.ts';

const outline = courseOutline([lessonOutline(1), lessonOutline(2), lessonOutline(3)]);
const RULES = { outline, passMark: 80 };

function reportOf(changes: Partial<Progress>) {
  return toReport(RULES, { ...blankProgress(7), ...changes });
}

describe('the record', () => {
  it('is the encoded progress', () => {
    const progress = { ...blankProgress(7), bestScore: 40 };
    expect(decodeProgress(toReport(RULES, progress).record)).toEqual({ ok: true, progress });
  });
});

describe('the location', () => {
  const at = (bookmark: Bookmark) => reportOf({ bookmark }).location;
  const quiz = { place: 'quiz', lesson: 2, round: 1, answered: [] } as const;

  it('is the overview before a lesson was opened', () => {
    expect(reportOf({}).location).toBe('overview');
  });

  it('is the lesson and the part', () => {
    expect(at({ place: 'lesson', lesson: 2, part: 3 })).toBe('lesson-2/part-3');
  });

  it('is the lesson and the question of its quiz', () => {
    expect(at({ ...quiz, question: 2 })).toBe('lesson-2/quiz-question-2');
  });

  it('is the lesson and the outcome of its quiz', () => {
    expect(at({ ...quiz, question: OUTCOME })).toBe('lesson-2/quiz-outcome');
  });

  it('is the overview where a release removed the lesson', () => {
    expect(at({ place: 'lesson', lesson: 9, part: 3 })).toBe('overview');
  });
});

describe('the result', () => {
  it('has no score while nothing was answered', () => {
    expect(reportOf({}).score).toBeUndefined();
  });

  it('has the score zero when everything so far was wrong', () => {
    const wrong = { partsRead: 0, state: 'open' as const };
    const questions = new Map([[1, { credit: 0 as const, attempts: 1 }]]);
    expect(reportOf({ lessons: new Map([[1, { ...wrong, questions }]]) }).score).toBe(0);
  });

  it('has the best score, completion and pass', () => {
    expect(reportOf({ bestScore: 85, completed: true, passed: true })).toMatchObject({
      score: 85,
      completed: true,
      passed: true,
      progress: 1,
    });
  });

  it('has the share that is done, in hundredths', () => {
    const done = { partsRead: 2, state: 'completed' as const, questions: new Map() };
    expect(reportOf({ lessons: new Map([[1, done]]) }).progress).toBe(0.33);
  });
});
