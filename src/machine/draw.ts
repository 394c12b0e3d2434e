import type { AssessmentSettings } from '#src/course/assessment.ts';
import type { BankItem } from '#src/course/outline.ts';
import type { ItemRef } from '#src/course/progress.ts';
import { mixSeed } from '#src/course/shuffle.ts';

/*
 * The questions of one sitting, drawn by blueprint: from every lesson alike, over all objectives,
 * in a fixed mix of kinds and levels, none that an earlier sitting asked while others are left.
 */

export interface Draw {
  /** 16 bits, from the learner's progress. */
  readonly seed: number;
  /** Sittings before this one. */
  readonly earlier: number;
  readonly settings: Pick<AssessmentSettings, 'questions' | 'deciding' | 'kinds' | 'levels'>;
  /** What earlier sittings asked. */
  readonly asked: readonly ItemRef[];
}

export interface Drawn {
  readonly items: readonly ItemRef[];
  /** Asked only where the items leave the result close to the pass mark. */
  readonly reserve: readonly ItemRef[];
}

/** The same for the same learner, sitting and bank. */
export function drawSitting(bank: readonly BankItem[], draw: Draw): Drawn {
  const { seed, earlier, settings, asked } = draw;
  const tickets = bank.map(toTicket);
  const isAsked = new Set(asked.map(refKey));
  const before = new Tally();
  for (const { self, objective } of tickets) {
    if (!isAsked.has(self)) continue;
    before.add(self);
    before.add(objective);
  }
  const luck = ({ ref }: Ticket) => mixSeed(seed, earlier, ref.lesson, ref.question);
  const lucky = tickets
    .map((ticket) => [luck(ticket), ticket] as const)
    .sort(([a], [b]) => a - b)
    .map(([, ticket]) => ticket);
  const count = settings.questions + settings.deciding;
  const refs = drawFrom(lucky, count, { before, targets: targetsOf(tickets, settings) });
  return { items: refs.slice(0, settings.questions), reserve: refs.slice(settings.questions) };
}

/** An item with the names under which it is counted. */
interface Ticket {
  readonly ref: ItemRef;
  readonly item: BankItem;
  readonly self: string;
  readonly lesson: string;
  readonly objective: string;
  readonly kind: string;
  readonly level: string;
}

function toTicket(item: BankItem): Ticket {
  const { lesson, question, objective, kind, level } = item;
  const ref = { lesson, question };
  return {
    ref,
    item,
    self: refKey(ref),
    lesson: `lesson ${lesson}`,
    objective: `objective ${lesson}/${objective}`,
    kind: `kind ${kind}`,
    level: `level ${level}`,
  };
}

export const refKey = ({ lesson, question }: ItemRef) => `question ${lesson}/${question}`;

interface Ranking {
  readonly before: Tally;
  readonly targets: ReadonlyMap<string, number>;
}

/** One item after the other, always the one that the blueprint misses most. */
function drawFrom(
  lucky: readonly Ticket[],
  count: number,
  { before, targets }: Ranking,
): ItemRef[] {
  const here = new Tally();
  const left = new Set(lucky);
  const drawn: ItemRef[] = [];
  const fill = (key: string) => here.of(key) / (targets.get(key) ?? 1);
  while (drawn.length < count && left.size > 0) {
    const next = least(left, ({ self, lesson, objective, kind, level }) => [
      before.of(self),
      here.of(lesson),
      here.of(objective),
      before.of(objective),
      fill(kind) + fill(level),
    ]);
    if (!next) break;
    left.delete(next);
    drawn.push(next.ref);
    for (const key of [next.lesson, next.objective, next.kind, next.level]) here.add(key);
  }
  return drawn;
}

/** What is not wanted at all fills up at once, but stays drawable where nothing else is left. */
const NEARLY_NONE = 0.01;

/** How many of each kind and level a sitting should hold: as set, or by their share of the bank. */
function targetsOf(
  tickets: readonly Ticket[],
  { questions, kinds, levels }: Draw['settings'],
): ReadonlyMap<string, number> {
  const counts = new Tally();
  for (const { kind, level } of tickets) {
    counts.add(kind);
    counts.add(level);
  }
  const share = (key: string) => (counts.of(key) * questions) / tickets.length;
  const wanted = tickets.flatMap(({ item, kind, level }): [string, number][] => [
    [kind, kinds[item.kind] ?? share(kind)],
    [level, levels[item.level] ?? share(level)],
  ]);
  return new Map(wanted.map(([key, most]) => [key, Math.max(NEARLY_NONE, most)]));
}

/** The first item whose ranks are lowest, the earlier rank deciding before the later. */
function least<T>(items: Iterable<T>, ranksOf: (item: T) => readonly number[]): T | undefined {
  let best: { item: T; ranks: readonly number[] } | undefined;
  for (const item of items) {
    const ranks = ranksOf(item);
    if (!best || isLower(ranks, best.ranks)) best = { item, ranks };
  }
  return best?.item;
}

function isLower(ranks: readonly number[], than: readonly number[]): boolean {
  const at = ranks.findIndex((rank, index) => rank !== than[index]);
  return at >= 0 && (ranks[at] ?? 0) < (than[at] ?? 0);
}

class Tally {
  readonly #counts = new Map<string, number>();

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  add(key: string): void {
    this.#counts.set(key, this.of(key) + 1);
  }
}
