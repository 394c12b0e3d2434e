import type { Protocol } from '#src/course/protocol.ts';
import type {
  Ending,
  Launch,
  Report,
  SaveResult,
  Saving,
  Tracker,
  TrackerEnvironment,
} from '#src/tracking/tracker.ts';
import type { Enter } from './entry.ts';
import { LrsSession } from './lrs-session.ts';

type Phase =
  | { readonly is: 'waiting' }
  | { readonly is: 'offline'; readonly reason: string }
  | { readonly is: 'open'; readonly session: LrsSession }
  | { readonly is: 'ended'; readonly result: Saving };

/** The life of a session over xAPI; a protocol is the way in. */
export class LrsTracker implements Tracker {
  readonly provesSaves = true;
  readonly reopens = true;
  readonly protocol: Protocol;
  readonly #enter: Enter;
  readonly #environment: TrackerEnvironment;
  #phase: Phase = { is: 'waiting' };

  constructor(protocol: Protocol, enter: Enter, environment: TrackerEnvironment) {
    this.protocol = protocol;
    this.#enter = enter;
    this.#environment = environment;
  }

  async launch(): Promise<Launch> {
    try {
      const entry = await this.#enter(this.#environment);
      if ('refusal' in entry) return this.#stayOffline(entry.refusal);
      const session = new LrsSession(entry, this.#environment);
      const launch = await session.read();
      if (!launch.connected) return this.#stayOffline(launch.reason);
      this.#phase = { is: 'open', session };
      // Who only looks is told too; nobody begins an attempt then.
      if (entry.mode !== 'normal') void session.begin();
      return launch;
    } catch (error) {
      return this.#stayOffline(String(error));
    }
  }

  begin(): Saving {
    const phase = this.#phase;
    return phase.is === 'open' ? phase.session.begin() : resting(phase);
  }

  save(report: Report): Saving {
    const phase = this.#phase;
    return phase.is === 'open' ? phase.session.save(report) : resting(phase);
  }

  doubt(): void {
    if (this.#phase.is === 'open') this.#phase.session.doubt();
  }

  terminate(report: Report, ending: Ending = 'exit'): Saving {
    const phase = this.#phase;
    if (phase.is !== 'open') return resting(phase);
    const { session } = phase;
    const result = ending === 'exit' ? session.end(report) : session.leave(report);
    this.#phase = { is: 'ended', result };
    return result;
  }

  #stayOffline(reason: string): Launch {
    this.#phase = { is: 'offline', reason };
    return { connected: false, reason };
  }
}

/** What a call is answered that has nothing to do. */
function resting(phase: Exclude<Phase, { is: 'open' }>): Saving {
  switch (phase.is) {
    case 'waiting':
      return { saved: false, reason: 'The LRS has not answered yet.' } satisfies SaveResult;
    case 'offline':
      return { saved: false, reason: phase.reason };
    case 'ended':
      return phase.result;
  }
}
