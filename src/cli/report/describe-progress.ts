import type { CourseOutline, LessonOutline } from '#src/course/outline.ts';
import { UNTOUCHED_LESSON, type Progress } from '#src/course/progress.ts';
import { FULL_CREDIT } from '#src/course/question.ts';

/** A learner's progress as lines of plain text, for support. */
export function describeProgress(progress: Progress, { title, lessons }: CourseOutline): string {
  const { completed, passed, bestScore, assessment, bookmark } = progress;
  const known = new Set(lessons.map(({ number }) => number));
  const gone = [...progress.lessons.keys()].filter((number) => !known.has(number));
  return [
    title,
    `${completed ? 'completed' : 'not completed'}, ${passed ? 'passed' : 'not passed'}, best score ${bestScore}`,
    `place: ${bookmark ? placeOf(bookmark, lessons) : 'none'}`,
    assessment
      ? `final assessment: ${assessment.finished} finished, best ${assessment.best}`
      : 'final assessment: not begun',
    '',
    ...lessons.map((lesson) => describeLesson(lesson, progress)),
    ...gone.map((number) => `lesson no. ${number} of the register: no longer in this course`),
  ].join('\n');
}

function describeLesson({ number, title, parts }: LessonOutline, { lessons }: Progress): string {
  const { state, partsRead, questions } = lessons.get(number) ?? UNTOUCHED_LESSON;
  const right = [...questions.values()].filter(({ credit }) => credit === FULL_CREDIT).length;
  return `${state.padEnd(9)} ${partsRead} of ${parts} parts, ${questions.size} answered, ${right} in full  ${title}`;
}

function placeOf(
  bookmark: NonNullable<Progress['bookmark']>,
  lessons: readonly LessonOutline[],
): string {
  if (!('lesson' in bookmark)) return bookmark.place;
  const lesson = lessons.find(({ number }) => number === bookmark.lesson);
  return `${bookmark.place} of ${lesson?.title ?? `lesson no. ${bookmark.lesson}`}`;
}
