import type { Interaction } from '#src/course/interaction.ts';
import type { Launch, Report, SaveResult, TrackerEnvironment } from '#src/tracking/tracker.ts';
import { batches, deliver, type Fate } from './delivery.ts';
import type { Entry } from './entry.ts';
import { idOf } from './ids.ts';
import { Narrator } from './narrator.ts';
import { Outbox } from './outbox.ts';
import { RecordStore } from './record-store.ts';
import type { Statement } from './statement.ts';

const SAVED: SaveResult = { saved: true };
/** Progress is told in steps of this many percent. */
const STEP = 10;

/** A statement that is due, and what to note when the LRS has it. */
interface Due {
  readonly statement: Statement;
  readonly answer?: Interaction;
  /** Told once; the name under which that is kept. */
  readonly told?: string;
}

/**
 * A session with an LRS: the learner's record is one state document, what happened is statements.
 * A save is at most two requests: a batch of statements, then the record.
 */
export class LrsSession {
  readonly #entry: Entry;
  readonly #environment: TrackerEnvironment;
  readonly #narrator: Narrator;
  readonly #outbox: Outbox;
  readonly #store: RecordStore;
  readonly #told = new Set<string>();
  /** Requests of one save never mix with those of another. */
  #last: Promise<SaveResult> = Promise.resolve(SAVED);

  constructor(entry: Entry, environment: TrackerEnvironment) {
    const { window, courseId } = environment;
    const { lrs, actor, activity, registration } = entry;
    const agent = JSON.stringify(actor);
    const attempt = idOf(activity, registration ?? '', agent);
    this.#entry = entry;
    this.#environment = environment;
    this.#narrator = new Narrator(entry, window.document.documentElement.lang || 'en');
    this.#outbox = new Outbox(() => window.localStorage, `${courseId}:outbox:${attempt}`);
    const key = { activityId: activity, agent, registration, stateId: `${courseId}.record` };
    this.#store = new RecordStore(lrs, key);
  }

  /** Reads what the LRS holds of the learner. Nothing is written. */
  async read(): Promise<Launch> {
    const { mode, masteryScore, actor, registration } = this.#entry;
    const reply = await this.#store.read();
    if (!reply.ok && reply.status === undefined) return { connected: false, reason: reply.reason };
    const { record, told } = reply.ok ? reply.value : { record: '', told: [] };
    for (const one of told) this.#told.add(one);
    return {
      connected: true,
      mode,
      record,
      doubt: reply.ok ? undefined : { is: 'unread', reason: reply.reason },
      // A registration is the LMS's word that this is the attempt that it was.
      isUntouched: registration === undefined && record === '',
      learnerId: JSON.stringify([actor, registration]),
      passMark: masteryScore ? Math.round(masteryScore * 10_000) / 100 : undefined,
    };
  }

