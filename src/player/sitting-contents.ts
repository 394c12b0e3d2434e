import { lessonLoaders, loadBank } from 'virtual:course';
import type { ExamContent } from '#src/course/course.ts';
import type { LessonOutline } from '#src/course/outline.ts';
import type { Sitting } from '#src/course/progress.ts';
import type { Question } from '#src/questions/registry.ts';
import type { Contents } from './sitting.ts';

/**
 * Loads what a sitting asks, and nothing of other lessons. A sitting of an earlier release may
 * still ask questions of a quiz.
 */
export async function loadContents(
  { items }: Sitting,
  lessons: readonly LessonOutline[],
): Promise<Contents> {
  const asked = lessons.filter(({ number }) => items.some(({ lesson }) => lesson === number));
  const loaded = asked.map(async (lesson) => {
    const numbers = items.flatMap((item) => (item.lesson === lesson.number ? item.question : []));
    const content = await loadContent(lesson, numbers, lessonLoaders[lessons.indexOf(lesson)]);
    return content ? ([[lesson.number, content]] as const) : [];
  });
  return new Map((await Promise.all(loaded)).flat());
}

async function loadContent(
  { number, questions }: LessonOutline,
  asked: readonly number[],
  loadLesson: (typeof lessonLoaders)[number] | undefined,
): Promise<ExamContent<Question> | undefined> {
  const { examLoaders } = await loadBank();
  const exam = await examLoaders.get(number)?.();
  const needsQuiz = asked.some((question) => questions.includes(question));
  const quiz = needsQuiz ? await loadLesson?.() : undefined;
  if (!exam || !quiz) return exam?.content ?? quiz?.content;
  return { ...exam.content, questions: [...exam.content.questions, ...quiz.content.questions] };
}
