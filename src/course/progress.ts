import type { LabRun } from './lab.ts';
import type { Credit } from './question.ts';

/**
 * What is known of one learner's way through the course. Keyed by the permanent numbers of
 * `lessons/ids.json`, never by position, so that it outlives reordering, additions and removals.
 * Values only ever improve (see `machine/rules`), except the bookmark.
 */
export interface Progress {
  /** 16 bits, drawn once per attempt at the course; all shuffles derive from it. */
  readonly seed: number;
  readonly lessons: ReadonlyMap<number, LessonProgress>;
  /** Best course score so far, 0–100. */
  readonly bestScore: number;
  readonly completed: boolean;
  readonly passed: boolean;
  readonly bookmark?: Bookmark | undefined;
  /** Absent until the final assessment was begun. */
  readonly assessment?: AssessmentProgress | undefined;
  /** One run of each lab at most; absent until one was begun. Results of labs stand with the questions. */
  readonly runs?: readonly LabRun[] | undefined;
  /** Rounds left before their outcome, one of each lesson at most, the one left last at the end. */
  readonly rounds?: readonly Round[] | undefined;
  /** Responses begun and not submitted, one of each question at most, the newest last. */
  readonly drafts?: readonly Draft[] | undefined;
}

/** So many rounds and so many drafts are kept, the newest: a record has little room. */
export const KEPT_ASIDE = 8;

/** A response begun in a quiz or a check. The final assessment keeps its own. */
export interface Draft {
  /** Permanent numbers. */
  readonly lesson: number;
  readonly question: number;
  readonly response: SavedResponse;
}

/**
 * - `open`: not completed.
 * - `completed`: every question was answered (or, without questions, every part read).
 * - `cleared`: completed with at least the pass mark.
 */
export const LESSON_STATES = ['open', 'completed', 'cleared'] as const;
export type LessonState = (typeof LESSON_STATES)[number];

export interface LessonProgress {
  /** How many parts of the lesson were read, counted from its start. */
  readonly partsRead: number;
  readonly state: LessonState;
  /** Day on which the lesson was cleared, counted from 2026-01-01; absent where not known. */
  readonly clearedOn?: number | undefined;
  readonly questions: ReadonlyMap<number, QuestionProgress>;
}

export interface QuestionProgress {
  /** Best result over all attempts; of a lab over all runs. */
  readonly credit: Credit;
  /** How often it was answered, from 1. */
  readonly attempts: number;
  /** Absent for a lab, and where the record was too short for it. */
  readonly response?: SavedResponse | undefined;
}

/** A response in the compact form of its question kind. */
export interface SavedResponse {
  /** 8 bits of a hash of the question's options: a response to another wording is not restored. */
  readonly fingerprint: number;
  /** Non-negative integers; their meaning belongs to the question kind. */
  readonly code: readonly number[];
}

/** The final assessment, as far as it was taken. */
export interface AssessmentProgress {
  /** Sittings finished. */
  readonly finished: number;
  /** Did one of them meet all that a pass asks? */
  readonly passed?: true | undefined;
  /** When the last one was finished, in hours since 2026-01-01 (UTC); absent where not known. */
  readonly endedAt?: number | undefined;
  /** What sittings before this one asked: it comes again only when nothing else is left. */
  readonly asked?: readonly ItemRef[] | undefined;
  /** Best result of a finished sitting, in whole percent rounded down. */
  readonly best: number;
  /** The sitting under way; else the last one finished, which can be looked at. */
  readonly sitting: Sitting;
}

/** One way through the final assessment. It is finished when every item is answered. */
export interface Sitting {
  readonly items: readonly SittingItem[];
  /** Drawn with the others, asked only where these leave the result close to the pass mark. */
  readonly reserve?: readonly ItemRef[] | undefined;
  /** Index of the item in view; past the end: the outcome. */
  readonly view: number;
  /** A response begun and not submitted. */
  readonly draft?: SavedResponse | undefined;
}

/** A question by permanent numbers. */
export interface ItemRef {
  readonly lesson: number;
  readonly question: number;
}

/** A question drawn for a sitting. Each is answered once. */
export interface SittingItem extends ItemRef {
  /** Absent until it was answered. */
  readonly credit?: Credit | undefined;
  readonly response?: SavedResponse | undefined;
  /**
   * Of one that was missed: the part of its lesson to read again before the next sitting, from 1; 0:
   * any, since the question names none.
   * Gone when it was read.
   */
  readonly part?: number | undefined;
}

/** One way through a lesson's quiz. */
export interface Round {
  readonly place: 'quiz';
  readonly lesson: number;
  /** Counts the rounds of this quiz, from 1; shuffles depend on it. */
  readonly round: number;
  /** Number of the question in view; 0 at the outcome. */
  readonly question: number;
  /** Numbers of the questions answered in this round. */
  readonly answered: readonly number[];
}

/** Where the learner is. */
export type Bookmark =
  | { readonly place: 'lesson'; readonly lesson: number; readonly part: number }
  | Round
  | { readonly place: 'lab'; readonly lesson: number; readonly lab: number }
  /** Its own place is part of the sitting. */
  | { readonly place: 'assessment' };

/** Number of the lesson that the learner is in; undefined outside lessons. */
export function bookmarkedLesson({ bookmark }: Progress): number | undefined {
  return bookmark && 'lesson' in bookmark ? bookmark.lesson : undefined;
}

export const UNTOUCHED_LESSON: LessonProgress = {
  partsRead: 0,
  state: 'open',
  questions: new Map(),
};

/** Progress before anything happened. `seed`: 16 bits. */
export function blankProgress(seed: number): Progress {
  return { seed, lessons: new Map(), bestScore: 0, completed: false, passed: false };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAY_ZERO = Date.UTC(2026, 0, 1);

/** Days since 2026-01-01 of a moment in milliseconds since 1970; never negative. */
export function toDay(moment: number): number {
  return Math.max(0, Math.floor((moment - DAY_ZERO) / DAY));
}

/** Hours since 2026-01-01 of a moment in milliseconds since 1970, begun ones count; never negative. */
export function toHour(moment: number): number {
  return Math.max(0, Math.ceil((moment - DAY_ZERO) / HOUR));
}

/** The moment at which an hour begins, in milliseconds since 1970. */
export function fromHour(hour: number): number {
  return DAY_ZERO + hour * HOUR;
}

/** The moment at which a day begins, in milliseconds since 1970 (UTC). */
export function fromDay(day: number): number {
  return DAY_ZERO + day * DAY;
}
