import type { Report, SaveResult, Tracker } from '#src/tracking/tracker.ts';

/** How it stands with the learner's record. */
export type SaveState =
  /** Nothing to save yet, or all of it saved at `at` (milliseconds since 1970). */
  | { readonly is: 'saved'; readonly at: number | undefined }
  | { readonly is: 'pending' }
  /** The last try failed; `reason` is for support. */
  | { readonly is: 'failed'; readonly reason: string; readonly since: number | undefined }
  /** Nothing is recorded: no LMS answers, or the LMS opened the course for looking only. */
  | { readonly is: 'off' }
  | { readonly is: 'ended' };

interface Options {
  readonly tracker: Tracker;
  /** False: nothing is ever recorded. */
  readonly records: boolean;
  /** The report of this moment, without interactions. */
  readonly report: () => Omit<Report, 'interactions'>;
  readonly window: Window;
}

/** A change of place is saved after this much quiet; an answer at once. */
const QUIET = 3_000;
const RETRY = 15_000;

/**
 * Brings the learner's progress to the tracker: answers at once, places after some quiet or when
 * the page is hidden, everything again after a failure (field guide R1, R12).
 */
export class Saver {
  #state: SaveState = $state.raw({ is: 'saved', at: undefined });
  readonly #options: Options;
  #interactions: Report['interactions'] = [];
  #timer: number | undefined;
  #isDirty = false;
  /** The tracker was told the end: it takes nothing more, also where it refused. */
  #isOver = false;
  #savedAt: number | undefined;

  constructor(options: Options) {
    this.#options = options;
    if (!options.records) this.#state = { is: 'off' };
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Saves now: one burst, one commit. */
  answered(interactions: Report['interactions']): void {
    this.#interactions = [...this.#interactions, ...interactions];
    this.#isDirty = true;
    this.flush();
  }

  /** Saves soon. */
  changed(): void {
    if (!this.#isWriting()) return;
    this.#isDirty = true;
    if (this.#state.is === 'saved') this.#state = { is: 'pending' };
    this.#schedule(QUIET);
  }

  /** Saves what is not saved yet. */
  flush(): void {
    if (!this.#isWriting() || !this.#isDirty) return;
    this.#settle(this.#options.tracker.save(this.#report()));
  }

  /** Ends the session, also one that records nothing; nothing is written afterwards. */
  end(): void {
    if (this.#isOver || this.#state.is === 'ended') return;
    const isWriting = this.#isWriting();
    this.#isOver = true;
    const result = this.#options.tracker.terminate(this.#report());
    if (isWriting) this.#settle(result);
    if (this.#state.is !== 'failed') this.#state = { is: 'ended' };
    this.#options.window.clearTimeout(this.#timer);
  }

  #isWriting(): boolean {
    return !this.#isOver && this.#state.is !== 'off';
  }

  #report(): Report {
    return { ...this.#options.report(), interactions: this.#interactions };
  }

  #settle(result: SaveResult): void {
    this.#options.window.clearTimeout(this.#timer);
    if (result.saved) {
      this.#interactions = [];
      this.#isDirty = false;
      this.#savedAt = Date.now();
      this.#state = { is: 'saved', at: this.#savedAt };
    } else {
      this.#state = { is: 'failed', reason: result.reason, since: this.#savedAt };
      this.#schedule(RETRY);
    }
  }

  #schedule(delay: number): void {
    const { window } = this.#options;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), delay);
  }
}
