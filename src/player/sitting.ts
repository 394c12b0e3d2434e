import type { ExamContent } from '#src/course/course.ts';
import type { Objective } from '#src/course/schemas.ts';
import type { LessonOutline } from '#src/course/outline.ts';
import type { Sitting, SittingItem } from '#src/course/progress.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import type { Question } from '#src/questions/registry.ts';

/** What a sitting asks of each lesson, by the lessons' permanent numbers. */
export type Contents = ReadonlyMap<number, ExamContent<Question>>;

/**
 * The questions of a sitting as it asks them: once each, numbered by their place from 1. A question
 * that a release has removed after it was answered is left out.
 */
export function sittingQuestions({ items }: Sitting, contents: Contents): readonly Question[] {
  return items.flatMap((item, index): Question[] => {
    const found = findQuestion(item, contents);
    if (!found) return [];
    const { lesson, question } = found;
    return [
      {
        ...question,
        number: index + 1,
        id: `${lesson.id}.${question.id}`,
        objective: `${lesson.id}.${question.objective}`,
        tries: 1,
      },
    ];
  });
}

/** What a sitting shows of one objective. */
export interface ObjectiveResult {
  readonly objective: Objective;
  readonly lesson: LessonOutline;
  /** Whole percent of the credit that its questions could earn. */
  readonly score: number;
}

/** Results by objective, the weakest first. */
export function objectiveResults(
  { items }: Sitting,
  contents: Contents,
  lessons: readonly LessonOutline[],
): readonly ObjectiveResult[] {
  const results = new Map<Objective, { lesson: LessonOutline; earned: number; asked: number }>();
  for (const item of items) {
    const lesson = lessons.find(({ number }) => number === item.lesson);
    const found = findQuestion(item, contents);
    const objective = found?.lesson.objectives.find(({ id }) => id === found.question.objective);
    if (!lesson || !objective) continue;
    const before = results.get(objective) ?? { earned: 0, asked: 0 };
    results.set(objective, {
      lesson,
      earned: before.earned + (item.credit ?? 0),
      asked: before.asked + 1,
    });
  }
  return [...results]
    .map(([objective, { lesson, earned, asked }]) => ({
      objective,
      lesson,
      score: Math.floor((earned * 100) / (asked * FULL_CREDIT)),
    }))
    .sort((a, b) => a.score - b.score);
}

function findQuestion({ lesson: number, question: asked }: SittingItem, contents: Contents) {
  const lesson = contents.get(number);
  const question = lesson?.questions.find((candidate) => candidate.number === asked);
  return lesson && question ? { lesson, question } : undefined;
}
