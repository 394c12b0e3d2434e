import type { ScormApi } from '#src/tracking/scorm/api.ts';
import type { Check } from './grammars.ts';

/** The methods of a SCORM API, by the names of SCORM 2004. */
export type Verb =
  | 'initialize'
  | 'terminate'
  | 'getValue'
  | 'setValue'
  | 'commit'
  | 'getLastError'
  | 'getErrorString';

/** What an element may hold and who may touch it. `.n.` stands for an index. */
export interface Element {
  readonly access: 'read' | 'write' | 'both';
  readonly check?: Check;
  /** The check depends on the type of the interaction. */
  readonly checkFor?: (type: string) => Check;
  /** May be missing from an LMS that has only what is mandatory. */
  readonly optional?: true;
}

/** A SCORM standard as an LMS sees it. */
export interface Standard {
  readonly apiName: string;
  readonly verbs: Readonly<Record<Verb, string>>;
  readonly codes: Readonly<
    Record<'again' | 'closed' | 'readOnly' | 'writeOnly' | 'type' | 'order' | 'commit', string>
  > & { readonly unset: string };
  readonly elements: Readonly<Record<string, Element>>;
  /** What a new session starts with, out of what was stored. */
  restore(stored: ReadonlyMap<string, string>): ReadonlyMap<string, string>;
  /** What the LMS itself does to the values when a session ends. */
  finish(values: Map<string, string>): void;
}

/** How an LMS misbehaves. */
export interface Faults {
  /** What it returns for yes and no. */
  yes?: unknown;
  no?: unknown;
  /** Says no with error 0 although it worked. */
  deniesSuccess?: boolean;
  throwing?: readonly Verb[];
  mandatoryOnly?: boolean;
  /** Elements that it does not know. */
  unknown?: readonly string[];
  /** That many commits fail. */
  failingCommits?: number;
  /** Moodle's SCORM 1.2: what went into a failed commit is never sent again, unless it changes. */
  forgetsOnFailure?: boolean;
  /** Moodle's SCORM 1.2: `_count` of interactions is how many the server holds, with holes left out. */
  countsEntries?: boolean;
}

/** A call of the log; `element` and `value` are empty where the method has none. */
export interface Call {
  readonly verb: Verb;
  readonly element: string;
  readonly value: string;
}

const NO_ERROR = '0';

/**
 * A strict LMS in memory: refuses every value that some LMS would refuse, keeps a log of the calls,
 * stores at commit, and misbehaves as told.
 */
export class FakeLms {
  readonly standard: Standard;
  readonly faults: Faults = {};
  readonly log: Call[] = [];
  /** Writes that were refused, as `code element = value`. */
  readonly refusals: string[] = [];
  /** What the server holds. */
  stored = new Map<string, string>();
  readonly api: ScormApi;
  /** Happens while the LMS ends the session. */
  onTerminate: () => void = () => undefined;
  #values = new Map<string, string>();
  #sent = new Map<string, string>();
  /** Interactions as one counts who does not see holes. */
  #entries = 0;
  #error = NO_ERROR;
  #state: 'new' | 'open' | 'ended' = 'new';

  constructor(standard: Standard, stored: Readonly<Record<string, string>> = {}) {
    this.standard = standard;
    this.stored = new Map(Object.entries(stored));
    this.api = this.#makeApi();
    this.newPage();
  }

  /** The learner comes again: a new page with a new session. */
  newPage(): void {
    this.#state = 'new';
    this.#values = new Map(this.standard.restore(this.stored));
    this.#sent = new Map(this.#values);
    this.#entries = new Set([...this.#values.keys()].flatMap(interactionIndex)).size;
  }

  calls(...verbs: readonly Verb[]): readonly Call[] {
    return this.log.filter(({ verb }) => verbs.includes(verb));
  }

  /** Elements that were set, in order, from call number `since` on. */
  elementsSet(since = 0): readonly string[] {
    return this.log
      .slice(since)
      .flatMap(({ verb, element }) => (verb === 'setValue' ? [element] : []));
  }

