import type {
  Faults,
  Finding,
  LaunchOptions,
  PackageInfo,
  SessionState,
} from '#src/simulator/contract.ts';
import { type Engine, inLoadingOrder } from './engine.ts';
import { noteOnWrite } from './notes.ts';
import { finishValues, type LearnerRecord, type Opening, openRecord } from './record.ts';
import type { Standard } from './standard.ts';
import { checkRead, checkWrite, type Refusal } from './strict/model.ts';

const SUSPEND_DATA = 'cmi.suspend_data';

/** What a session takes from outside. */
export interface SessionSetup {
  readonly standard: Standard;
  readonly options: LaunchOptions;
  readonly info: Pick<PackageInfo, 'masteryScore' | 'launchData'>;
  newEngine(): Engine;
  loadRecord(): LearnerRecord | undefined;
  /** May throw: then the commit fails. */
  saveRecord(record: LearnerRecord): void;
  /** ISO date and time. */
  now(): string;
  /** Blocks for that many milliseconds, as a synchronous request does. */
  block(milliseconds: number): void;
}

/** What a call came to. `text` says why in our words. */
export interface Outcome {
  readonly result: string;
  readonly code: number;
  readonly finding?: Finding;
}

const yes = (finding?: Finding): Outcome => ({
  result: 'true',
  code: 0,
  ...(finding && { finding }),
});
const refused = (text: string): Finding => ({ severity: 'refused', text });
const noted = (text: string): Finding => ({ severity: 'noted', text });
const fault = (text: string): Finding => ({ severity: 'fault', text });
const no = (code: number, text: string): Outcome => ({
  result: 'false',
  code,
  finding: refused(text),
});
const broken = (code: number, text: string): Outcome => ({
  result: 'false',
  code,
  finding: fault(text),
});

/**
 * One session of one course with a strict LMS, from launch to Finish or Terminate: its state, its
 * values, what is saved and what is pending. Knows no window: `facade.ts` puts an API before it.
 */
export class Session {
  #setup: SessionSetup;
  #faults: Faults;
  #state: SessionState = 'launched';
  #engine: Engine;
  #opening: Opening;
  /** What the course may rely on: restored and set. */
  #known: Map<string, string>;
  /** What the LMS has of this session. */
  #saved: Map<string, string>;
  /** Set since, in order. */
  #pending = new Map<string, string>();
  #hasSaved = false;
  /** Suspend data before the session that saved last. */
  readonly #before: string;

  constructor(setup: SessionSetup) {
    this.#setup = setup;
    this.#faults = setup.options;
    this.#opening = this.#open();
    this.#before = setup.loadRecord()?.before ?? '';
    this.#saved = new Map(this.#opening.restored);
    this.#known = new Map(this.#saved);
    this.#engine = this.#fill();
  }

  get standard(): Standard {
    return this.#setup.standard;
  }