  /** Opens the session, in any mode (cmi5 10.2.2). */
  begin(): Promise<SaveResult> {
    return this.#inTurn(async () => {
      const due = this.#opening();
      return this.#judge(due, await deliver(this.#entry.lrs, statementsOf(due)));
    });
  }

  save(report: Report): Promise<SaveResult> {
    if (this.#entry.mode !== 'normal') return Promise.resolve(SAVED);
    this.#outbox.add(report.interactions);
    return this.#inTurn(() => this.#save(report));
  }

  doubt(): void {
    this.#store.doubt();
  }

  /** Saves, tells the end, and goes where the LMS wants the learner to be. */
  end(report: Report): Promise<SaveResult> {
    const saving = this.save(report);
    return this.#inTurn(async () => {
      const saved = await saving;
      if (!saved.saved) return saved;
      const due = [
        ...this.#opening(),
        { statement: this.#narrator.terminated(this.#environment.now()) },
      ];
      const result = this.#judge(due, await deliver(this.#entry.lrs, statementsOf(due)));
      if (result.saved) this.#entry.memory.note({ isEnded: true });
      if (this.#entry.returnUrl) this.#environment.window.location.assign(this.#entry.returnUrl);
      return result;
    });
  }

  /**
   * The page goes: everything that is due is sent at once, and nobody waits. The session stays open,
   * for this may be a reload; an LMS closes by itself what is left open.
   */
  leave(report: Report): SaveResult {
    if (this.#entry.mode !== 'normal') return SAVED;
    this.#outbox.add(report.interactions);
    const due = this.#due(report);
    const kept = this.#kept(report);
    if (due.length === 0 && this.#store.isStored(kept)) return SAVED;
    this.#store.writeLast(kept);
    for (const batch of batches(statementsOf(due))) void this.#entry.lrs.send(batch);
    return { saved: false, reason: 'The page went before the LRS answered.' };
  }

  #inTurn(act: () => Promise<SaveResult>): Promise<SaveResult> {
    this.#last = this.#last
      .then(act)
      .catch((error: unknown) => ({ saved: false, reason: String(error) }) as const);
    return this.#last;
  }

  async #save(report: Report): Promise<SaveResult> {
    const due = this.#due(report);
    const fates = await deliver(this.#entry.lrs, statementsOf(due));
    const told = this.#judge(due, fates);
    const stored = await this.#store.write(this.#kept(report));
    // Whoever stores the record would take the statement too, if it were not for the statement.
    if (stored.ok) this.#outbox.remove(answersOf(due, fates, 'refused'));
    const reasons = [told.saved ? '' : told.reason, stored.ok ? '' : stored.reason].filter(Boolean);
    return reasons.length === 0 ? SAVED : { saved: false, reason: reasons.join('; ') };
  }

  /** Notes what the LRS has, and says what it lacks. A refused answer is no reason to stay unsaved. */
  #judge(due: readonly Due[], fates: ReadonlyMap<Statement, Fate>): SaveResult {
    this.#outbox.remove(answersOf(due, fates, 'there'));
    const reasons = new Set<string>();
    for (const { statement, told, answer } of due) {
      const fate = fates.get(statement);
      if (fate?.is === 'there') this.#note(statement, told);
      else if (fate && (fate.is === 'open' || !answer)) reasons.add(fate.reason);
    }
    return reasons.size === 0 ? SAVED : { saved: false, reason: [...reasons].join('; ') };
  }

  #note({ verb }: Statement, told: string | undefined): void {
    if (told) this.#told.add(told);
    if (verb.id.endsWith('/initialized')) this.#entry.memory.note({ isInitialized: true });
  }

  #kept({ record, location }: Report) {
    return { record, location, told: [...this.#told].sort() };
  }

  /** Everything that the LRS lacks, in the order in which it happened. */
  #due(report: Report): readonly Due[] {
    const now = this.#environment.now();
    const answers = this.#outbox.waiting.map((answer) => ({
      statement: this.#narrator.answered(answer, now),
      answer,
    }));
    return [...this.#opening(), ...answers, ...this.#verdicts(report)];
  }

  #opening(): readonly Due[] {
    return this.#entry.memory.now.isInitialized
      ? []
      : [{ statement: this.#narrator.initialized() }];
  }

  #verdicts(report: Report): readonly Due[] {
    const now = this.#environment.now();
    const due = (told: string, statement: Statement | undefined): readonly Due[] =>
      statement && !this.#told.has(told) ? [{ statement, told }] : [];
    if (!report.completed) {
      const percent = Math.floor((report.progress * 100 + 1e-6) / STEP) * STEP;
      const isNews = percent > 0 && percent < 100;
      return isNews ? due(`progress-${percent}`, this.#narrator.progressed(percent, now)) : [];
    }
    return [
      ...due('completed', this.#narrator.completed(now)),
      ...(report.passed ? due('passed', this.#narrator.passed(report, now)) : []),
    ];
  }
}

const statementsOf = (due: readonly Due[]) => due.map(({ statement }) => statement);

const answersOf = (
  due: readonly Due[],
  fates: ReadonlyMap<Statement, Fate>,
  is: Fate['is'],
): readonly Interaction[] =>
  due.flatMap(({ statement, answer }) =>
    answer && fates.get(statement)?.is === is ? [answer] : [],
  );
