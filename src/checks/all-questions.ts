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

/** Every question of the course, scored or not. */
export function* allQuestions({ course }: LoadedCourse): Generator<PlacedQuestion> {
  for (const lesson of course.lessons) {
    const file = `${lesson.folder}/quiz.yaml`;
    for (const list of ['questions', 'checks'] as const) {
      for (const [index, question] of lesson[list].entries()) {
        yield { question, lesson, file, path: [list, index], scored: list === 'questions' };
      }
    }
  }
}
