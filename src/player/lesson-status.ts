import type { LessonContent } from '#src/course/course.ts';
import type { LabContent } from '#src/course/lab.ts';
import type { LessonOutline } from '#src/course/outline.ts';
import {
  canOpenLesson,
  lessonProgress,
  lessonScore,
  lessonShare,
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

/** How many lessons stand cleared, and how many are held below the pass mark. */
export interface Standing {
  readonly cleared: number;
  readonly held: number;
}

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

export function standing(statuses: readonly LessonStatus[]): Standing {
  const count = (is: LessonStatus['is']) => statuses.filter((status) => status.is === is).length;
  return { cleared: count('cleared'), held: count('held') };
}

/**
 * Minutes, rounded up, until every lesson is cleared. A held lesson was read: its questions are still
 * to be shown, which is taken as half of it.
 */
export function minutesToClear(rules: CourseRules, progress: Progress): number {
  const shareLeft = (lesson: LessonOutline): number => {
    const { is } = lessonStatus(rules, progress, lesson);
    if (is === 'cleared') return 0;
    return is === 'held' ? 0.5 : 1 - lessonShare(lesson, progress);
  };
  const minutes = rules.outline.lessons.map((lesson) => lesson.minutes * shareLeft(lesson));
  return Math.ceil(minutes.reduce((sum, one) => sum + one, 0));
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
