import * as v from 'valibot';
import { checksum } from '#src/course/bits.ts';
import type { Interaction } from '#src/course/interaction.ts';
import type { Report } from '#src/tracking/tracker.ts';

/** What this browser knows of a learner's work that the LMS may not have got. */
export interface JournalEntry {
  readonly record: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  /**
   * Marks of the records that the LMS may show if what came after them was lost: the one that the
   * session began with, and each that was handed over since.
   */
  readonly grewFrom: readonly string[];
  /** Answers that the LMS has not confirmed. */
  readonly interactions: readonly Interaction[];
}

const Entry = v.object({
  record: v.string(),
  at: v.number(),
  grewFrom: v.array(v.string()),
  interactions: v.array(v.custom<Interaction>((value) => typeof value === 'object')),
});

/** Older work is no longer offered, in milliseconds. */
const KEEP = 30 * 24 * 60 * 60 * 1000;
/** Bounds of an entry. */
const MOST_MARKS = 24;
const MOST_INTERACTIONS = 60;

/** Tells records apart. */
export const markOf = (record: string): string => `${checksum(record)}${record.length}`;

interface JournalOptions {
  readonly window: Window;
  readonly courseId: string;
  /** As the LMS gives it; stored only as a checksum. Empty: nothing is kept. */
  readonly learnerId: string;
}

/**
 * A write-ahead journal: every change is kept in this browser before it goes to the LMS, so that
 * work survives where the LMS said "saved" and stored nothing, or where a sign-out took the page
 * (field guide R13). It is kept in `localStorage`, whose writes are done when they return, also while
 * the page goes. One entry for each course and learner; where storage is denied, none.
 */
export class Journal {
  readonly #options: JournalOptions;
  readonly #key: string;
  #grewFrom: readonly string[] = [];

  constructor(options: JournalOptions) {
    const { courseId, learnerId } = options;
    this.#options = options;
    this.#key = `${courseId}:journal:${checksum(learnerId)}${checksum(`${courseId}/${learnerId}`)}`;
  }

  /** What an earlier session left; undefined where there is nothing, or nothing that is still good. */
  read(): JournalEntry | undefined {
    const text = this.#try((storage) => storage.getItem(this.#key));
    if (!text) return undefined;
    const entry = v.safeParse(v.pipe(v.string(), v.parseJson(), Entry), text);
    return entry.success && entry.output.at > Date.now() - KEEP ? entry.output : undefined;
  }

  /** A session begins, with this record at the LMS. */
  begin(record: string): void {
    this.#grewFrom = [markOf(record)];
  }

  write({ record, interactions }: Report): void {
    // What the LMS gave is no news.
    if (interactions.length === 0 && this.#grewFrom[0] === markOf(record)) return;
    const entry: JournalEntry = {
      record,
      at: Date.now(),
      grewFrom: this.#grewFrom,
      interactions: interactions.slice(-MOST_INTERACTIONS),
    };
    this.#try((storage) => storage.setItem(this.#key, JSON.stringify(entry)));
  }

  /** The LMS took it: from now on it may show this record too. */
  noteSave(report: Report): void {
    const mark = markOf(report.record);
    if (this.#grewFrom.includes(mark)) return;
    const [first = mark, ...rest] = this.#grewFrom;
    this.#grewFrom = [first, ...rest.slice(2 - MOST_MARKS), mark];
    this.write(report);
  }

  /** What the entry tells is at the LMS, or nobody wants it. */
  purge(): void {
    this.#try((storage) => storage.removeItem(this.#key));
  }

  /** Storage may be denied, full, or not there. */
  #try<T>(act: (storage: Storage) => T): T | undefined {
    if (this.#options.learnerId === '') return undefined;
    try {
      return act(this.#options.window.localStorage);
    } catch {
      return undefined;
    }
  }
}
