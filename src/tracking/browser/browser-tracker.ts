import { mergeRecords } from '#src/course/merge-records.ts';
import type {
  Launch,
  Report,
  SaveResult,
  Tracker,
  TrackerEnvironment,
} from '#src/tracking/tracker.ts';

/** A browser gives five million characters to all pages of an origin. */
const RECORD_LIMIT = 200_000;

/**
 * Keeps the record in the browser's own storage, for the web edition and for a look at the course
 * without an LMS. One learner per browser; score and status are part of the record.
 */
export class BrowserTracker implements Tracker {
  readonly protocol = 'browser';
  readonly provesSaves = true;
  readonly reopens = true;
  readonly #environment: TrackerEnvironment;
  readonly #key: string;
  /** Record as it was handed in last. */
  #saved: string | undefined;
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

  /** Nothing has to be marked here: what is saved is there. */
  begin(): SaveResult {
    return this.#result;
  }

  save({ record }: Report): SaveResult {
    if (this.#isOpen && record !== this.#saved) this.#result = this.#store(record);
    return this.#result;
  }

  doubt(): void {
    this.#saved = undefined;
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
      this.#isOpen = true;
      this.#result = { saved: true };
      const isUntouched = record === '';
      return {
        connected: true,
        mode: 'normal',
        record,
        isUntouched,
        recordLimit: RECORD_LIMIT,
        learnerId: '',
      };
    } catch (error) {
      const reason = `The browser keeps nothing for this page: ${String(error)}`;
      this.#result = { saved: false, reason };
      return { connected: false, reason };
    }
  }

  #store(record: string): SaveResult {
    try {
      const storage = this.#storage();
      // Another tab may have saved at any time before, and what it knows is not in this tab's record.
      const text = mergeRecords(record, storage.getItem(this.#key) ?? '', RECORD_LIMIT);
      storage.setItem(this.#key, text);
      // Some private windows take everything and keep nothing.
      if (storage.getItem(this.#key) !== text) throw new Error('it was not there afterwards');
      this.#saved = record;
      return { saved: true };
    } catch (error) {
      return { saved: false, reason: `The browser did not store the record: ${String(error)}` };
    }
  }

  /** Throws where storage is forbidden (SecurityError) or not there (null in some web views). */
  #storage(): Storage {
    const storage: Storage | null = this.#environment.window.localStorage;
    if (!storage) throw new Error('no storage');
    return storage;
  }
}
