import type { Lesson } from '#src/course/course.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Question } from '#src/questions/registry.ts';

/** A question with its place in the files. */
export interface PlacedQuestion {
  readonly question: Question;
  readonly lesson: Lesson<Question>;
  readonly file: string;
  /** Path to it in its file. */
  readonly path: readonly (string | number)[];
  /** False for the checks inside a text. */
  readonly scored: boolean;
}

/** Lists of questions that a lesson has: where each is written, and whether it is scored. */
const LISTS = [
  { list: 'questions', file: 'quiz.yaml', key: 'questions', scored: true },
  { list: 'checks', file: 'quiz.yaml', key: 'checks', scored: false },
  { list: 'exam', file: 'exam.yaml', key: 'questions', scored: true },
] as const;

/** Every question of the course, scored or not. */
export function* allQuestions({ course }: LoadedCourse): Generator<PlacedQuestion> {
  for (const lesson of course.lessons) {
    for (const { list, file, key, scored } of LISTS) {
      for (const [index, question] of lesson[list].entries()) {
        yield { question, lesson, file: `${lesson.folder}/${file}`, path: [key, index], scored };
      }
    }
  }
}
