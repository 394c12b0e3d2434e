import type { BankItem, CourseOutline, LessonOutline } from '#src/course/outline.ts';
import type {
  AssessmentProgress,
  Progress,
  SavedResponse,
  Sitting,
  SittingItem,
} from '#src/course/progress.ts';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import { mixSeed } from '#src/course/shuffle.ts';

/*
 * The final assessment: each sitting draws its questions anew, every answer counts once, the best
 * sitting counts for the course. Pure functions of progress.
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
export function sittingScore({ items }: Sitting): number {
  const earned = items.reduce((sum, { credit }) => sum + (credit ?? 0), 0);
  return items.length === 0 ? 0 : (earned * 100) / (items.length * FULL_CREDIT);
}

// --- drawing ----------------------------------------------------------------------------------

interface Draw {
  /** 16 bits, from the learner's progress. */
  readonly seed: number;
  /** Sittings before this one: what they asked comes again only when nothing else is left. */
  readonly earlier: number;
  readonly count: number;
}

/**
 * The questions of one sitting, spread over lessons and over objectives as evenly as the bank
 * allows. Earlier sittings are drawn again, not looked up: a saved record need not list them.
 */
export function drawItems(bank: readonly BankItem[], { seed, earlier, count }: Draw) {
  const tickets = bank.map((item) => ({ item, luck: mixSeed(seed, item.lesson, item.question) }));
  tickets.sort((a, b) => a.luck - b.luck);
  const asked = new Tally();
  let drawn: readonly BankItem[] = [];
  for (let sitting = 0; sitting <= earlier; sitting++) {
    drawn = drawOnce(
      tickets.map(({ item }) => item),
      count,
      asked,
    );
    for (const item of drawn) for (const key of keysOf(item)) asked.add(key);
  }
  return drawn.map(({ lesson, question }): SittingItem => ({ lesson, question }));
}

/** One item after the other: always the one least asked before, in the lesson least drawn from. */
function drawOnce(bank: readonly BankItem[], count: number, asked: Tally): readonly BankItem[] {
  const here = new Tally();
  const left = new Set(bank);
  const drawn: BankItem[] = [];
  while (drawn.length < count && left.size > 0) {
    const next = least(left, (item) => {
      const [self, lesson, objective] = keysOf(item);
      return [asked.of(self), here.of(lesson), here.of(objective), asked.of(objective)];
    });
    if (!next) break;
    left.delete(next);
    for (const key of keysOf(next)) here.add(key);
    drawn.push(next);
  }
  return drawn;
}

function keysOf({ lesson, question, objective }: BankItem): readonly [string, string, string] {
  return [`question ${lesson}/${question}`, `lesson ${lesson}`, `objective ${lesson}/${objective}`];
}

/** The first item whose ranks are lowest, the earlier rank deciding before the later. */
function least<T>(items: Iterable<T>, ranksOf: (item: T) => readonly number[]): T | undefined {
  let best: { item: T; ranks: readonly number[] } | undefined;
  for (const item of items) {
    const ranks = ranksOf(item);
    if (!best || isLower(ranks, best.ranks)) best = { item, ranks };
  }
  return best?.item;
}

function isLower(ranks: readonly number[], than: readonly number[]): boolean {
  const at = ranks.findIndex((rank, index) => rank !== than[index]);
  return at >= 0 && (ranks[at] ?? 0) < (than[at] ?? 0);
}

class Tally {
  readonly #counts = new Map<string, number>();

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: string): void {
    this.#counts.set(key, this.of(key) + 1);
  }
}

// --- what changes progress --------------------------------------------------------------------

/** Numbers of the questions that the assessment may ask of a lesson (see `toBank`). */
function drawable({ exam, questions }: LessonOutline): readonly number[] {
  return exam.length > 0 ? exam : questions;
}

/** Can a sitting over these items begin? */
export function canBegin(
  { lessons }: CourseOutline,
  progress: Progress,
  items: readonly SittingItem[],
): boolean {
  const isInBank = ({ lesson, question }: SittingItem) =>
    lessons.some((one) => one.number === lesson && drawable(one).includes(question));
  return items.length > 0 && items.every(isInBank) && !openSitting(progress);
}

export function withSitting(progress: Progress, items: readonly SittingItem[]): Progress {
  const { finished = 0, best = 0 } = progress.assessment ?? {};
  return { ...progress, assessment: { finished, best, sitting: { items, view: 0 } } };
}

/** Progress with another item in view; a draft is of the one before. */
export function withSittingView(progress: Progress, view: number): Progress {
  return changeSitting(progress, (sitting) => ({ ...sitting, view, draft: undefined }));
}

export function withSittingDraft(progress: Progress, draft: SavedResponse): Progress {
  return changeSitting(progress, (sitting) => ({ ...sitting, draft }));
}

export interface SittingAnswer {
  /** Index of the item. */
  readonly item: number;
  readonly credit: Credit;
  readonly response: SavedResponse;
}

export function canAnswer(progress: Progress, item: number): boolean {
  const found = progress.assessment?.sitting.items[item];
  return found !== undefined && found.credit === undefined;
}

/** Progress after an answer; the last one finishes the sitting. */
export function withSittingAnswer(progress: Progress, answer: SittingAnswer): Progress {
  const { item: index, credit, response } = answer;
  return closeSitting(
    changeSitting(progress, (sitting) => ({
      ...sitting,
      items: sitting.items.map((item, at) => (at === index ? { ...item, credit, response } : item)),
      draft: undefined,
    })),
    progress,
  );
}

/**
 * A release may have removed questions that the sitting under way still asks. One that it began
 * with the questions of a quiz ends with them, also where the lesson has others for it by now.
 */
export function withKnownItems({ lessons }: CourseOutline, progress: Progress): Progress {
  if (!openSitting(progress)) return progress;
  const isKnown = ({ lesson, question, credit }: SittingItem) =>
    credit !== undefined ||
    lessons.some(
      ({ number, questions, exam }) =>
        number === lesson && (questions.includes(question) || exam.includes(question)),
    );
  const after = changeSitting(progress, (sitting) => {
    const items = sitting.items.filter(isKnown);
    if (items.length === sitting.items.length) return sitting;
    const view = items.findIndex(({ credit }) => credit === undefined);
    return { items, view: view < 0 ? items.length : view };
  });
  if (after.assessment?.sitting.items.length === 0) return { ...after, assessment: undefined };
  return closeSitting(after, progress);
}

/** Counts the sitting if it is finished now and was not before. */
function closeSitting(after: Progress, before: Progress): Progress {
  const { assessment } = after;
  if (!assessment || !openSitting(before) || !isFinished(assessment.sitting)) return after;
  const score = Math.floor(sittingScore(assessment.sitting));
  return {
    ...after,
    assessment: {
      ...assessment,
      finished: assessment.finished + 1,
      best: Math.max(assessment.best, score),
    },
  };
}

function changeSitting(progress: Progress, change: (sitting: Sitting) => Sitting): Progress {
  const { assessment } = progress;
  if (!assessment) return progress;
  return { ...progress, assessment: { ...assessment, sitting: change(assessment.sitting) } };
}
