import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import type { PlacedQuestion } from './all-questions.ts';

/** What is said of something, without the place. */
export type Told = Pick<Problem, 'severity' | 'rule' | 'message' | 'hint'>;

/** A problem at a place inside a question, told with the question's name. */
export function inQuestion(
  loaded: LoadedCourse,
  { question, file, path }: PlacedQuestion,
  at: readonly (string | number)[],
  told: Told,
): Problem {
  return {
    file,
    line: loaded.lineOf(file, [...path, ...at]),
    ...told,
    message: `Question “${question.id}”: ${told.message}`,
  };
}
