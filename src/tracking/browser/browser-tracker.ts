import { mergeProgress } from '#src/course/merge-progress.ts';
import { decodeProgress, encodeProgress } from '#src/course/progress-codec.ts';
import type {
  Launch,
  Report,
  SaveResult,
  Tracker,
  TrackerEnvironment,
} from '#src/tracking/tracker.ts';

/**
 * Keeps the record in the browser's own storage, for the web edition and for a look at the course
 * without an LMS. One learner per browser; score and status are part of the record.
 */
export class BrowserTracker implements Tracker {
  readonly protocol = 'browser';
  readonly #environment: TrackerEnvironment;
  readonly #key: string;
  /** Record as it was handed in last. */
  #saved: string | undefined;
  /** Text as this tab read or wrote it last. */
  #stored = '';
  #result: SaveResult = { saved: false, reason: 'The session has not begun.' };
  #isOpen = false;

  constructor(environment: TrackerEnvironment) {
    this.#environment = environment;
    // Pages of one origin share the storage.
    this.#key = `${environment.courseId}:record`;
  }

  launch(): Promise<Launch> {
    return Promise.resolve(this.#open());
  }

  save({ record }: Report): SaveResult {
    if (this.#isOpen && record !== this.#saved) this.#result = this.#store(record);
    return this.#result;
  }

  terminate(report: Report): SaveResult {
    const result = this.save(report);
    this.#isOpen = false;
    return result;
  }

  #open(): Launch {
    try {
      const record = this.#storage().getItem(this.#key) ?? '';
      this.#saved = record;
      this.#stored = record;
      this.#isOpen = true;
      this.#result = { saved: true };
      return { connected: true, mode: 'normal', record, learnerName: '' };
    } catch (error) {
      const reason = `The browser keeps nothing for this page: ${String(error)}`;
      this.#result = { saved: false, reason };
      return { connected: false, reason };
    }
  }

  #store(record: string): SaveResult {
    try {
      const storage = this.#storage();
      storage.setItem(this.#key, this.#withOthers(record, storage.getItem(this.#key) ?? ''));
      this.#saved = record;
      return { saved: true };
    } catch (error) {
      return { saved: false, reason: `The browser did not store the record: ${String(error)}` };
    }
  }

  /** Another tab may have saved meanwhile: the best of both is kept. */
  #withOthers(record: string, stored: string): string {
    if (stored === this.#stored) return (this.#stored = record);
    const mine = decodeProgress(record);
    const other = decodeProgress(stored);
    const both =
      mine.ok && other.ok ? encodeProgress(mergeProgress(mine.progress, other.progress)) : record;
    return (this.#stored = both);
  }

  /** Throws where storage is forbidden (SecurityError) or not there (null in some web views). */
  #storage(): Storage {
    const storage: Storage | null = this.#environment.window.localStorage;
    if (!storage) throw new Error('no storage');
    return storage;
  }
}
