import { chance, mixSeed } from '#src/course/shuffle.ts';
import type { Filer, Goods, ImporterReport, OddGroup } from './scenario.ts';

/** One line of the monthly report. */
export interface Line {
  readonly entry: string;
  readonly day: number;
  readonly port: string;
  readonly filer: string;
  readonly goods: string;
  readonly country: string;
  readonly consignee: string;
  /** Importer number of the consignee. */
  readonly number: string;
  /** In whole dollars. */
  readonly value: number;
  readonly duty: number;
}

/** What the lines of a filer can be. The order is part of the saved record. */
export const VERDICTS = ['theft', 'subsidiary', 'typo', 'ours'] as const;
export type Verdict = (typeof VERDICTS)[number];
type Odd = Exclude<Verdict, 'ours'>;
export const ODD = ['theft', 'subsidiary', 'typo'] as const satisfies readonly Odd[];

/** An odd group as it was drawn. */
export interface OddDraw {
  readonly truth: Odd;
  readonly group: OddGroup;
  readonly port: string;
  readonly goods: Goods;
  readonly lines: number;
  /** Number of the consignee. */
  readonly number: string;
}

/** A filer of the report, and what its lines are. */
export interface ReportFiler extends Filer {
  readonly truth: Verdict;
  readonly odd?: OddDraw;
}

/** The three odd groups of a run. */
export function oddDraws(scenario: ImporterReport, seed: number): readonly OddDraw[] {
  return ODD.map((truth, place) => drawOdd(scenario, truth, mixSeed(seed, 1, place)));
}

function drawOdd({ firm, verdicts }: ImporterReport, truth: Odd, seed: number): OddDraw {
  const next = chance(seed);
  const { groups } = verdicts[truth];
  const group = one(groups, next);
  const { from, to } = group.lines;
  const oneOff = replaceDigit(firm.number, 3 + Math.floor(next() * 7), 1 + Math.floor(next() * 9));
  const other = `00-${1_000_000 + Math.floor(next() * 9_000_000)}00`;
  return {
    truth,
    group,
    port: one(group.ports, next),
    goods: one(group.goods, next),
    lines: from + Math.floor(next() * (to - from + 1)),
    number: truth === 'typo' ? oneOff : other,
  };
}

function replaceDigit(number: string, at: number, by: number): string {
  return number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
}

/** All filers of the report, by name. */
export function reportFilers(scenario: ImporterReport, seed: number): readonly ReportFiler[] {
  const own = scenario.firm.filers.map((filer) => ({ ...filer, truth: 'ours' as const }));
  const odd = oddDraws(scenario, seed).map((draw) => ({
    ...draw.group.filer,
    truth: draw.truth,
    odd: draw,
  }));
  return [...own, ...odd].sort((a, b) => (a.label < b.label ? -1 : 1));
}

const DAYS = 30;

/** The whole report, by day and serial number. The same seed gives the same report. */
export function reportLines(scenario: ImporterReport, seed: number): readonly Line[] {
  const { firm } = scenario;
  const next = chance(mixSeed(seed, 2));
  const own = Array.from({ length: firm.lines }, () => {
    const goods = often(firm.goods, next);
    const consignee = { consignee: firm.name, number: firm.number };
    return line(next, often(firm.filers, next), often(firm.ports, next), goods, consignee);
  });
  const odd = oddDraws(scenario, seed).flatMap(({ group, port, goods, lines, number }) =>
    Array.from({ length: lines }, () =>
      line(next, group.filer, port, goods, { consignee: group.consignee, number }),
    ),
  );
  return [...own, ...odd].sort((a, b) => a.day - b.day || (serial(a) < serial(b) ? -1 : 1));
}

/** An entry’s number without its filer’s code. */
function serial({ entry }: Line): string {
  return entry.slice(4);
}

function line(
  next: () => number,
  filer: Filer,
  port: string,
  goods: Goods,
  consignee: Pick<Line, 'consignee' | 'number'>,
): Line {
  const value = Math.round(goods.from + next() * (goods.to - goods.from));
  return {
    entry: `${filer.code}-${String(Math.floor(next() * 1e7)).padStart(7, '0')}-${Math.floor(next() * 10)}`,
    day: 1 + Math.floor(next() * DAYS),
    port,
    filer: filer.label,
    goods: `${goods.chapter} ${goods.label}`,
    country: one(goods.countries, next),
    ...consignee,
    value,
    duty: Math.round((value * goods.rate) / 100),
  };
}

function one<T>(from: readonly T[], next: () => number): T {
  return from[Math.floor(next() * from.length)] as T;
}

/** Draws the first ones more often than the last. */
function often<T>(from: readonly T[], next: () => number): T {
  return from[Math.floor(next() ** 1.6 * from.length)] as T;
}

/** What a report can be counted by. */
export const COUNTED = ['filer', 'port', 'goods'] as const;
export type Counted = (typeof COUNTED)[number];

/** How many lines there are of each, the most first. */
export function countBy(
  lines: readonly Line[],
  by: Counted,
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { [by]: name } of lines) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
}
