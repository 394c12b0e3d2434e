import type { LessonOutline } from '#src/course/outline.ts';
import type { Bookmark, Progress } from '#src/course/progress.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import { lessonProgress } from './rules.ts';

/*
 * A round is one way through a lesson's quiz. The bookmark holds the one under way: the questions
 * it still asks are those not in `answered`. Answers count at once, so leaving a round loses none.
 */

export type Round = Extract<Bookmark, { place: 'quiz' }>;

/** Question number that stands for the outcome, after the last question. */
export const OUTCOME = 0;

/** The round to open: the one under way, else the first unanswered question, else the outcome. */
export function openRound(lesson: LessonOutline, progress: Progress): Round {
  const { bookmark } = progress;
  if (bookmark?.place === 'quiz' && bookmark.lesson === lesson.number) {
    return resumedRound(lesson, bookmark);
  }
  const { questions } = lessonProgress(progress, lesson.number);
  const answered = lesson.questions.filter((number) => questions.has(number));
  return roundAt(lesson, 1 + highestAttempts(lesson, progress), answered);
}

/** A new round over all questions, or over those without full credit. */
export function newRound(
  lesson: LessonOutline,
  progress: Progress,
  scope: 'all' | 'missed',
): Round {
  const { questions } = lessonProgress(progress, lesson.number);
  const isFull = (number: number) => questions.get(number)?.credit === FULL_CREDIT;
  const answered = scope === 'all' ? [] : lesson.questions.filter(isFull);
  const { bookmark } = progress;
  const last = bookmark?.place === 'quiz' && bookmark.lesson === lesson.number ? bookmark.round : 0;
  return roundAt(lesson, 1 + Math.max(last, highestAttempts(lesson, progress)), answered);
}

/** After a release, questions may have come or gone. */
function resumedRound(lesson: LessonOutline, round: Round): Round {
  const answered = round.answered.filter((number) => lesson.questions.includes(number));
  if (lesson.questions.includes(round.question)) return { ...round, answered };
  return roundAt(lesson, round.round, answered);
}

function roundAt(lesson: LessonOutline, round: number, answered: readonly number[]): Round {
  const question = lesson.questions.find((number) => !answered.includes(number)) ?? OUTCOME;
  return { place: 'quiz', lesson: lesson.number, round, question, answered };
}

function highestAttempts(lesson: LessonOutline, progress: Progress): number {
  const { questions } = lessonProgress(progress, lesson.number);
  return Math.max(0, ...lesson.questions.map((number) => questions.get(number)?.attempts ?? 0));
}
