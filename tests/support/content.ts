import { loadCourse } from '#src/content/load-course.ts';
import { diskReader } from '#src/content/disk-reader.ts';
import type { Course, Lesson } from '#src/course/course.ts';
import {
  blankProgress,
  type LessonProgress,
  type Progress,
  type QuestionProgress,
} from '#src/course/progress.ts';
import { encodeProgress } from '#src/course/progress-codec.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import type { Question } from '#src/questions/registry.ts';

/** The course under test, read from its files as an author wrote them. */
export async function courseUnderTest(): Promise<Course<Question>> {
  const { loaded } = await loadCourse(diskReader('lessons'));
  if (!loaded) throw new Error('The content has errors: run `npm run check`.');
  return loaded.course;
}

/** A lesson of the course under test. */
export async function lessonUnderTest(id: string): Promise<Lesson<Question>> {
  const lesson = (await courseUnderTest()).lessons.find((candidate) => candidate.id === id);
  if (!lesson) throw new Error(`There is no lesson “${id}”.`);
  return lesson;
}

/** The saved record of a learner who has cleared these lessons, and no more. */
export function lessonsDoneRecord(lessons: Course<Question>['lessons']): string {
  return encodeProgress(lessonsDone(lessons));
}

/** The saved record of a learner who has passed. */
export function finishedRecord({ lessons }: Course<Question>): string {
  return encodeProgress({ ...lessonsDone(lessons), bestScore: 100, completed: true, passed: true });
}

/** The saved record of a learner with one lesson cleared, and another held without a right answer. */
export function heldRecord(cleared: Lesson<Question>, held: Lesson<Question>): string {
  const done = lessonsDone([cleared, held]);
  const nothing: QuestionProgress = { credit: 0, attempts: 1 };
  const failed: LessonProgress = {
    partsRead: held.parts.length,
    state: 'completed',
    questions: new Map([...held.questions, ...held.labs].map((item) => [item.number, nothing])),
  };
  return encodeProgress({ ...done, lessons: new Map(done.lessons).set(held.number, failed) });
}

function lessonsDone(lessons: Course<Question>['lessons']): Progress {
  const answered: QuestionProgress = { credit: FULL_CREDIT, attempts: 1 };
  return {
    ...blankProgress(1),
    lessons: new Map(
      lessons.map(({ number, parts, questions, labs }): [number, LessonProgress] => [
        number,
        {
          partsRead: parts.length,
          state: 'cleared',
          questions: new Map([...questions, ...labs].map((item) => [item.number, answered])),
        },
      ]),
    ),
  };
}
