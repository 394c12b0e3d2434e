import type { LessonOutline } from '#src/course/outline.ts';
import type { Progress } from '#src/course/progress.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import { lessonProgress, lessonScore, type CourseRules } from '#src/machine/rules.ts';
import type { ObjectiveReport } from '#src/tracking/tracker.ts';

/** Where the learner stands in each lesson that was begun, and with each of its objectives. */
export function objectiveReports(rules: CourseRules, progress: Progress): ObjectiveReport[] {
  return rules.outline.lessons.flatMap((lesson) => {
    if (!progress.lessons.has(lesson.number)) return [];
    return [lessonReport(lesson, progress), ...partReports(lesson, rules, progress)];
  });
}

const LESSON_STATUS = { open: 'begun', completed: 'completed', cleared: 'passed' } as const;

function lessonReport(lesson: LessonOutline, progress: Progress): ObjectiveReport {
  const { state } = lessonProgress(progress, lesson.number);
  const score = lessonScore(lesson, progress);
  return { id: lesson.id, name: lesson.title, score, status: LESSON_STATUS[state] };
}

/** Of each objective whose questions or labs were answered. */
function partReports(
  lesson: LessonOutline,
  { passMark }: CourseRules,
  progress: Progress,
): ObjectiveReport[] {
  const { questions } = lessonProgress(progress, lesson.number);
  return lesson.objectives.flatMap(({ id, questions: asked }): ObjectiveReport[] => {
    const credits = asked.flatMap((number) => questions.get(number)?.credit ?? []);
    if (credits.length === 0) return [];
    const earned = credits.reduce<number>((sum, credit) => sum + credit, 0);
    const score = Math.floor((earned * 100) / (asked.length * FULL_CREDIT));
    const isDone = credits.length === asked.length;
    const done = score >= passMark ? 'passed' : 'completed';
    return [{ id: `${lesson.id}.${id}`, score, status: isDone ? done : 'begun' }];
  });
}
