import { createActor, type SnapshotFrom } from 'xstate';
import { sessionMachine, type SessionEvent, type Trouble } from '#src/machine/session-machine.ts';
import type { Ending, Report, SaveResult, Tracker } from '#src/tracking/tracker.ts';
import type { Journal } from './journal.ts';
import type { LineState } from './line.ts';
import { Live } from './live.svelte.ts';

/** How it stands with the learner's record. */
export type SaveState =
  /** Nothing to save yet, or all of it saved at `at` (milliseconds since 1970). */
  | { readonly is: 'saved'; readonly at: number | undefined }
  | { readonly is: 'pending' }
  /** The last try failed; `reason` is for support. */
  | {
      readonly is: 'failed';
      readonly trouble: Trouble;
      readonly reason: string;
      readonly since: number | undefined;
      /** The learner wanted to exit, and the session was kept open for what is not saved. */
      readonly isExitHeld: boolean;
    }
  /** Nothing is recorded: no LMS answers, or the LMS opened the course for looking only. */
  | { readonly is: 'off' }
  /** `saved` is false where the page went before everything was known to be stored. */
  | { readonly is: 'ended'; readonly saved: boolean };

interface Options {
  readonly tracker: Tracker;
  /** False: nothing is ever recorded. */
  readonly records: boolean;
  /** The report of this moment, without interactions. */
  readonly report: () => Omit<Report, 'interactions'>;
  readonly window: Window;
  /** Whether the server can be reached, where the tracker's word is no proof. */
  readonly line: () => Promise<LineState>;
  /** Where every change goes first. */
  readonly journal: Journal;
  /** Answers of an earlier session that its LMS never confirmed. */
  readonly interactions: Report['interactions'];
}

const REASONS: Readonly<Record<Exclude<LineState, 'up' | 'unknown'>, [Trouble, string]>> = {
  down: ['line', 'The server of the course does not answer.'],
  'signed-out': ['sign-in', 'The server answers with another page: it asks for a sign-in.'],
};

/**
 * Does what the session machine asks for: brings the learner's progress to the tracker, proves that
 * it arrived, ends the session. When, the machine knows.
 */
export class Saver {
  readonly #options: Options;
  readonly #session: Live<typeof sessionMachine>;
  #interactions: Report['interactions'];
  /** The report whose arrival is not proved yet. */
  #pending: Report | undefined;
  /** What came of the end. */
  #isEndSaved = $state(false);

  constructor(options: Options) {
    const { records, tracker, window } = options;
    this.#options = options;
    this.#interactions = options.interactions;
    const clock = {
      setTimeout: (run: () => void, delay: number) => window.setTimeout(run, delay),
      clearTimeout: (id: number) => window.clearTimeout(id),
    };
    const actor = createActor(sessionMachine, { clock });
    actor.on('save.wanted', () => this.#save());
    actor.on('proof.wanted', () => void this.#prove());
    actor.on('end.wanted', ({ ending }) => this.#end(ending));
    this.#session = new Live(actor.start());
    actor.send({ type: 'session.open', records, needsProof: !tracker.provesSaves });
  }

  get state(): SaveState {
    return toState(this.#session.snapshot, this.#isEndSaved);
  }

  /** Keeps it at once, and saves it when its feedback is on the screen: one burst, one commit. */
  answered(interactions: Report['interactions']): void {
    this.#interactions = [...this.#interactions, ...interactions];
    this.#change({ type: 'answer.give' });
  }

  /** Keeps it at once, and saves it soon. */
  changed(): void {
    this.#change({ type: 'record.change' });
  }

  /** Saves what is not saved yet. */
  flush(): void {
    this.#send({ type: 'save.now' });
  }

  /** Saves, and when that is known to be good ends the session. */
  exit(): void {
    this.#send({ type: 'exit.press' });
  }

  /** Ends the session, also one that records nothing; nothing is written afterwards. */
  leave(): void {
    this.#send({ type: 'page.leave' });
  }

  #send(event: SessionEvent): void {
    this.#session.actor.send(event);
  }

  #change(event: SessionEvent): void {
    if (!this.#session.snapshot.matches('open')) return;
    this.#options.journal.write(this.#report());
    this.#send(event);
  }

  #report(): Report {
    return { ...this.#options.report(), interactions: this.#interactions };
  }

  #save(): void {
    const report = this.#report();
    when(this.#options.tracker.save(report), (result) => {
      if (!result.saved) return this.#fail('refused', result.reason);
      this.#options.journal.noteSave(report);
      if (this.#options.tracker.provesSaves) this.#confirm(report);
      this.#pending = report;
      this.#send({ type: 'save.succeed', at: Date.now() });
    });
  }

  async #prove(): Promise<void> {
    const report = this.#pending;
    const line = await this.#options.line();
    if (line === 'down' || line === 'signed-out') {
      this.#options.tracker.doubt();
      this.#fail(...REASONS[line]);
    } else {
      if (report) this.#confirm(report);
      this.#send({ type: 'save.prove', at: Date.now() });
    }
  }

  /** Its answers need not be told again. */
  #confirm(report: Report): void {
    this.#interactions = this.#interactions.filter((one) => !report.interactions.includes(one));
  }

  #fail(trouble: Trouble, reason: string): void {
    this.#send({ type: 'save.fail', trouble, reason });
  }

  #end(ending: Ending): void {
    when(this.#options.tracker.terminate(this.#report(), ending), ({ saved }) => {
      this.#isEndSaved = saved;
      this.#send({ type: 'end.settle' });
    });
  }
}

/** At once where the result is there, so that nothing comes between while a page goes. */
function when(result: SaveResult | Promise<SaveResult>, then: (result: SaveResult) => void): void {
  if (result instanceof Promise) void result.then(then);
  else then(result);
}

function toState(snapshot: SnapshotFrom<typeof sessionMachine>, isEndSaved: boolean): SaveState {
  const { savedAt, failure, isExitHeld } = snapshot.context;
  if (snapshot.hasTag('over')) {
    const isProved = snapshot.matches('ended') && savedAt !== undefined;
    return { is: 'ended', saved: isProved || isEndSaved };
  }
  if (snapshot.hasTag('unrecorded')) return { is: 'off' };
  if (failure) return { is: 'failed', ...failure, since: savedAt, isExitHeld };
  return snapshot.hasTag('dirty') ? { is: 'pending' } : { is: 'saved', at: savedAt };
}
