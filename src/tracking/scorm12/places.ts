import type { Interaction } from '#src/course/interaction.ts';
import type { Connection } from '#src/tracking/scorm/connection.ts';
import type { Placed, Places } from '#src/tracking/scorm/dialect.ts';
import { interactionFields } from './interaction.ts';

/**
 * SCORM 1.2: every answer gets a new place.
 *
 * Moodle never sends a value again that went into a commit which failed, so the places of such a
 * commit stay empty in its database for good: holes. An answer is written again behind them. At the
 * next launch Moodle's `_count` is the number of places that are not empty, not the first free one;
 * what is written at `_count` then replaces an earlier answer. So holes are remembered in the record,
 * and a later session fills them first (docs/lms/moodle.md, "When it saves").
 */
export class AppendedPlaces implements Places {
  readonly #connection: Connection;
  /** Places to fill, ascending. */
  #holes: readonly number[] = [];
  /** First place behind all others. */
  #end = 0;
  /** As the LMS counts. */
  #count: number | undefined;
  readonly #memo: string;
  /** Taken since the last commit, and by the last good one. */
  #taken: readonly number[] = [];
  #committed: readonly number[] = [];
  /** Holes made in this session: this page of the LMS's would not send the same values there. */
  #lost: readonly number[] = [];

  constructor(connection: Connection, memo: string) {
    this.#connection = connection;
    this.#memo = memo;
  }

  get memo(): string {
    if (this.#count === undefined) return this.#memo;
    return writeMemo([...this.#holes, ...this.#lost], this.#end);
  }

  find(interaction: Interaction, tries: number): Placed {
    this.#open();
    const index = this.#holes[0] ?? this.#reachEnd();
    return { index, isHeld: false, fields: interactionFields(interaction, tries) };
  }

  take({ index }: Placed): void {
    this.#holes = this.#holes.filter((hole) => hole !== index);
    this.#taken = [...this.#taken, index];
    this.#end = Math.max(this.#end, index + 1);
    this.#note(index);
  }

  settle(committed: boolean): void {
    if (committed) this.#committed = this.#taken;
    else this.#lost = [...this.#lost, ...this.#taken];
    this.#taken = [];
  }

  doubt(): void {
    this.#lost = [...this.#lost, ...this.#committed];
    this.#committed = [];
  }

  /** Asks once what the LMS holds. One that counts up to the end has no holes, whatever was lost. */
  #open(): void {
    if (this.#count !== undefined) return;
    const held = Number.parseInt(this.#connection.get('cmi.interactions._count'), 10);
    this.#count = held > 0 ? held : 0;
    const { holes, end } = readMemo(this.#memo);
    this.#holes = this.#count < end ? holes : [];
    this.#end = Math.max(this.#count, end);
  }

  /** Moodle counts on where a value is set at its count: a weight does no harm to what is there. */
  #reachEnd(): number {
    for (let index = this.#count ?? 0; index < this.#end; index++) {
      this.#connection.set(`cmi.interactions.${index}.weighting`, '1');
      this.#note(index);
    }
    return this.#end;
  }

  #note(index: number): void {
    if (index === this.#count) this.#count += 1;
  }
}

/** So many runs of holes are remembered: the record has its limit, and an empty place does no harm. */
const MOST_RUNS = 4;

/** `2-4_8`: places 2 to 4 are holes, 8 is the first behind all. Nothing where there is no hole. */
function writeMemo(holes: readonly number[], end: number): string {
  const runs: [from: number, to: number][] = [];
  for (const hole of holes.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === hole - 1) run[1] = hole;
    else runs.push([hole, hole]);
  }
  const texts = runs.map(([from, to]) => `${from}-${to}`);
  return texts.length === 0 ? '' : [...texts.slice(0, MOST_RUNS), end].join('_');
}

function readMemo(memo: string): { readonly holes: readonly number[]; readonly end: number } {
  if (!/^(\d{1,4}-\d{1,4}_)+\d{1,4}$/.test(memo)) return { holes: [], end: 0 };
  const texts = memo.split('_');
  const holes = texts.slice(0, -1).flatMap((text) => {
    const [from = 0, to = from] = text.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
  return { holes, end: Number(texts.at(-1)) };
}