  #makeApi(): ScormApi {
    const api: Record<string, (...args: string[]) => unknown> = {};
    const { verbs } = this.standard;
    const define = (verb: Verb, act: (...args: string[]) => unknown) => {
      const log = this.log;
      const faults = this.faults;
      api[verbs[verb]] = function (this: unknown, ...args: string[]) {
        if (this !== api) throw new TypeError('called detached from the API object');
        log.push({ verb, element: args[0] ?? '', value: args[1] ?? '' });
        if (faults.throwing?.includes(verb)) throw new URIError(`${verb} failed`);
        return act(...args);
      };
    };
    define('initialize', () => this.#initialize());
    define('terminate', () => this.#terminate());
    define('getValue', (element = '') => this.#get(element));
    define('setValue', (element = '', value = '') => this.#command(this.#set(element, value)));
    define('commit', () => this.#command(this.#commit()));
    define('getLastError', () => this.#error);
    define('getErrorString', (code = '') => `error ${code}`);
    return api;
  }

  /** Turns an error code into what the LMS returns. */
  #command(code: string): unknown {
    this.#error = code;
    const { yes = 'true', no = 'false', deniesSuccess = false } = this.faults;
    return code === NO_ERROR && !deniesSuccess ? yes : no;
  }

  #initialize(): unknown {
    if (this.#state !== 'new') return this.#command(this.standard.codes.again);
    this.#state = 'open';
    return this.#command(NO_ERROR);
  }

  #terminate(): unknown {
    if (this.#state !== 'open') return this.#command(this.standard.codes.closed);
    this.onTerminate();
    this.standard.finish(this.#values);
    const code = this.#commit();
    this.#state = 'ended';
    return this.#command(code);
  }

  #get(element: string): unknown {
    const { codes } = this.standard;
    this.#error = NO_ERROR;
    if (this.#state !== 'open') this.#error = codes.closed;
    else if (element.endsWith('._count') && this.#has(element)) return this.#count(element);
    else if (!this.#has(element)) this.#error = '401';
    else if (this.#rule(element)?.access === 'write') this.#error = codes.writeOnly;
    else if (!this.#values.has(element)) this.#error = codes.unset;
    return this.#error === NO_ERROR ? (this.#values.get(element) ?? '') : '';
  }

  #set(element: string, value: string): string {
    const code = this.#judge(element, value);
    if (code === NO_ERROR) {
      this.#values.set(element, value);
      if (interactionIndex(element)[0] === this.#entries) this.#entries += 1;
    }
    if (code !== NO_ERROR) this.refusals.push(`${code} ${element} = ${value}`);
    return code;
  }

  #judge(element: string, value: string): string {
    const { codes } = this.standard;
    const rule = this.#rule(element);
    if (this.#state !== 'open') return codes.closed;
    if (!rule || !this.#has(element)) return '401';
    if (rule.access === 'read') return codes.readOnly;
    if (!this.#isInOrder(element, value)) return codes.order;
    const type =
      this.#values.get(element.replace(/^(cmi\.interactions\.\d+)\..*/, '$1.type')) ?? '';
    const check = rule.checkFor?.(type) ?? rule.check;
    return check && !check(value) ? codes.type : NO_ERROR;
  }

  /** Lists grow one by one; an entry begins with its id, and ids are unique. */
  #isInOrder(element: string, value: string): boolean {
    const [place] = interactionIndex(element);
    if (this.faults.countsEntries && place !== undefined) return place <= this.#entries;
    const [, list, index, name] = /^(.*?)\.(\d+)\.(\w+)/.exec(element) ?? [];
    if (list === undefined || index === undefined) return true;
    const count = this.#count(`${list}._count`);
    if (name !== 'id') return Number(index) < count;
    return Number(index) <= count && !this.#hasTwin(list, index, value);
  }

  #hasTwin(list: string, index: string, id: string): boolean {
    return [...this.#values].some(
      ([element, value]) =>
        value === id &&
        element.startsWith(`${list}.`) &&
        /\.\d+\.id$/.test(element) &&
        element !== `${list}.${index}.id` &&
        element.split('.').length === list.split('.').length + 2,
    );
  }

  #count(element: string): number {
    if (this.faults.countsEntries && element === 'cmi.interactions._count') return this.#entries;
    const list = element.slice(0, -'_count'.length);
    const indices = [...this.#values.keys()].flatMap((key) =>
      key.startsWith(list) ? [Number.parseInt(key.slice(list.length), 10) + 1] : [],
    );
    return Math.max(0, ...indices);
  }

  #commit(): string {
    const { faults, standard } = this;
    if (this.#state !== 'open') return standard.codes.closed;
    const changed = [...this.#values].filter(
      ([element, value]) => this.#sent.get(element) !== value,
    );
    const fails = (faults.failingCommits ?? 0) > 0;
    if (!fails || faults.forgetsOnFailure) this.#sent = new Map(this.#values);
    if (fails) {
      faults.failingCommits = (faults.failingCommits ?? 0) - 1;
      return standard.codes.commit;
    }
    for (const [element, value] of changed) this.stored.set(element, value);
    return NO_ERROR;
  }

  #rule(element: string): Element | undefined {
    return this.standard.elements[element.replace(/\.\d+(?=\.)/g, '.n')];
  }

  #has(element: string): boolean {
    const rule = this.#rule(element);
    const { mandatoryOnly = false, unknown = [] } = this.faults;
    if (rule === undefined || unknown.includes(element)) return false;
    return !(rule.optional && mandatoryOnly);
  }
}

/** The place of the interaction that an element belongs to; none for any other element. */
function interactionIndex(element: string): readonly number[] {
  const [, index] = /^cmi\.interactions\.(\d+)\./.exec(element) ?? [];
  return index === undefined ? [] : [Number(index)];
}
