import * as v from 'valibot';
import { parseJson } from './json.ts';
import type { Keep } from './outbox.ts';

/** What a session must know again after a reload of its page (cmi5 best practice 17). */
const Remembered = v.object({
  /** cmi5's authorization token: it can be had once. */
  token: v.optional(v.string()),
  /** When the session began, in milliseconds since 1970. */
  startedAt: v.number(),
  /** The LRS has the statement that opens the session. */
  isInitialized: v.boolean(),
  /** The LRS has the statement that ends it, after which it takes nothing more. */
  isEnded: v.boolean(),
});
type Remembered = Readonly<v.InferOutput<typeof Remembered>>;

/**
 * The memory of one session, in `sessionStorage`: it outlives a reload, not the tab. Where storage is
 * denied the page alone remembers.
 */
export class SessionMemory {
  /** Names the session. */
  readonly key: string;
  readonly #storage: () => Keep;
  #remembered: Remembered;

  /** @param key another launch has another key */
  constructor(storage: () => Keep, key: string, now: number) {
    this.#storage = storage;
    this.key = key;
    this.#remembered = this.#load() ?? { startedAt: now, isInitialized: false, isEnded: false };
  }

  get now(): Remembered {
    return this.#remembered;
  }

  note(changes: Partial<Remembered>): void {
    this.#remembered = { ...this.#remembered, ...changes };
    try {
      this.#storage().setItem(this.key, JSON.stringify(this.#remembered));
    } catch {
      // Denied or full.
    }
  }

  /** Another session begins under the same launch. */
  renew(now: number): void {
    this.note({ startedAt: now, isInitialized: false, isEnded: false });
  }

  #load(): Remembered | undefined {
    try {
      return parseJson(Remembered, this.#storage().getItem(this.key));
    } catch {
      return undefined;
    }
  }
}
