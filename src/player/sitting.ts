import type { ExamContent } from '#src/course/course.ts';
import type { ItemRef, Sitting } from '#src/course/progress.ts';
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

/** The part of its lesson that teaches an item, from 1; 0 where the question names none. */
export function partOf(item: ItemRef | undefined, contents: Contents): number {
  const { lesson, question } = (item && findQuestion(item, contents)) ?? {};
  return question?.part === undefined ? 0 : (lesson?.parts.indexOf(question.part) ?? -1) + 1;
}

function findQuestion({ lesson: number, question: asked }: ItemRef, contents: Contents) {
  const lesson = contents.get(number);
  const question = lesson?.questions.find((candidate) => candidate.number === asked);
  return lesson && question ? { lesson, question } : undefined;
}