  get state(): SessionState {
    return this.#state;
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** Values set and not saved. */
  get pending(): ReadonlyMap<string, string> {
    return this.#pending;
  }

  get faults(): Faults {
    return this.#faults;
  }

  /** The browser dies after that many calls; 0: never. */
  get dieAfter(): number {
    return this.#setup.options.dieAfter;
  }

  configure(faults: Partial<Faults>): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  initialize(parameter: string | undefined): Outcome {
    const { errors, name } = this.standard;
    if (parameter !== '') return this.#argument();
    if (this.#state === 'running') {
      this.#reset();
      return no(
        errors.initializeTwice,
        'initialized twice: the LMS has dropped all that was not saved',
      );
    }
    if (this.#state === 'terminated') {
      if (name === 'scorm2004')
        return no(errors.initializeAfterFinish, 'initialized after Terminate');
      this.#opening = this.#open();
      this.#saved = new Map(this.#opening.restored);
      this.#reset();
      return this.#start(noted('initialized again after Finish: some LMSs refuse'));
    }
    return this.#start();
  }

  finish(parameter: string | undefined): Outcome {
    const codes = this.standard.errors.finish;
    if (parameter !== '') return this.#argument();
    const early = this.#notRunning(codes);
    if (early) return early;
    const saved = this.#save(codes.failed, true);
    if (saved.result === 'true') this.#state = 'terminated';
    return saved;
  }

  commit(parameter: string | undefined): Outcome {
    const codes = this.standard.errors.commit;
    if (parameter !== '') return this.#argument();
    return this.#notRunning(codes) ?? this.#save(codes.failed, false);
  }

  get(element: string): Outcome {
    const early = this.#notRunning(this.standard.errors.get);
    const refusal = early ? undefined : checkRead(this.standard.model, element);
    if (early) return { ...early, result: '' };
    if (refusal) return { ...no(refusal.code, refusal.text), result: '' };
    if (element === SUSPEND_DATA && this.#faults.reading !== 'ok') return this.#misread();
    if (element === this.standard.elements.mode && this.#setup.options.blankMode)
      return { result: '', code: 0, finding: fault('told to give no mode') };
    // scorm-again does not take empty values everywhere: we do, and remember them.
    if (this.#known.get(element) === '') return { result: '', code: 0 };
    const { value, code } = this.#engine.get(element);
    return { result: value, code };
  }

  set(element: string, given: unknown): Outcome {
    const value = String(given);
    const refusal = this.#refusalOf(element, value);
    if (refusal) return no(refusal.code, refusal.text);
    const { limit } = this.#faults;
    if (element === SUSPEND_DATA && limit > 0 && value.length > limit)
      return broken(this.standard.errors.set.value, `told to take ${limit} characters at most`);
    const before = this.#known.get(element);
    const code = this.#engine.set(element, value);
    if (code !== 0 && value !== '') return no(code, 'refused by scorm-again');
    // Comments of SCORM 1.2 grow with each write: the engine knows the whole.
    const kept = element === 'cmi.comments' ? this.#engine.get(element).value : value;
    this.#known.set(element, kept);
    this.#pending.set(element, kept);
    const note = noteOnWrite(element, value, before, this.#opening.mode);
    if (note !== undefined) return yes(noted(note));
    return typeof given === 'string' ? yes() : yes(noted(`a ${typeof given}, not a string`));
  }

  /** The record as a faulty LMS hands it out. */
  #misread(): Outcome {
    const held = this.#known.get(SUSPEND_DATA) ?? '';
    switch (this.#faults.reading) {
      case 'refused':
        return { ...broken(301, 'told to refuse the read'), result: '' };
      case 'stale':
        return { result: this.#before, code: 0, finding: fault('told to give an older record') };
      case 'cut':
        return { result: held.slice(0, -3), code: 0, finding: fault('told to cut it short') };
      case 'wrapped':
      case 'ok':
        return { result: held && `${held}\n`, code: 0, finding: fault('told to wrap it') };
    }
  }

  #refusalOf(element: string, value: string): Refusal | undefined {
    const early = this.#notRunning(this.standard.errors.set);
    if (early) return { code: early.code, text: early.finding?.text ?? '' };
    return checkWrite(this.standard.model, element, value, this.#known);
  }

  #argument(): Outcome {
    return no(201, 'the parameter must be an empty string');
  }

  #notRunning(codes: { readonly before: number; readonly after: number }): Outcome | undefined {
    if (this.#state === 'running') return undefined;
    return this.#state === 'launched'
      ? no(codes.before, 'called before the session began')
      : no(codes.after, 'called after the session ended');
  }

  #open(): Opening {
    const { standard, options, info, loadRecord } = this.#setup;
    return openRecord(standard, loadRecord(), options, info);
  }

  #fill(): Engine {
    const engine = this.#setup.newEngine();
    for (const [element, value] of inLoadingOrder(this.#opening.restored))
      engine.load(element, value);
    for (const [element, value] of this.#opening.given) engine.load(element, value);
    return engine;
  }

  #start(finding?: Finding): Outcome {
    this.#engine.initialize();
    this.#state = 'running';
    return yes(finding);
  }

  /** Back to the values of the launch, as Moodle does it. */
  #reset(): void {
    this.#known = new Map(this.#opening.restored);
    this.#pending.clear();
    this.#engine = this.#fill();
    if (this.#state === 'running') this.#engine.initialize();
  }

  #save(failed: number, final: boolean): Outcome {
    const { commit, commitDelay } = this.#faults;
    if (commitDelay > 0) this.#setup.block(commitDelay);
    if (commit === 'ok') return this.#write(failed, final);
    if (commit === 'fails') return broken(failed, 'told to fail: nothing was saved');
    if (commit === 'forgets' || this.standard.name === 'scorm12') this.#pending.clear();
    if (commit === 'forgets') return broken(failed, 'told to fail and forget: nothing was saved');
    return yes(fault('told to lie: nothing was saved'));
  }

  #write(failed: number, final: boolean): Outcome {
    const { standard, options, loadRecord, saveRecord, now } = this.#setup;
    const merged = new Map([...this.#saved, ...this.#pending]);
    const values = final ? finishValues(standard, merged, this.#opening, options) : merged;
    const sessions = (loadRecord()?.sessions ?? 0) + (this.#hasSaved ? 0 : 1);
    try {
      const before = this.#opening.restored.get(SUSPEND_DATA) ?? '';
      saveRecord({ values: Object.fromEntries(values), lastCommit: now(), sessions, before });
    } catch (error) {
      return broken(failed, `the browser’s storage refused: ${String(error)}`);
    }
    this.#hasSaved = true;
    this.#saved = values;
    this.#pending.clear();
    return yes();
  }
}
