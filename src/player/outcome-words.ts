import type { LessonStatus } from './lesson-status.ts';
import { count, percent } from './words.ts';

interface QuizDone {
  readonly status: LessonStatus;
  /** Percent needed to clear the lesson. */
  readonly passMark: number;
  /** Questions whose best answer is not fully right. */
  readonly missed: number;
  /** Titles of the practice that is still to do. */
  readonly labs: readonly string[];
}

/** What a finished quiz means for its lesson, in a sentence or two. */
export function quizWords({ status, passMark, missed, labs }: QuizDone): string {
  if (status.is === 'held') {
    return `Held at ${percent(status.score)}: it takes ${percent(passMark)} to clear this lesson. Read up what you missed, then answer it again; the best answer to each question counts.`;
  }
  if (status.is !== 'cleared') {
    const practice = labs.map((title) => `“${title}”`).join(' and ');
    return labs.length > 0
      ? `The quiz is answered. To finish the lesson, work the practice ${practice}; it counts like a question.`
      : 'Some questions of this lesson are still open.';
  }
  return missed === 0
    ? 'This lesson is cleared, with every answer right.'
    : `This lesson is cleared. ${count(missed, 'answer')} could still be better.`;
}
