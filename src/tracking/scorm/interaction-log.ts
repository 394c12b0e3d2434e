import type { Interaction } from '#src/course/interaction.ts';
import { type Answer, type Connection, isMissing, OK } from './connection.ts';
import type { Placed, Places } from './dialect.ts';

interface Entry {
  readonly interaction: Interaction;
  /** How often it was written. */
  tries: number;
  /** Waits for a commit. */
  isWritten: boolean;
}

/**
 * Brings answered questions into the LMS's list, and keeps them until they are committed. Details for
 * reports: nothing that goes wrong here counts as a failure of saving.
 */
export class InteractionLog {
  readonly #connection: Connection;
  readonly #places: Places;
  /** Not committed yet, by question and attempt. */
  readonly #open = new Map<string, Entry>();
  /** Committed in this session: a caller may hand one in again. */
  readonly #done = new Set<string>();
  /** What the last good commit took: it may turn out that nothing arrived. */
  #last = new Map<string, Entry>();
  /** The last commit failed or was doubted. What is written now may be lost for good. */
  #isHeldBack = false;
  /** The last commit was doubted: a good one proves nothing before the next. */
  #isDoubted = false;
  /** Interactions are optional in SCORM 1.2. */
  #isSupported = true;

  constructor(connection: Connection, places: Places) {
    this.#connection = connection;
    this.#places = places;
  }

  get hasOpen(): boolean {
    return this.#open.size > 0;
  }

  /** Something waits, and nothing speaks against writing it. */
  get isReleased(): boolean {
    return this.hasOpen && !this.#isHeldBack;
  }

  /** What the next session must know of the LMS's list; empty: nothing. */
  get memo(): string {
    return this.#places.memo;
  }

  add(interactions: readonly Interaction[]): void {
    if (!this.#isSupported) return;
    for (const interaction of interactions) {
      const key = `${interaction.id} ${interaction.attempt}`;
      if (this.#open.has(key) || this.#done.has(key)) continue;
      this.#open.set(key, { interaction, tries: 0, isWritten: false });
    }
  }

  /** Writes what is open, but not after a commit that failed, unless it is the last chance. */
  write(isLastChance: boolean): void {
    if (this.#isHeldBack && !isLastChance) return;
    for (const [key, entry] of this.#open) {
      if (this.#isSupported && !entry.isWritten) this.#writeEntry(key, entry);
    }
    if (!this.#isSupported) this.#open.clear();
  }

  /** Tells what came of the commit. */
  settle(committed: boolean): void {
    this.#isHeldBack = !committed || this.#isDoubted;
    this.#isDoubted = false;
    this.#places.settle(committed);
    const written = [...this.#open].filter(([, { isWritten }]) => isWritten);
    if (committed) this.#last = new Map(written);
    for (const [key, entry] of written) {
      entry.isWritten = false;
      if (committed) this.#drop(key);
    }
  }

  /** Tells that the last good commit was none. */
  doubt(): void {
    this.#isHeldBack = true;
    this.#isDoubted = true;
    this.#places.doubt();
    for (const [key, entry] of this.#last) {
      this.#open.set(key, entry);
      this.#done.delete(key);
    }
    this.#last.clear();
  }

  #writeEntry(key: string, entry: Entry): void {
    const place = this.#places.find(entry.interaction, entry.tries);
    if (!place) {
      // There is no room for it.
      this.#drop(key);
      return;
    }
    const begun = this.#writeFields(place);
    if (begun.ok) {
      this.#places.take(place);
      entry.tries += 1;
      entry.isWritten = true;
    } else if (begun.code !== '') {
      // A refusal that would be the same again. Without a code the call got lost.
      this.#drop(key);
    }
  }

  /** Nothing more to do for it in this session. */
  #drop(key: string): void {
    this.#open.delete(key);
    this.#done.add(key);
  }

  /** What came of the entry as a whole; single fields that the LMS refuses are left out. */
  #writeFields({ index, isHeld, fields: { id, type, rest } }: Placed): Answer {
    const set = (name: string, value: string) => {
      const element = `cmi.interactions.${index}.${name}`;
      const isThere = isHeld && this.#connection.get(element) === value;
      return isThere ? OK : this.#connection.set(element, value);
    };
    const begun = set('id', id);
    if (isMissing(begun)) this.#isSupported = false;
    if (!begun.ok) return begun;
    set('type', type);
    for (const [name, value] of rest) if (value !== '') set(name, value);
    return begun;
  }
}
