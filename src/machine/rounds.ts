import type { LessonOutline } from '#src/course/outline.ts';
import { KEPT_ASIDE, type Bookmark, type Progress, type Round } from '#src/course/progress.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import { lessonProgress } from './rules.ts';

/*
 * A round is one way through a lesson's quiz: the questions it still asks are those not in
 * `answered`. The bookmark holds the one in view, `rounds` those that were left before their
 * outcome. Answers count at once, so leaving a round loses none.
 */

/** Question number that stands for the outcome, after the last question. */
export const OUTCOME = 0;

/** Progress at another place: a round that is left before its outcome is set aside. */
export function movedTo(progress: Progress, bookmark: Bookmark): Progress {
  const { bookmark: left, rounds = [] } = progress;
  const here = bookmark.place === 'quiz' ? bookmark.lesson : undefined;
  const aside = left?.place === 'quiz' ? [...without(rounds, left.lesson), left] : rounds;
  const kept = without(aside, here).filter(({ question }) => question !== OUTCOME);
  return {
    ...progress,
    bookmark,
    rounds: kept.length === 0 ? undefined : kept.slice(-KEPT_ASIDE),
  };
}

function without(rounds: readonly Round[], lesson: number | undefined): readonly Round[] {
  return rounds.filter((round) => round.lesson !== lesson);
}

/** The round to open: the one under way, else the first unanswered question, else the outcome. */
export function openRound(lesson: LessonOutline, progress: Progress): Round {
  const underWay = roundOf(progress, lesson.number);
  if (underWay) return resumedRound(lesson, underWay);
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
  const last = roundOf(progress, lesson.number)?.round ?? 0;
  return roundAt(lesson, 1 + Math.max(last, highestAttempts(lesson, progress)), answered);
}

/** The round of a lesson that is in view or was set aside. */
function roundOf({ bookmark, rounds }: Progress, lesson: number): Round | undefined {
  if (bookmark?.place === 'quiz' && bookmark.lesson === lesson) return bookmark;
  return rounds?.find((round) => round.lesson === lesson);
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
