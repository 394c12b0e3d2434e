import type { AssessmentSettings } from '#src/course/assessment.ts';
import { sittingScore } from '#src/machine/assessment.ts';
import { drawSitting, refKey } from '#src/machine/draw.ts';
import type { ItemRef } from '#src/course/progress.ts';
import { chance, mixSeed } from '#src/course/shuffle.ts';
import { guess } from './guess.ts';
import { settingsOf, sittings, type Candidate, type Exam, type Result } from './candidate.ts';

const TRIES = [1, 2, 3, 6] as const;

export interface PassRow {
  readonly name: string;
  /** Share of candidates who have passed, by 1, 2, 3 and 6 sittings. */
  readonly passed: readonly number[];
}

const CANDIDATES: readonly (Candidate & { readonly name: string })[] = [
  { name: 'guesses everything', knows: 0, keeps: 0, guesses: true },
  { name: 'guesses, keeps half of the keys shown', knows: 0, keeps: 0.5, guesses: true },
  { name: 'knows .4, keeps half of the keys shown', knows: 0.4, keeps: 0.5, guesses: true },
  { name: 'knows .6, guesses the rest', knows: 0.6, keeps: 0, guesses: true },
  { name: 'knows .6, guesses, keeps half of the keys', knows: 0.6, keeps: 0.5, guesses: true },
  { name: 'knows .7, guesses the rest', knows: 0.7, keeps: 0, guesses: true },
  { name: 'knows .8, guesses the rest', knows: 0.8, keeps: 0, guesses: true },
  { name: 'knows .9, guesses the rest', knows: 0.9, keeps: 0, guesses: true },
];

/** How likely each kind of candidate passes, by try. */
export function passRows(exam: Exam, learners: number): PassRow[] {
  return CANDIDATES.map(({ name, ...candidate }, kind) => {
    const firsts = times(learners, (index) => {
      const results = sittings(exam, candidate, mixSeed(kind + 1, index), Math.max(...TRIES));
      return results.at(-1)?.passed ? results.length : Infinity;
    });
    return { name, passed: TRIES.map((most) => share(firsts, (first) => first <= most)) };
  });
}

export interface Precision {
  /** Standard deviation of the score of candidates whose true score is 80 %, in points. */
  readonly error: number;
  /** Correlation of two sittings of the same candidate; true scores with mean .8 and deviation .1. */
  readonly reliability: number;
  /** Questions that a sitting asked, on average. */
  readonly length: number;
}

/** Nobody guesses here, so that the share known is the true score. */
export function precision(exam: Exam, learners: number): Precision {
  const one = (knows: number, seed: number): Result | undefined =>
    sittings(exam, { knows, keeps: 0, guesses: false }, seed, 1)[0];
  const scoreOf = (result: Result | undefined) => (result ? sittingScore(result.sitting) : 0);
  const atMark = times(learners, (index) => one(0.8, mixSeed(100, index)));
  const pairs = times(learners, (index) => {
    const knows = trueScore(index);
    return [one(knows, mixSeed(101, index)), one(knows, mixSeed(102, index))].map(scoreOf);
  });
  return {
    error: deviation(atMark.map(scoreOf)),
    reliability: correlation(
      pairs.map(([a = 0]) => a),
      pairs.map(([, b = 0]) => b),
    ),
    length: mean(atMark.map((result) => result?.sitting.items.length ?? 0)),
  };
}

/** Normal, as the sum of twelve even draws is. */
function trueScore(index: number): number {
  const even = times(12, (draw) => mixSeed(103, index, draw) / 2 ** 32);
  const normal = even.reduce((sum, one) => sum + one, 0) - 6;
  return Math.min(1, Math.max(0, 0.8 + 0.1 * normal));
}

export interface Spread {
  readonly least: number;
  readonly mean: number;
  readonly most: number;
}

export interface Coverage {
  readonly bank: number;
  readonly objectives: number;
  /** Lessons that the first form of a learner asks of. */
  readonly lessons: Spread;
  readonly objectivesInOne: Spread;
  readonly objectivesInTwo: Spread;
  /** Share of the second and third form, reserve included, that an earlier one had asked. */
  readonly repeated: Spread;
  /** Questions of thirty that the first forms of two learners share. */
  readonly shared: Spread;
  /** Percent that pure guessing earns in a form. */
  readonly floor: Spread;
  readonly kinds: ReadonlyMap<string, Spread>;
  readonly levels: ReadonlyMap<string, Spread>;
}

