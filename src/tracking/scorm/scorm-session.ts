import type {
  Launch,
  LaunchDoubt,
  Report,
  SaveResult,
  TrackerEnvironment,
} from '#src/tracking/tracker.ts';
import type { Answer, Connection } from './connection.ts';
import type { Dialect } from './dialect.ts';
import { Envelope } from './envelope.ts';
import { clamp, plainText } from './format.ts';
import { InteractionLog } from './interaction-log.ts';
import { LmsRecord, type Write } from './lms-record.ts';
import { ObjectiveList } from './objective-list.ts';

type Connected = Extract<Launch, { connected: true }>;

const SAVED: SaveResult = { saved: true };

/** Between the record and what the list of interactions must remember. */
const MEMO = '~';
/** Most characters around a record: its count, and what the list of interactions must remember. */
const ENVELOPE = 56;
/** Wrong data type (1.2 and 2004), out of range: what LMSs answer to a text that is too long. */
const TOO_LONG: readonly string[] = ['405', '406', '407'];

/** What one save writes; without a report, the beginning of a session. */
interface Storing {
  readonly before: readonly Write[];
  readonly after: readonly Write[];
  readonly report?: Report;
  readonly isLast?: boolean;
}

/** An initialised SCORM session: what is read at its start, written during it and at its end. */
export class ScormSession {
  readonly #connection: Connection;
  readonly #dialect: Dialect;
  readonly #environment: TrackerEnvironment;
  readonly #record: LmsRecord;
  readonly #objectives: ObjectiveList;
  #interactions: InteractionLog;
  readonly #envelope = new Envelope();
  readonly #startedAt: number;
  #mode: Connected['mode'] = 'normal';
  #passMark: number | undefined;
  #lastCommitFailed = false;
  /** A longer record was refused. */
  #limit = Infinity;

  constructor(connection: Connection, dialect: Dialect, environment: TrackerEnvironment) {
    this.#connection = connection;
    this.#dialect = dialect;
    this.#environment = environment;
    this.#record = new LmsRecord(connection);
    this.#startedAt = environment.activeTime();
    const objectiveFields = dialect.objectives(environment.extent);
    this.#objectives = new ObjectiveList(connection, this.#record, objectiveFields);
    this.#interactions = this.#logWith('');
  }

  /** Reads what the LMS holds. Nothing is written yet. */
  read(suspendData: { readonly text: string } | { readonly refusal: string }): Launch {
    const { elements, floors, passMarkScale, underWay } = this.#dialect;
    const { read } = this.#record;
    this.#mode = toMode(read(elements.mode));
    for (const element of floors) read(element);
    const held = 'text' in suspendData ? suspendData.text : '';
    const [record = '', memo = ''] = this.#envelope.open(held).split(MEMO);
    this.#interactions = this.#logWith(memo);
    this.#record.know(elements.suspendData, held);
    this.#passMark = toPassMark(read(elements.passMark), passMarkScale);
    return {
      connected: true,
      mode: this.#mode,
      record,
      doubt: this.#doubtOf(record, suspendData),
      isUntouched: this.#record.isDue(underWay),
      passMark: this.#passMark,
      recordLimit: this.#dialect.suspendDataLimit - ENVELOPE,
      learnerId: read(elements.learnerId).trim(),
    };
  }

