import type { LabRun } from './lab.ts';
import {
  KEPT_ASIDE,
  LESSON_STATES,
  type AssessmentProgress,
  type Draft,
  type ItemRef,
  type LessonProgress,
  type Progress,
  type QuestionProgress,
  type Round,
  type Sitting,
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
    assessment: mergeAssessment(mine.assessment, other.assessment),
    runs: mergeRuns(mine.runs, other.runs),
    rounds: mergeRounds(mine.rounds, other.rounds),
    drafts: mergeDrafts(mine, other),
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

/** The sitting that is further on, with the answers of both where it is the same one. */
function mergeAssessment(
  mine: AssessmentProgress | undefined,
  other: AssessmentProgress | undefined,
): AssessmentProgress | undefined {
  if (!mine || !other) return mine ?? other;
  const best = Math.max(mine.best, other.best);
  const both = {
    best,
    finished: Math.max(mine.finished, other.finished),
    passed: mine.passed ?? other.passed,
    endedAt: (mine.endedAt ?? 0) > (other.endedAt ?? 0) ? mine.endedAt : other.endedAt,
    asked: mergeAsked(mine.asked, other.asked),
  };
  if (isSameDraw(mine.sitting, other.sitting)) {
    return { ...both, sitting: mergeSitting(mine.sitting, other.sitting) };
  }
  return { ...both, sitting: (other.finished > mine.finished ? other : mine).sitting };
}

function mergeAsked(
  mine: AssessmentProgress['asked'],
  other: AssessmentProgress['asked'] = [],
): AssessmentProgress['asked'] {
  if (!mine) return other.length === 0 ? undefined : other;
  const isNew = (item: ItemRef) =>
    !mine.some(({ lesson, question }) => lesson === item.lesson && question === item.question);
  return [...mine, ...other.filter(isNew)];
}

/** A sitting that went into its reserve is longer, and the same. */
function isSameDraw(mine: Sitting, other: Sitting): boolean {
  const [short, long] =
    mine.items.length <= other.items.length ? [mine.items, other.items] : [other.items, mine.items];
  return short.every(
    ({ lesson, question }, index) =>
      long[index]?.lesson === lesson && long[index].question === question,
  );
}

function mergeSitting(mine: Sitting, other: Sitting): Sitting {
  const longer = mine.items.length >= other.items.length ? mine : other;
  const items = longer.items.map((item, index) => {
    const own = mine.items[index];
    return own?.credit === undefined ? (other.items[index] ?? item) : own;
  });
  return { ...mine, items, reserve: longer.reserve };
}

/** The later run of each lab; of the same run the one that is further on. */
function mergeRuns(
  mine: readonly LabRun[] = [],
  other: readonly LabRun[] = [],
): readonly LabRun[] | undefined {
  const runs = mergeMaps(keyed(mine), keyed(other), (ours, theirs) => {
    const isAhead =
      theirs.run > ours.run ||
      (theirs.run === ours.run && theirs.decisions.length > ours.decisions.length);
    return isAhead ? theirs : ours;
  });
  return runs.size === 0 ? undefined : [...runs.values()];
}

/** The later round of each lesson, mine as the newest. */
function mergeRounds(
  mine: readonly Round[] = [],
  other: readonly Round[] = [],
): readonly Round[] | undefined {
  const byLesson = (rounds: readonly Round[]) =>
    new Map(rounds.map((round) => [round.lesson, round]));
  const rounds = mergeMaps(byLesson(other), byLesson(mine), (theirs, ours) =>
    theirs.round > ours.round ? theirs : ours,
  );
  return rounds.size === 0 ? undefined : [...rounds.values()].slice(-KEPT_ASIDE);
}

/** Of the other those to questions that I neither began nor answered meanwhile, mine as the newest. */
function mergeDrafts(mine: Progress, other: Progress): readonly Draft[] | undefined {
  const { drafts: ours = [] } = mine;
  const attempts = ({ lessons }: Progress, { lesson, question }: Draft) =>
    lessons.get(lesson)?.questions.get(question)?.attempts ?? 0;
  const theirs = (other.drafts ?? []).filter(
    (draft) =>
      !ours.some(
        ({ lesson, question }) => lesson === draft.lesson && question === draft.question,
      ) && attempts(mine, draft) <= attempts(other, draft),
  );
  const drafts = [...theirs, ...ours];
  return drafts.length === 0 ? undefined : drafts.slice(-KEPT_ASIDE);
}

function keyed(runs: readonly LabRun[]) {
  return new Map(runs.map((run): [string, LabRun] => [`${run.lesson}/${run.lab}`, run]));
}

function mergeMaps<K, T>(
  mine: ReadonlyMap<K, T>,
  other: ReadonlyMap<K, T>,
  merge: (mine: T, other: T) => T,
): Map<K, T> {
  const merged = new Map(mine);
  for (const [key, theirs] of other) {
    const ours = mine.get(key);
    merged.set(key, ours === undefined ? theirs : merge(ours, theirs));
  }
  return merged;
}
