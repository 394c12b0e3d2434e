import type { ScormApi, Verbs } from './api.ts';

/** What came of a call. `code` is the LMS's error code, empty where it gave none. */
export type Answer =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly reason: string };

/** The good answer. */
export const OK: Answer = { ok: true };

/** The element is not there: 401 not implemented; 402 a keyword (1.2), unimplemented (2004). */
export const isMissing = (answer: Answer) =>
  !answer.ok && (answer.code === '401' || answer.code === '402');

const NO_ERROR = '0';

/**
 * Safe calls to an LMS. LMSs return `true`, `"true"`, `1` or nothing for yes, say `false` where it
 * worked, and throw: none of that reaches the caller (field guide R11). Methods are called on the
 * object, since the API of Moodle's app uses `this`.
 */
export class Connection {
  readonly #api: ScormApi;
  readonly #verbs: Verbs;

  constructor(api: ScormApi, verbs: Verbs) {
    this.#api = api;
    this.#verbs = verbs;
  }

  initialize(): Answer {
    return this.#command('initialize', '');
  }

  terminate(): Answer {
    return this.#command('terminate', '');
  }

  commit(): Answer {
    return this.#command('commit', '');
  }

  set(element: string, value: string): Answer {
    return this.#command('setValue', element, value);
  }

  /** Text of an element; empty where it is unset, missing or refused. */
  get(element: string): string {
    const result = this.#call('getValue', element);
    return 'returned' in result ? result.returned : '';
  }

  /**
   * Like `get`, for what must not be mistaken for empty: a refusal where the LMS throws, or answers
   * with nothing and an error code other than those that mean "never set".
   */
  demand(
    element: string,
    unsetCodes: readonly string[],
  ): { readonly text: string } | { readonly refusal: string } {
    const result = this.#call('getValue', element);
    const call = `${this.#verbs.getValue}(${element})`;
    if ('thrown' in result) return { refusal: `${call}: ${result.thrown}` };
    if (!isNothing(result.returned)) return { text: result.returned };
    const code = this.#lastError();
    if (code === '' || code === NO_ERROR || unsetCodes.includes(code)) return { text: '' };
    return { refusal: `${call}: ${code} ${this.#errorString(code)}`.trimEnd() };
  }

  #command(verb: keyof Verbs, ...args: string[]): Answer {
    const result = this.#call(verb, ...args);
    // After a throw the last error belongs to an earlier call.
    if ('thrown' in result) return this.#failure(verb, args[0], '', result.thrown);
    if (isYes(result.returned)) return OK;
    const code = this.#lastError();
    return code === NO_ERROR ? OK : this.#failure(verb, args[0], code, this.#errorString(code));
  }

  #call(verb: keyof Verbs, ...args: string[]): { returned: string } | { thrown: string } {
    try {
      return { returned: toText(this.#api[this.#verbs[verb]]?.(...args)) };
    } catch (error) {
      return { thrown: String(error) };
    }
  }

  #lastError(): string {
    const result = this.#call('getLastError');
    return 'returned' in result ? result.returned.trim() : '';
  }

  #errorString(code: string): string {
    const result = this.#call('getErrorString', code);
    return 'returned' in result ? result.returned : '';
  }

  /** Names the element, never the value: reasons are shown to support. */
  #failure(verb: keyof Verbs, element: string | undefined, code: string, said: string): Answer {
    const call = `${this.#verbs[verb]}(${element ?? ''})`;
    return {
      ok: false,
      code,
      reason: `${call}: ${[code, said].filter(Boolean).join(' ') || 'no answer'}`,
    };
  }
}

/** Nothing comes as nothing, or as a word for it. */
function toText(returned: unknown): string {
  const text = String(returned);
  return text === 'undefined' || text === 'null' ? '' : text;
}

/** Some APIs answer the Boolean `false` to the read of what was never set. */
const isNothing = (returned: string) => ['', 'false'].includes(returned.trim().toLowerCase());

const isYes = (returned: string) => ['true', '1'].includes(returned.toLowerCase());
