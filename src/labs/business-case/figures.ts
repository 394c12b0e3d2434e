import { chance, mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import { dollars } from '#src/labs/number-words.ts';
import type { BusinessCase } from './scenario.ts';

type AuthoredLane = BusinessCase['funding']['lanes'][number];
/** A lane with the record that this run drew for it. */
export type Lane = AuthoredLane & BusinessCase['funding']['records'][number];

export function lanesOf({ funding }: BusinessCase, seed: number): readonly Lane[] {
  const order = shuffledOrder(funding.records.length, mixSeed(seed, 1));
  return funding.lanes.map((lane, at) => ({
    ...lane,
    ...(funding.records[order[at] ?? 0] ?? { past: [], next: [] }),
  }));
}

/** How many steps the budget of this run pays for. */
export function stepsInBudget({ funding }: BusinessCase, seed: number): number {
  return funding.steps[Math.floor(chance(mixSeed(seed, 2))() * funding.steps.length)] ?? 1;
}

export function stepsToSpend(scenario: BusinessCase, seed: number, funded: readonly number[]) {
  return stepsInBudget(scenario, seed) - funded.reduce((sum, steps) => sum + steps, 0);
}

/** The most that a year can save with this budget: every step where the next one saves most. */
export function mostSaved(scenario: BusinessCase, seed: number): number {
  return lanesOf(scenario, seed)
    .flatMap(({ next }) => next)
    .sort((a, b) => b - a)
    .slice(0, stepsInBudget(scenario, seed))
    .reduce((sum, saved) => sum + saved, 0);
}

export interface Figures {
  /** `saved` in $1,000 a year; `claimed` and `allClaimed` in $100,000. */
  readonly amounts: {
    readonly saved: number;
    readonly claimed: number;
    readonly allClaimed: number;
  };
  /** As they stand in a text. */
  readonly words: Readonly<Record<string, string>>;
}

/** The figures of a plan. */
export function figuresOf(
  scenario: BusinessCase,
  seed: number,
  funded: readonly number[],
): Figures {
  const { step } = scenario.funding;
  const { ratio } = scenario.sum;
  const lanes = lanesOf(scenario, seed);
  const steps = (at: number) => funded[at] ?? 0;
  const saved = lanes.reduce(
    (sum, { next }, at) => sum + next.slice(0, steps(at)).reduce((part, one) => part + one, 0),
    0,
  );
  const covered = lanes.reduce((sum, lane, at) => sum + (lane.covered ? steps(at) * step : 0), 0);
  const budget = stepsInBudget(scenario, seed) * step;
  return {
    amounts: { saved, claimed: covered * ratio, allClaimed: budget * ratio },
    words: {
      budget: millions(budget),
      step: millions(step),
      ratio: millions(step * ratio),
      covered: millions(covered),
      claimed: millions(covered * ratio),
      saved: thousands(saved),
      best: thousands(mostSaved(scenario, seed)),
    },
  };
}

/** Writes $100,000s in millions. */
export function millions(amount: number): string {
  return amount === 0 ? '$0' : `$${amount / 10} million`;
}

/** Writes $1,000s in dollars. */
export function thousands(amount: number): string {
  return dollars(amount * 1000);
}

/** Puts figures in the place of their names. */
export function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (name, key: string) => words[key] ?? name);
}
