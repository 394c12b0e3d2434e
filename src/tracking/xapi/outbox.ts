import * as v from 'valibot';
import type { Interaction } from '#src/course/interaction.ts';
import { parseJson } from './json.ts';

/** Where what is under way is kept; a page's own memory where the browser denies storage. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const Waiting = v.array(v.custom<Interaction>((value) => typeof value === 'object'));

/**
 * Answers that the LRS has not taken yet, kept in the browser until it has: they outlive a page that
 * is killed, and go out with the next session of the same registration (field guide R35).
 */
export class Outbox {
  readonly #storage: () => Keep;
  readonly #key: string;
  #waiting: readonly Interaction[] = [];
  /** Names of what went out from this page. */
  readonly #gone = new Set<string>();

  constructor(storage: () => Keep, key: string) {
    this.#storage = storage;
    this.#key = key;
    this.#waiting = this.#load();
  }

  get waiting(): readonly Interaction[] {
    return this.#waiting;
  }

  /** One that waits already, or went out, is not put in again. */
  add(interactions: readonly Interaction[]): void {
    const known = new Set([...this.#gone, ...this.#waiting.map(nameOf)]);
    const fresh = interactions.filter((one) => !known.has(nameOf(one)));
    if (fresh.length > 0) this.#set([...this.#waiting, ...fresh]);
  }

  remove(interactions: readonly Interaction[]): void {
    if (interactions.length === 0) return;
    for (const one of interactions) this.#gone.add(nameOf(one));
    this.#set(this.#waiting.filter((one) => !this.#gone.has(nameOf(one))));
  }

  #set(waiting: readonly Interaction[]): void {
    this.#waiting = waiting;
    try {
      if (waiting.length === 0) this.#storage().removeItem(this.#key);
      else this.#storage().setItem(this.#key, JSON.stringify(waiting));
    } catch {
      // Denied or full: this page remembers it as long as it is there.
    }
  }

  #load(): readonly Interaction[] {
    try {
      return parseJson(Waiting, this.#storage().getItem(this.#key)) ?? [];
    } catch {
      return [];
    }
  }
}

/** What tells one answer from another. */
const nameOf = ({ id, attempt, at }: Interaction): string => `${id} ${attempt} ${at}`;
