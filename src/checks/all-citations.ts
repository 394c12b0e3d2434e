import type { Citation } from '#src/course/question.ts';
import type { Lesson } from '#src/course/course.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Question } from '#src/questions/registry.ts';
import { allQuestions } from './all-questions.ts';

/** A citation with its place in the files. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly lesson: Lesson<Question>;
  readonly file: string;
  /** Path to it in its file. */
  readonly path: readonly (string | number)[];
}

/** Every citation of the course: those of its questions, then those of its labs and claims. */
export function* allCitations(loaded: LoadedCourse): Generator<PlacedCitation> {
  for (const { question, lesson, file, path } of allQuestions(loaded)) {
    yield* placed(question.cites, { lesson, file, path });
  }
  for (const lesson of loaded.course.lessons) {
    for (const [index, { cites }] of lesson.labs.entries()) {
      yield* placed(cites, { lesson, file: `${lesson.folder}/labs.yaml`, path: ['labs', index] });
    }
    for (const [index, { cites }] of lesson.claims.entries()) {
      yield* placed(cites, {
        lesson,
        file: `${lesson.folder}/claims.yaml`,
        path: ['claims', index],
      });
    }
  }
}

function* placed(
  cites: readonly Citation[],
  { path, ...owner }: Omit<PlacedCitation, 'citation'>,
): Generator<PlacedCitation> {
  for (const [index, citation] of cites.entries()) {
    yield { ...owner, citation, path: [...path, 'cites', index] };
  }
}

/** Session that a citation's quote is from. */
export function sessionOf({
  citation,
  lesson,
}: Pick<PlacedCitation, 'citation' | 'lesson'>): string {
  return citation.session ?? lesson.session;
}
