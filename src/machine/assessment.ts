import type { CourseOutline } from '#src/course/outline.ts';
import {
  toHour,
  type AssessmentProgress,
  type ItemRef,
  type Progress,
  type SavedResponse,
  type Sitting,
  type SittingItem,
} from '#src/course/progress.ts';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import type { Drawn } from './draw.ts';
import type { CourseRules } from './rules.ts';

/*
 * The final assessment: a sitting asks what was drawn for it, every answer counts once, and where
 * the result is close to the pass mark it asks its reserve as well. Pure functions of progress;
 * whether another sitting may begin is told by `attempts.ts`.
 */

/** The sitting under way; undefined before the first, and when the last one is finished. */
export function openSitting({ assessment }: Progress): Sitting | undefined {
  return assessment && !isFinished(assessment.sitting) ? assessment.sitting : undefined;
}

export function isFinished({ items }: Sitting): boolean {
  return items.every(({ credit }) => credit !== undefined);
}

/** Number of the sitting that is under way or was finished last, from 1. */
export function sittingNumber({ finished, sitting }: AssessmentProgress): number {
  return isFinished(sitting) ? finished : finished + 1;
}

/** Exact share of all credit, 0–100; what is not answered earns nothing. */
export function sittingScore({ items }: Pick<Sitting, 'items'>): number {
  const earned = items.reduce((sum, { credit }) => sum + (credit ?? 0), 0);
  return items.length === 0 ? 0 : (earned * 100) / (items.length * FULL_CREDIT);
}

/** What a sitting earned in one module; index into the outline's. */
export interface ModuleResult {
  readonly module: number;
  readonly questions: number;
  /** Exact, 0–100. */
  readonly score: number;
  /** Enough of its questions were asked for the module to decide, and it fell short. */
  readonly isShort: boolean;
}

/** By module, in the order of the course. */
export function moduleResults({ outline }: CourseRules, { items }: Sitting): ModuleResult[] {
  const { moduleQuestions = Infinity, moduleMark = 0 } = outline.assessment ?? {};
  return outline.modules.flatMap((_module, module) => {
    const lessons = outline.lessons.filter((lesson) => lesson.module === module);
    const own = items.filter((item) => lessons.some(({ number }) => number === item.lesson));
    if (own.length === 0) return [];
    const score = sittingScore({ items: own });
    const isShort = own.length >= moduleQuestions && score < moduleMark;
    return [{ module, questions: own.length, score, isShort }];
  });
}

/** Does a finished sitting meet the pass mark, and that of each module? */
export function isPassing(rules: CourseRules, sitting: Sitting): boolean {
  return (
    isFinished(sitting) &&
    sittingScore(sitting) >= rules.passMark &&
    moduleResults(rules, sitting).every(({ isShort }) => !isShort)
  );
}

// --- what changes progress --------------------------------------------------------------------

/** Progress with a new sitting. What the last one asked is remembered as asked. */
export function withSitting(progress: Progress, { items, reserve }: Drawn): Progress {
  const before = progress.assessment;
  const last = (before?.sitting.items ?? []).map(({ lesson, question }) => ({ lesson, question }));
  const asked = [...(before?.asked ?? []), ...last];
  const isExhausted = items.some((item) => asked.some(isSame(item)));
  return {
    ...progress,
    assessment: {
      finished: 0,
      best: 0,
      ...before,
      // Where all were asked, the row begins anew: the next sittings avoid the last ones again.
      asked: asked.length === 0 ? undefined : isExhausted ? last : asked,
      sitting: { items, reserve: reserve.length === 0 ? undefined : reserve, view: 0 },
    },
  };
}

const isSame = (one: ItemRef) => (other: ItemRef) =>
  one.lesson === other.lesson && one.question === other.question;

export function withSittingView(progress: Progress, view: number): Progress {
  return changeSitting(progress, (sitting) => ({ ...sitting, view, draft: undefined }));
}

/** Progress with the response that was begun to the item in view. */
export function withSittingDraft(progress: Progress, draft: SavedResponse): Progress {
  return changeSitting(progress, (sitting) => ({ ...sitting, draft }));
}

export interface SittingAnswer {
  /** Index of the item. */
  readonly item: number;
  readonly credit: Credit;
  readonly response: SavedResponse;
  /** The part of its lesson that teaches it, from 1; 0: not known which. */
  readonly part: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function canAnswer(progress: Progress, item: number): boolean {
  const found = progress.assessment?.sitting.items[item];
  return found !== undefined && found.credit === undefined;
}

/** Progress after an answer; the last one finishes the sitting. */
export function withSittingAnswer(
  rules: CourseRules,
  progress: Progress,
  { item: index, credit, response, part, at }: SittingAnswer,
): Progress {
  const answered = { credit, response, part: credit === FULL_CREDIT ? undefined : part };
  const after = changeSitting(progress, (sitting) => ({
    ...sitting,
    items: sitting.items.map((item, place) => (place === index ? { ...item, ...answered } : item)),
    draft: undefined,
  }));
  return closeSitting(rules, after, progress, at);
}

/**
 * A release may have removed questions that the sitting under way still asks. One that it began
 * with the questions of a quiz ends with them, also where the lesson has others for it by now.
 */
export function withKnownItems(rules: CourseRules, progress: Progress): Progress {
  if (!openSitting(progress)) return progress;
  const isKnown = isIn(rules.outline);
  const after = changeSitting(progress, (sitting) => {
    const items = sitting.items.filter(
      (item: SittingItem) => item.credit !== undefined || isKnown(item),
    );
    if (items.length === sitting.items.length) return sitting;
    const view = items.findIndex(({ credit }) => credit === undefined);
    const reserve = sitting.reserve?.filter(isKnown);
    return { items, reserve, view: view < 0 ? items.length : view };
  });
  if (after.assessment?.sitting.items.length === 0) return { ...after, assessment: undefined };
  return closeSitting(rules, after, progress);
}

function isIn({ lessons }: CourseOutline) {
  return ({ lesson, question }: ItemRef): boolean =>
    lessons.some(
      ({ number, questions, exam }) =>
        number === lesson && (questions.includes(question) || exam.includes(question)),
    );
}

/** Takes the reserve in or counts the sitting, if all was answered now and was not before. */
function closeSitting(
  rules: CourseRules,
  after: Progress,
  before: Progress,
  at?: number,
): Progress {
  const { assessment } = after;
  if (!assessment || !openSitting(before) || !isFinished(assessment.sitting)) return after;
  const { sitting } = assessment;
  if (sitting.reserve?.length && isClose(rules, sitting)) {
    const items = [...sitting.items, ...sitting.reserve];
    return changeSitting(after, () => ({ items, view: sitting.items.length }));
  }
  return {
    ...after,
    assessment: {
      ...assessment,
      finished: assessment.finished + 1,
      best: Math.max(assessment.best, Math.floor(sittingScore(sitting))),
      passed: assessment.passed ?? (isPassing(rules, sitting) || undefined),
      endedAt: at === undefined ? assessment.endedAt : toHour(at),
      sitting: { ...sitting, reserve: undefined },
    },
  };
}

function isClose({ outline, passMark }: CourseRules, sitting: Sitting): boolean {
  const { decidingWithin = 0 } = outline.assessment ?? {};
  return Math.abs(sittingScore(sitting) - passMark) <= decidingWithin;
}

export function changeSitting(progress: Progress, change: (sitting: Sitting) => Sitting): Progress {
  const { assessment } = progress;
  if (!assessment) return progress;
  return { ...progress, assessment: { ...assessment, sitting: change(assessment.sitting) } };
}
