import { describe, expect, it } from 'vitest';
import { quizWords } from './outcome-words.ts';

const cleared = { is: 'cleared', score: 90, day: 1 } as const;

describe('the outcome of a quiz', () => {
  it('says how far a held lesson is off, and what to do', () => {
    const status = { is: 'held', score: 50 } as const;
    expect(quizWords({ status, passMark: 80, missed: 3, labs: [] })).toBe(
      'Held at 50%: it takes 80% to clear this lesson. Read up what you missed, then answer it again; the best answer to each question counts.',
    );
  });

  it('names the practice that is still to do', () => {
    const status = { is: 'under-way', part: 1 } as const;
    expect(quizWords({ status, passMark: 80, missed: 0, labs: ['Three boxes', 'One form'] })).toBe(
      'The quiz is answered. To finish the lesson, work the practice “Three boxes” and “One form”; it counts like a question.',
    );
  });

  it('says that a lesson is cleared, and whether more can be had', () => {
    expect(quizWords({ status: cleared, passMark: 80, missed: 0, labs: [] })).toBe(
      'This lesson is cleared, with every answer right.',
    );
    expect(quizWords({ status: cleared, passMark: 80, missed: 1, labs: [] })).toBe(
      'This lesson is cleared. 1 answer could still be better.',
    );
  });
});
