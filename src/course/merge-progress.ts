import {
  LESSON_STATES,
  type LessonProgress,
  type Progress,
  type QuestionProgress,
} from './progress.ts';

/**
 * What two sittings of the same learner know together: the best of both, so that none overwrites
 * the other. Place, seed and, where both are as good, responses are those of `mine`.
 */
export function mergeProgress(mine: Progress, other: Progress): Progress {
  return {
    ...mine,
    bestScore: Math.max(mine.bestScore, other.bestScore),
    completed: mine.completed || other.completed,
    passed: mine.passed || other.passed,
    lessons: mergeMaps(mine.lessons, other.lessons, mergeLesson),
  };
}

function mergeLesson(mine: LessonProgress, other: LessonProgress): LessonProgress {
  const isAhead = LESSON_STATES.indexOf(other.state) > LESSON_STATES.indexOf(mine.state);
  return {
    partsRead: Math.max(mine.partsRead, other.partsRead),
    state: isAhead ? other.state : mine.state,
    clearedOn: mine.clearedOn ?? other.clearedOn,
    questions: mergeMaps(mine.questions, other.questions, mergeQuestion),
  };
}

function mergeQuestion(mine: QuestionProgress, other: QuestionProgress): QuestionProgress {
  const better = other.attempts > mine.attempts ? other : mine;
  return {
    credit: mine.credit > other.credit ? mine.credit : other.credit,
    attempts: better.attempts,
    response: better.response,
  };
}

function mergeMaps<T>(
  mine: ReadonlyMap<number, T>,
  other: ReadonlyMap<number, T>,
  merge: (mine: T, other: T) => T,
): Map<number, T> {
  const merged = new Map(mine);
  for (const [key, theirs] of other) {
    const ours = mine.get(key);
    merged.set(key, ours === undefined ? theirs : merge(ours, theirs));
  }
  return merged;
}
