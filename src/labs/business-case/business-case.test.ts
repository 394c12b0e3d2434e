import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, lanesOf, mostSaved, stepsInBudget, stepsToSpend } from './figures.ts';
import { model, runOf, type Decision, type State } from './model.ts';
import { script } from './script.ts';

const scenario = script.example;
const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const READ: Decision = { read: [1, 1] };

const play = (seed: number, decisions: readonly Decision[]) =>
  decisions.reduce<State>(
    (state, decision) => model.decide(scenario, state, decision) ?? state,
    model.start(scenario, seed),
  );
const anySpending = fc.array(
  fc.oneof(
    fc.nat({ max: 1 }).map((fund): Decision => ({ fund })),
    fc.nat({ max: 1 }).map((back): Decision => ({ back })),
  ),
  { maxLength: 20 },
);

describe('business case', () => {
  it('spends no more than the budget, and takes back no more than was spent', () => {
    fc.assert(
      fc.property(anySeed, anySpending, (seed, spending) => {
        const { funded } = runOf(scenario, play(seed, [READ, ...spending]));
        expect(stepsToSpend(scenario, seed, funded)).toBeGreaterThanOrEqual(0);
        expect(Math.min(...funded)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('knows no plan that saves more than the best one', () => {
    fc.assert(
      fc.property(anySeed, anySpending, (seed, spending) => {
        const { funded } = runOf(scenario, play(seed, [READ, ...spending]));
        const { saved, claimed, allClaimed } = figuresOf(scenario, seed, funded).amounts;
        expect(saved).toBeLessThanOrEqual(mostSaved(scenario, seed));
        expect(claimed).toBeLessThanOrEqual(allClaimed);
      }),
    );
  });

  it('does the sum of the lesson: $2.5 million makes $217.5 million by the claim', () => {
    const five = { ...scenario, funding: { ...scenario.funding, steps: [5] } };
    const covered = five.funding.lanes.map((lane) => ({ ...lane, covered: true }));
    const lesson = { ...five, funding: { ...five.funding, lanes: covered } };
    expect(figuresOf(lesson, 1, [3, 2]).words['claimed']).toBe('$217.5 million');
    expect(figuresOf(five, 1, [3, 2]).words['claimed']).toBe('$130.5 million');
  });

  it('draws each record once', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const pasts = lanesOf(scenario, seed).map(({ past }) => past.join());
        expect(new Set(pasts).size).toBe(scenario.funding.records.length);
        expect(scenario.funding.steps).toContain(stepsInBudget(scenario, seed));
      }),
    );
  });

  it('hears a flawed sentence again, and goes on after the last reading', () => {
    const flawed: Decision = { read: [0, 1] };
    expect(runOf(scenario, play(1, [flawed])).phase).toBe('wording');
    expect(runOf(scenario, play(1, [flawed, flawed])).phase).toBe('funding');
    expect(runOf(scenario, play(1, [flawed, { leave: true }])).phase).toBe('funding');
    expect(runOf(scenario, play(1, [READ])).phase).toBe('funding');
    expect(runOf(scenario, play(1, [{ leave: true }])).phase).toBe('wording');
  });
});
