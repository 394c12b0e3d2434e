import type { Interaction } from '#src/course/interaction.ts';
import { type Answer, type Connection, isMissing } from './connection.ts';
import type { Dialect, InteractionFields } from './dialect.ts';
import { identifier } from './format.ts';

const COUNT = 'cmi.interactions._count';

interface Entry {
  readonly interaction: Interaction;
  /** Where it was written last. */
  index?: number;
  /** How often it was written. */
  tries: number;
  /** Waits for a commit; after a failed one it has to be written again. */
  isWritten: boolean;
}

/**
 * Appends answered questions to the LMS's list and keeps them until they are committed. Details for
 * reports: nothing that goes wrong here counts as a failure of saving.
 */
export class InteractionLog {
  readonly #connection: Connection;
  readonly #dialect: Dialect;
  readonly #session: string;
  /** Not known to be committed, by the id that the LMS gets: a caller may hand one in twice. */
  readonly #open = new Map<string, Entry>();
  #count: number | undefined;
  #failures = 0;
  /** Interactions are optional in SCORM 1.2. */
  #isSupported = true;

  /** `session` makes ids unique over all sessions of the learner. */
  constructor(connection: Connection, dialect: Dialect, session: string) {
    this.#connection = connection;
    this.#dialect = dialect;
    this.#session = session;
  }

  get hasOpen(): boolean {
    return this.#open.size > 0;
  }

  add(interactions: readonly Interaction[]): void {
    if (!this.#isSupported) return;
    for (const interaction of interactions) {
      const id = `${identifier(interaction.id, 200)}.${interaction.attempt}.${this.#session}`;
      if (!this.#open.has(id)) this.#open.set(id, { interaction, tries: 0, isWritten: false });
    }
  }

  /**
   * Writes what is open. While commits keep failing that waits, unless it is the last chance: where
   * the dialect appends, each try would make the list longer.
   */
  write(isLastChance: boolean): void {
    if (this.#failures > 1 && !isLastChance) return;
    for (const [id, entry] of this.#open) {
      if (this.#isSupported && !entry.isWritten) this.#writeEntry(id, entry);
    }
    if (!this.#isSupported) this.#open.clear();
  }

  /** Tells what came of the commit. */
  settle(committed: boolean): void {
    this.#failures = committed ? 0 : this.#failures + 1;
    for (const [id, entry] of this.#open) {
      if (committed && entry.isWritten) this.#open.delete(id);
      entry.isWritten = false;
    }
  }

  #writeEntry(id: string, entry: Entry): void {
    const old = this.#dialect.resend === 'in-place' ? entry.index : undefined;
    const index = old ?? this.#next();
    // Written again at a new place it is a new entry, and ids are unique.
    const ownId = old === undefined && entry.tries > 0 ? `${id}.${entry.tries + 1}` : id;
    const fields = this.#dialect.interaction(entry.interaction, ownId, index);
    const begun = fields && this.#writeFields(index, fields);
    if (begun?.ok) {
      entry.index = index;
      entry.tries += 1;
      entry.isWritten = true;
      this.#count = Math.max(this.#next(), index + 1);
    } else if (begun?.code !== '') {
      // No room, or a refusal that would be the same again. Without a code the call got lost.
      this.#open.delete(id);
    }
  }

  /** What came of the entry as a whole; single fields that the LMS refuses are left out. */
  #writeFields(index: number, { id, type, rest }: InteractionFields): Answer {
    const set = (name: string, value: string) =>
      this.#connection.set(`cmi.interactions.${index}.${name}`, value);
    const begun = set('id', id);
    if (isMissing(begun)) this.#isSupported = false;
    if (!begun.ok) return begun;
    set('type', type);
    for (const [name, value] of rest) if (value !== '') set(name, value);
    return begun;
  }

  /** The first free place: asked for once, then counted (no gaps: SCORM 2004 answers 351). */
  #next(): number {
    if (this.#count === undefined) {
      const held = Number.parseInt(this.#connection.get(COUNT), 10);
      this.#count = held > 0 ? held : 0;
    }
    return this.#count;
  }
}
