import { type Answer, type Connection, OK } from './connection.ts';

/** One value to write. */
export interface Write {
  readonly element: string;
  readonly value: string;
  /** The course does without it: a refusal is no failure and is not tried again. */
  readonly optional?: true;
  /** How much a value is worth: what the LMS holds is never replaced by a lower one. */
  readonly worth?: ((value: string) => number) | undefined;
}

/**
 * What the LMS holds, as far as this session knows: each element is read once, and only differences
 * are written (field guide R28).
 */
export class LmsRecord {
  readonly #connection: Connection;
  readonly #held = new Map<string, string>();
  /** Elements written in this session. */
  readonly #written = new Set<string>();
  /** Those that may have been lost with a failed commit. */
  readonly #doubtful = new Set<string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  readonly read = (element: string): string => {
    const held = this.#held.get(element) ?? this.#connection.get(element);
    this.#held.set(element, held);
    return held;
  };

  /** Takes note of what was read elsewhere. */
  know(element: string, held: string): void {
    this.#held.set(element, held);
  }

  /** Would this write change anything? */
  isDue(write: Write): boolean {
    return this.#due(write) !== undefined;
  }

  /** Writes what differs. Everything refused so far is tried again the next time. */
  write(write: Write): Answer {
    const value = this.#due(write);
    if (value === undefined) return OK;
    const answer = this.#connection.set(write.element, value);
    if (!answer.ok && !write.optional) return answer;
    this.#held.set(write.element, value);
    this.#written.add(write.element);
    this.#doubtful.delete(write.element);
    return OK;
  }

  /** Makes it durable. After a failure everything written counts as due again. */
  commit(): Answer {
    const answer = this.#connection.commit();
    if (!answer.ok) this.doubt();
    return answer;
  }

  /** Everything written in this session counts as due again. */
  doubt(): void {
    for (const element of this.#written) this.#doubtful.add(element);
  }

  #due({ element, value, worth }: Write): string | undefined {
    const held = this.#held.get(element);
    const best = held !== undefined && worth && worth(held) > worth(value) ? held : value;
    return best === held && !this.#doubtful.has(element) ? undefined : best;
  }
}

/** Worth of a status: its place in the list, lowest first; whatever is not listed is below all. */
export function rankIn(order: readonly string[]): (value: string) => number {
  return (value) => order.indexOf(value.trim().toLowerCase());
}
