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

/**
 * The life of a SCORM session, the same in both standards: find the LMS, initialise once, save,
 * terminate once.
 */
export class ScormTracker implements Tracker {
  readonly #dialect: Dialect;
  readonly #environment: TrackerEnvironment;
  #phase: Phase = { is: 'waiting' };
  #launch: Promise<Launch> | undefined;

  constructor(dialect: Dialect, environment: TrackerEnvironment) {
    this.#dialect = dialect;
    this.#environment = environment;
  }

  get protocol() {
    return this.#dialect.protocol;
  }

  launch(): Promise<Launch> {
    this.#launch ??= this.#open();
    return this.#launch;
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

  async #open(): Promise<Launch> {
    const { apiName, verbs, standard } = this.#dialect;
    const api = await waitForApi(this.#environment, this.#dialect);
    if (this.#phase.is === 'ended') return offline('The course was left before the LMS answered.');
    if (!api)
      return this.#stayOffline(`No window around the course offers ${standard} (${apiName}).`);
    const connection = new Connection(api, verbs);
    const entry = enter(connection, this.#dialect);
    if ('refusal' in entry) return this.#stayOffline(entry.refusal);
    const session = new ScormSession(connection, this.#dialect, this.#environment);
    this.#phase = { is: 'open', session };
    return session.begin(entry.suspendData);
  }

  #stayOffline(reason: string): Launch {
    this.#phase = { is: 'offline', reason };
    return offline(reason);
  }
}

const offline = (reason: string): Launch => ({ connected: false, reason });

/**
 * Initialises once and fetches what was saved. A record that can't be read is a refusal: taken for
 * an empty one, it would be overwritten.
 */
function enter(
  connection: Connection,
  { alreadyInitialized, closed, elements }: Dialect,
): { suspendData: string } | { refusal: string } {
  const answer = connection.initialize();
  // After a reload the LMS's side is still open. In SCORM 1.2 the code means any trouble, so that a
  // read decides. Never a second try: Moodle resets all values on it.
  if (!answer.ok && answer.code !== alreadyInitialized) return { refusal: answer.reason };
  const suspendData = connection.demand(elements.suspendData, closed);
  if (suspendData !== undefined) return { suspendData };
  return { refusal: answer.ok ? 'The LMS does not give out the saved record.' : answer.reason };
}

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
