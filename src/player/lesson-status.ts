import type { LessonContent } from '#src/course/course.ts';
import type { LabContent } from '#src/course/lab.ts';
import type { LessonOutline } from '#src/course/outline.ts';
import {
  canOpenLesson,
  lessonProgress,
  lessonScore,
  type CourseRules,
} from '#src/machine/rules.ts';
import type { Progress } from '#src/course/progress.ts';

/** What the manifest says of a lesson. */
export type LessonStatus =
  | { readonly is: 'locked' }
  | { readonly is: 'arrived' }
  | { readonly is: 'under-way'; readonly part: number }
  /** Completed below the pass mark. */
  | { readonly is: 'held'; readonly score: number }
  | {
      readonly is: 'cleared';
      readonly score: number | undefined;
      readonly day: number | undefined;
    };

export function lessonStatus(
  rules: CourseRules,
  progress: Progress,
  lesson: LessonOutline,
): LessonStatus {
  const { state, partsRead, questions, clearedOn } = lessonProgress(progress, lesson.number);
  const score = lessonScore(lesson, progress);
  if (state === 'cleared') return { is: 'cleared', score, day: clearedOn };
  if (state === 'completed') return { is: 'held', score: score ?? 0 };
  if (!canOpenLesson(rules, progress, lesson.number)) return { is: 'locked' };
  if (partsRead === 0 && questions.size === 0) return { is: 'arrived' };
  return { is: 'under-way', part: Math.max(1, partsRead) };
}

/** Practice of a lesson that was not finished yet. */
export function openLabs(
  lesson: LessonOutline,
  { labs }: LessonContent,
  progress: Progress,
): readonly LabContent[] {
  const { questions } = lessonProgress(progress, lesson.number);
  return labs.filter(({ number }) => !questions.has(number));
}
