import type {
  Launch,
  Report,
  SaveResult,
  Tracker,
  TrackerEnvironment,
} from '#src/tracking/tracker.ts';
import { waitForApi } from './api.ts';
import { Connection } from './connection.ts';
import type { Dialect } from './dialect.ts';
import { ScormSession } from './scorm-session.ts';

type Phase =
  | { readonly is: 'waiting' }
  /** No LMS answers. */
  | { readonly is: 'offline'; readonly reason: string }
  | { readonly is: 'open'; readonly session: ScormSession }
  | { readonly is: 'ended'; readonly result: SaveResult };

type Entry =
  /** `isAgain`: what the LMS said, where its side of the session was open already. */
  { readonly connection: Connection; readonly isAgain?: string } | { readonly refusal: string };

/**
 * The life of a SCORM session, the same in both standards: find the LMS, initialise once, save,
 * terminate once.
 */
export class ScormTracker implements Tracker {
  readonly provesSaves = false;
  readonly reopens = false;
  readonly #dialect: Dialect;
  readonly #environment: TrackerEnvironment;
  #phase: Phase = { is: 'waiting' };
  #entry: Promise<Entry> | undefined;

  constructor(dialect: Dialect, environment: TrackerEnvironment) {
    this.#dialect = dialect;
    this.#environment = environment;
  }

  get protocol() {
    return this.#dialect.protocol;
  }

  /** Initialises once; what the LMS holds is read at every call. */
  async launch(): Promise<Launch> {
    this.#entry ??= this.#enter();
    const entry = await this.#entry;
    if (this.#phase.is === 'ended') return offline('The course was left before the LMS answered.');
    if ('refusal' in entry) return this.#stayOffline(entry.refusal);
    const { connection, isAgain } = entry;
    const suspendData = connection.demand(this.#dialect.elements.suspendData, this.#dialect.unset);
    // In SCORM 1.2 the code of a second Initialize means any trouble: a read decides.
    if (isAgain !== undefined && 'refusal' in suspendData) return this.#stayOffline(isAgain);
    const session = new ScormSession(connection, this.#dialect, this.#environment);
    this.#phase = { is: 'open', session };
    return session.read(suspendData);
  }

  begin(): SaveResult {
    const phase = this.#phase;
    return phase.is === 'open' ? phase.session.begin() : restingResult(phase);
  }

  doubt(): void {
    if (this.#phase.is === 'open') this.#phase.session.doubt();
  }

  save(report: Report): SaveResult {
    const phase = this.#phase;
    return phase.is === 'open' ? phase.session.save(report) : restingResult(phase);
  }

  terminate(report: Report): SaveResult {
    const phase = this.#phase;
    // An LMS may take the page away while it ends the session, and its going ends the session too.
    this.#phase = { is: 'ended', result: { saved: false, reason: 'The session is ending.' } };
    const result = phase.is === 'open' ? phase.session.end(report) : restingResult(phase);
    this.#phase = { is: 'ended', result };
    return result;
  }

  /** Finds the LMS and opens its session, unless the learner has left meanwhile. */
  async #enter(): Promise<Entry> {
    const { apiName, verbs, standard, alreadyInitialized } = this.#dialect;
    const api = await waitForApi(this.#environment, this.#dialect);
    if (!api) return { refusal: `No window around the course offers ${standard} (${apiName}).` };
    if (this.#phase.is === 'ended') return { refusal: '' };
    const connection = new Connection(api, verbs);
    const answer = connection.initialize();
    if (answer.ok) return { connection };
    // After a reload the LMS's side is still open. Never a second try: Moodle resets all values on it.
    if (answer.code !== alreadyInitialized) return { refusal: answer.reason };
    return { connection, isAgain: answer.reason };
  }

  #stayOffline(reason: string): Launch {
    this.#phase = { is: 'offline', reason };
    return offline(reason);
  }
}

const offline = (reason: string): Launch => ({ connected: false, reason });

/** What a call is answered that has nothing to do. */
function restingResult(phase: Exclude<Phase, { is: 'open' }>): SaveResult {
  switch (phase.is) {
    case 'waiting':
      return { saved: false, reason: 'The LMS has not answered yet.' };
    case 'offline':
      return { saved: false, reason: phase.reason };
    case 'ended':
      return phase.result;
  }
}