/** What forms hold: of two sittings without their reserve, and of three that all go into it. */
export function coverage(exam: Exam, learners: number): Coverage {
  const settings = settingsOf(exam);
  const seeds = times(learners, (index) => mixSeed(200, index) & 0xffff);
  const rows = seeds.map((seed) => forms(exam, { ...settings, deciding: 0 }, seed));
  const withReserve = seeds.map((seed) => forms(exam, settings, seed));
  const itemOf = new Map(exam.bank.map((item) => [refKey(item), item]));
  const firsts = rows.map(([first = []]) => first.flatMap((ref) => itemOf.get(refKey(ref)) ?? []));
  const objectives = (row: readonly (readonly ItemRef[])[]) =>
    new Set(row.flat().map((ref) => `${ref.lesson}/${itemOf.get(refKey(ref))?.objective}`)).size;
  const countBy = (keyOf: (item: Exam['bank'][number]) => string) =>
    new Map(
      [...new Set(exam.bank.map(keyOf))]
        .sort()
        .map((key) => [
          key,
          spread(firsts.map((form) => form.filter((item) => keyOf(item) === key).length)),
        ]),
    );
  return {
    bank: exam.bank.length,
    objectives: new Set(exam.bank.map(({ lesson, objective }) => `${lesson}/${objective}`)).size,
    lessons: spread(firsts.map((form) => new Set(form.map(({ lesson }) => lesson)).size)),
    objectivesInOne: spread(rows.map((row) => objectives(row.slice(0, 1)))),
    objectivesInTwo: spread(rows.map((row) => objectives(row.slice(0, 2)))),
    repeated: spread(withReserve.map(repeatedShare)),
    shared: spread(firsts.slice(1).map((form, index) => sharedBy(form, firsts[index] ?? []))),
    floor: spread(firsts.map((form, index) => floorOf(exam, form, index))),
    kinds: countBy(({ kind }) => kind),
    levels: countBy(({ level }) => level),
  };
}

/** The forms of three sittings of one learner. */
function forms(exam: Exam, settings: AssessmentSettings, seed: number): ItemRef[][] {
  const drawn: ItemRef[][] = [];
  for (let earlier = 0; earlier < 3; earlier++) {
    const { items, reserve } = drawSitting(exam.bank, {
      seed,
      earlier,
      settings,
      asked: drawn.flat(),
    });
    drawn.push([...items, ...reserve]);
  }
  return drawn;
}

function repeatedShare([first = [], ...later]: readonly (readonly ItemRef[])[]): number {
  const seen = new Set(first.map(refKey));
  let repeated = 0;
  for (const form of later) {
    repeated += form.filter((ref) => seen.has(refKey(ref))).length;
    for (const ref of form) seen.add(refKey(ref));
  }
  return repeated / Math.max(1, later.flat().length);
}

function sharedBy(one: readonly ItemRef[], other: readonly ItemRef[]): number {
  const keys = new Set(other.map(refKey));
  return one.filter((ref) => keys.has(refKey(ref))).length;
}

function floorOf({ questions }: Exam, form: readonly ItemRef[], seed: number): number {
  const next = chance(seed);
  const credits = form.flatMap((ref) => {
    const question = questions.get(refKey(ref));
    return question ? times(20, () => guess(question, next) / 4) : [];
  });
  return mean(credits) * 100;
}

// --- arithmetic -------------------------------------------------------------------------------

function times<T>(count: number, item: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => item(index));
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function share<T>(values: readonly T[], holds: (value: T) => boolean): number {
  return values.filter(holds).length / Math.max(1, values.length);
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [mean(one), mean(other)];
  const together = mean(one.map((value, index) => (value - a) * ((other[index] ?? 0) - b)));
  return together / (deviation(one) * deviation(other) || 1);
}

function spread(values: readonly number[]): Spread {
  return { least: Math.min(...values), mean: mean(values), most: Math.max(...values) };
}
