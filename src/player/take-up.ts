import { mergeProgress } from '#src/course/merge-progress.ts';
import { decodeProgress } from '#src/course/progress-codec.ts';
import type { Progress } from '#src/course/progress.ts';
import type { Launch, Report } from '#src/tracking/tracker.ts';
import { markOf, type JournalEntry } from './journal.ts';

type Connected = Extract<Launch, { connected: true }>;

/** Work of an earlier session that this browser kept. */
export interface KeptWork {
  readonly progress: Progress;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  readonly interactions: Report['interactions'];
}

/**
 * What only the learner can decide; nothing is written before.
 * - `damaged`: the LMS gave a record that can't be read.
 * - `missing`: it gave an empty one beside results.
 * - `unread`: it refused to give one.
 * - `kept-only`: it holds nothing, and this browser does: the LMS lost it, or this is a new attempt.
 */
export interface Doubt {
  readonly is: 'damaged' | 'missing' | 'unread' | 'kept-only';
  /** For support. */
  readonly reason: string;
  /** The record as it arrived. */
  readonly record: string;
  readonly kept: KeptWork | undefined;
}

export type TakenUp =
  | {
      readonly is: 'taken';
      /** Undefined: there is nothing yet. */
      readonly progress: Progress | undefined;
      /** Answers that the LMS never confirmed. */
      readonly interactions: Report['interactions'];
      /** The journal has nothing that the LMS does not have. */
      readonly isJournalDone: boolean;
    }
  | { readonly is: 'doubtful'; readonly doubt: Doubt };

/**
 * Decides what a session goes on with: the LMS's record, or what this browser kept where that grew
 * from the LMS's record and did not arrive. A record that was changed elsewhere meanwhile is joined
 * with it; the seed tells whether both are of the same attempt.
 */
export function takeUp(launch: Connected, entry: JournalEntry | undefined): TakenUp {
  const { record, doubt } = launch;
  const kept = entry && toKept(entry);
  const ask = (is: Doubt['is'], reason: string): TakenUp => {
    return { is: 'doubtful', doubt: { is, reason, record, kept } };
  };
  if (doubt) return ask(doubt.is, doubt.reason);
  if (record === '') return withoutRecord(launch, entry, kept, ask);
  const held = decodeProgress(record);
  if (!held.ok) return ask('damaged', held.reason);
  const isNews = entry?.record !== record && kept?.progress.seed === held.progress.seed;
  if (!entry || !kept || !isNews) return taken(held.progress, []);
  const grew = entry.grewFrom.includes(markOf(record));
  return goOnWith(grew ? kept.progress : mergeProgress(kept.progress, held.progress), kept);
}

/** Going on without asking takes a sign that this attempt was begun, and with nothing. */
function withoutRecord(
  { isUntouched, record }: Connected,
  entry: JournalEntry | undefined,
  kept: KeptWork | undefined,
  ask: (is: Doubt['is'], reason: string) => TakenUp,
): TakenUp {
  if (!entry || !kept) return taken(undefined, []);
  const grew = entry.grewFrom.includes(markOf(record));
  if (grew && !isUntouched) return goOnWith(kept.progress, kept);
  return ask('kept-only', 'The LMS holds no record; this browser does.');
}

function toKept({ record, at, interactions }: JournalEntry): KeptWork | undefined {
  const decoded = decodeProgress(record);
  return decoded.ok ? { progress: decoded.progress, at, interactions } : undefined;
}

function taken(progress: Progress | undefined, interactions: Report['interactions']): TakenUp {
  return { is: 'taken', progress, interactions, isJournalDone: true };
}

function goOnWith(progress: Progress, { interactions }: KeptWork): TakenUp {
  return { is: 'taken', progress, interactions, isJournalDone: false };
}
