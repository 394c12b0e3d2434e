import type { Launch, Report, SaveResult, TrackerEnvironment } from '#src/tracking/tracker.ts';
import type { Answer, Connection } from './connection.ts';
import type { Dialect } from './dialect.ts';
import { Envelope } from './envelope.ts';
import { clamp, plainText } from './format.ts';
import { InteractionLog } from './interaction-log.ts';
import { LmsRecord, type Write } from './lms-record.ts';

type Connected = Extract<Launch, { connected: true }>;

const SAVED: SaveResult = { saved: true };

/** An initialised SCORM session: what is read at its start, written during it and at its end. */
export class ScormSession {
  readonly #connection: Connection;
  readonly #dialect: Dialect;
  readonly #environment: TrackerEnvironment;
  readonly #record: LmsRecord;
  readonly #interactions: InteractionLog;
  readonly #envelope = new Envelope();
  readonly #startedAt: number;
  #mode: Connected['mode'] = 'normal';
  #passMark: number | undefined;
  #lastCommitFailed = false;

  constructor(connection: Connection, dialect: Dialect, environment: TrackerEnvironment) {
    this.#connection = connection;
    this.#dialect = dialect;
    this.#environment = environment;
    this.#record = new LmsRecord(connection);
    this.#startedAt = environment.now();
    this.#interactions = new InteractionLog(connection, dialect, this.#startedAt.toString(36));
  }

  /** Reads what the LMS holds; in normal mode marks the attempt as under way and to be resumed. */
  begin(suspendData: string): Launch {
    const { elements, floors, passMarkScale, underWay } = this.#dialect;
    const { read } = this.#record;
    this.#mode = toMode(read(elements.mode));
    for (const element of floors) read(element);
    const record = this.#envelope.open(suspendData);
    this.#record.know(elements.suspendData, suspendData);
    this.#passMark = toPassMark(read(elements.passMark), passMarkScale);
    const learnerName = read(elements.learnerName).trim();
    if (this.#mode === 'normal') this.#store([underWay, this.#exit()], []);
    return { connected: true, mode: this.#mode, record, passMark: this.#passMark, learnerName };
  }

  save(report: Report): SaveResult {
    if (this.#mode !== 'normal') return SAVED;
    this.#interactions.add(report.interactions);
    const { before, after } = this.#writes(report);
    // What is optional goes along when something else is due: it is no reason for a commit.
    const isDue = [...before, ...after].some(
      (write) => !write.optional && this.#record.isDue(write),
    );
    if (!isDue && !this.#interactions.hasOpen) return SAVED;
    return this.#store(before, after);
  }

  /** Last writes, then Terminate; it is tried even where saving failed. */
  end(report: Report): SaveResult {
    if (this.#mode !== 'normal') return this.#endLooking();
    this.#interactions.add(report.interactions);
    const { before, after } = this.#writes(report);
    const result = this.#store(
      before,
      [...after, this.#sessionTime(), ...this.#dialect.farewell],
      true,
    );
    this.#connection.terminate();
    return result;
  }

  /**
   * Ends a session in which nothing was written. One on an untouched attempt is left open: at its
   * end an LMS has to turn "not attempted" into "completed" (SCORM 1.2 RTE 3.4.4; Moodle does it
   * in preview too), and a look would count as a completion.
   */
  #endLooking(): SaveResult {
    if (!this.#record.isDue(this.#dialect.underWay)) this.#connection.terminate();
    return SAVED;
  }

  #store(before: readonly Write[], after: readonly Write[], isLast = false): SaveResult {
    const problems: Answer[] = before.map((write) => this.#record.write(write));
    this.#interactions.write(isLast);
    problems.push(...after.map((write) => this.#record.write(write)));
    const committed = this.#record.commit();
    this.#interactions.settle(committed.ok);
    this.#lastCommitFailed = !committed.ok;
    return toResult([...problems, committed]);
  }

  /** Everything that a report says, in the order of field guide R6. */
  #writes(report: Report): { before: readonly Write[]; after: readonly Write[] } {
    const { elements, locationLimit } = this.#dialect;
    const location = plainText(report.location, locationLimit);
    const verdict = this.#dialect.verdict(report, {
      reporting: this.#environment.reporting,
      hasPassMark: this.#passMark !== undefined,
    });
    const suspendData = this.#envelope.seal(report.record, this.#lastCommitFailed);
    return {
      before: this.#score(report),
      after: [
        ...verdict,
        { element: elements.location, value: location, optional: true },
        { element: elements.suspendData, value: suspendData },
        this.#exit(),
      ],
    };
  }

  #score({ score, completed, passed }: Report): readonly Write[] {
    if (score === undefined) return [];
    const { read } = this.#record;
    const held = Number(read(this.#dialect.elements.score));
    const percent = Math.max(clamp(score, 0, 100), held >= 0 && held <= 100 ? held : 0);
    const isFinal = this.#passMark === undefined || completed || passed;
    return this.#dialect.score({ percent, isFinal }, read);
  }

  /** Always `suspend`: anything else makes SCORM 2004 forget the record (field guide R15). */
  #exit(): Write {
    return { element: this.#dialect.elements.exit, value: 'suspend', optional: true };
  }

  #sessionTime(): Write {
    const duration = this.#environment.now() - this.#startedAt;
    const value = this.#dialect.sessionTime(duration);
    return { element: this.#dialect.elements.sessionTime, value, optional: true };
  }
}

/** Open edX answers with an empty mode: that and anything unknown is normal (field guide R11). */
function toMode(text: string): Connected['mode'] {
  const mode = text.trim().toLowerCase();
  return mode === 'review' || mode === 'browse' ? mode : 'normal';
}

/**
 * Percentage in (0, 100], to two decimals. A mark of 0 asks for nothing, and some LMSs give it where
 * none was set.
 */
function toPassMark(text: string, scale: number): number | undefined {
  const mark = text.trim() === '' ? Number.NaN : Math.round(Number(text) * scale * 100) / 100;
  return mark > 0 && mark <= 100 ? mark : undefined;
}

function toResult(answers: readonly Answer[]): SaveResult {
  const reasons = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
  return reasons.length === 0 ? SAVED : { saved: false, reason: reasons.join('; ') };
}