  /** Marks the attempt as under way and to be resumed. */
  begin(): SaveResult {
    if (this.#mode !== 'normal') return SAVED;
    return this.#store({ before: [this.#dialect.underWay, this.#exit()], after: [] });
  }

  /** The last save is not to be believed: everything counts as due again. */
  doubt(): void {
    this.#record.doubt();
    this.#interactions.doubt();
    this.#objectives.doubt();
    this.#lastCommitFailed = true;
  }

  save(report: Report): SaveResult {
    if (this.#mode !== 'normal') return SAVED;
    this.#interactions.add(report.interactions);
    const { before, after } = this.#writes(report);
    // What is optional goes along when something else is due: it is no reason for a commit.
    const isDue = [...before, ...after, this.#suspendData(report)].some(
      (write) => !write.optional && this.#record.isDue(write),
    );
    if (!isDue && !this.#interactions.hasOpen) return SAVED;
    return this.#store({ before, after, report });
  }

  /** Last writes, then Terminate; it is tried even where saving failed. */
  end(report: Report): SaveResult {
    if (this.#mode !== 'normal') return this.#endLooking();
    this.#interactions.add(report.interactions);
    const { before, after } = this.#writes(report);
    const last = [...after, ...this.#dialect.farewell];
    const result = this.#store({ before, after: last, report, isLast: true });
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

  /** A place or a score is written together with a record: alone, they tell that it is missing. */
  #doubtOf(
    record: string,
    suspendData: { readonly text: string } | { readonly refusal: string },
  ): LaunchDoubt | undefined {
    if ('refusal' in suspendData) return { is: 'unread', reason: suspendData.refusal };
    if (record !== '') return undefined;
    const { location, score } = this.#dialect.elements;
    const { read } = this.#record;
    const isUntouched = this.#record.isDue(this.#dialect.underWay);
    const isAt = (element: string) => !isUntouched && read(element).trim() !== '';
    const told = Number(read(score)) > 0 ? score : isAt(location) && location;
    if (!told) return undefined;
    return { is: 'missing', reason: `The saved record is empty, but ${told} is not.` };
  }

  #store({ before, after, report, isLast = false }: Storing): SaveResult {
    const problems: Answer[] = before.map((write) => this.#record.write(write));
    this.#objectives.write(report?.objectives ?? []);
    this.#interactions.write(isLast);
    problems.push(...after.map((write) => this.#record.write(write)));
    // Last: what the list of interactions must remember changes with what was written to it.
    if (report) problems.push(this.#writeRecord(report));
    const committed = this.#commit();
    // The first commit that is good again: what was held back goes with it.
    if (report && this.#interactions.isReleased) {
      this.#interactions.write(isLast);
      this.#record.write(this.#suspendData(report));
      this.#commit();
    }
    return toResult([...problems, committed]);
  }

  #commit(): Answer {
    const committed = this.#record.commit();
    this.#interactions.settle(committed.ok);
    this.#lastCommitFailed = !committed.ok;
    if (!committed.ok) this.#objectives.doubt();
    return committed;
  }

  #logWith(memo: string): InteractionLog {
    const places = this.#dialect.places(this.#connection, memo, this.#environment.extent);
    return new InteractionLog(this.#connection, places);
  }

  /** Everything that a report says, in the order of field guide R6. */
  #writes(report: Report): { before: readonly Write[]; after: readonly Write[] } {
    const { elements, locationLimit } = this.#dialect;
    const location = plainText(report.location, locationLimit);
    const verdict = this.#dialect.verdict(report, {
      reporting: this.#environment.reporting,
      hasPassMark: this.#passMark !== undefined,
    });
    return {
      before: this.#score(report),
      after: [
        ...verdict,
        { element: elements.location, value: location, optional: true },
        this.#exit(),
        this.#sessionTime(),
      ],
    };
  }

  /** Writes the record; one that is refused for its length, with less detail. */
  #writeRecord(report: Report): Answer {
    let answer = this.#record.write(this.#suspendData(report));
    while (!answer.ok && TOO_LONG.includes(answer.code)) {
      const { length } = this.#fitting(report);
      if (report.shorter?.(length) === undefined) break;
      this.#limit = length - 1;
      answer = this.#record.write(this.#suspendData(report));
    }
    return answer;
  }

  /** The record as long as this LMS was seen to take it. */
  #fitting({ record, shorter }: Report): string {
    return record.length <= this.#limit ? record : (shorter?.(this.#limit + 1) ?? record);
  }

  #suspendData(report: Report): Write {
    const { memo } = this.#interactions;
    const fitting = this.#fitting(report);
    const record = memo === '' ? fitting : `${fitting}${MEMO}${memo}`;
    const value = this.#envelope.seal(record, this.#lastCommitFailed);
    return { element: this.#dialect.elements.suspendData, value };
  }

  #score({ score, passed }: Report): readonly Write[] {
    if (score === undefined) return [];
    const { read } = this.#record;
    const held = Number(read(this.#dialect.elements.score));
    const percent = Math.max(clamp(score, 0, 100), held >= 0 && held <= 100 ? held : 0);
    const isFinal = this.#passMark === undefined || passed;
    return this.#dialect.score({ percent, isFinal }, read);
  }

  /** Always `suspend`: anything else makes SCORM 2004 forget the record (field guide R15). */
  #exit(): Write {
    return { element: this.#dialect.elements.exit, value: 'suspend', optional: true };
  }

  #sessionTime(): Write {
    const duration = this.#environment.activeTime() - this.#startedAt;
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
 * none was set. One of up to 1 is a fraction in SCORM 1.2 too: nobody asks for one percent.
 */
function toPassMark(text: string, scale: number): number | undefined {
  const given = text.trim() === '' ? Number.NaN : Number(text);
  const mark = Math.round(given * (given <= 1 ? 100 : scale) * 100) / 100;
  return mark > 0 && mark <= 100 ? mark : undefined;
}

function toResult(answers: readonly Answer[]): SaveResult {
  const reasons = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
  return reasons.length === 0 ? SAVED : { saved: false, reason: reasons.join('; ') };
}
