import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decidedIn,
  isBetween,
  model,
  parcelOnDesk,
  parcelsInLine,
  passUnderWay,
  type State,
} from './model.ts';
import { script } from './script.ts';

const scenario = script.example;
const anySeed = fc.integer({ min: 0, max: 0xffffffff });
const anyLuck = fc.array(fc.nat({ max: 20 }), { minLength: 30, maxLength: 30 });

/** A whole run of whatever comes into someone's head. */
function guess(seed: number, luck: readonly number[]): State[] {
  const states = [model.start(scenario, seed)];
  for (const number of luck) {
    const state = states.at(-1);
    if (!state || model.isOver(scenario, state)) break;
    const answers = passUnderWay(scenario, state)?.answers.length ?? 1;
    const decision = isBetween(scenario, state) ? 'begin' : { answer: number % answers };
    const next = model.decide(scenario, state, decision);
    if (next) states.push(next);
  }
  return states;
}

describe('parcel screening', () => {
  it('brings one parcel of each kind, the same ones in every pass', () => {
    fc.assert(
      fc.property(anySeed, anyLuck, (seed, luck) => {
        const states = guess(seed, luck);
        const first = parcelsInLine(scenario, (states[0] ?? model.start(scenario, seed)).line);
        expect(new Set(first.map(({ contents }) => contents)).size).toBe(scenario.kinds.length);
        for (const state of states) expect(parcelsInLine(scenario, state.line)).toEqual(first);
        const end = states.at(-1);
        if (!end) return;
        scenario.passes.forEach((_, pass) => {
          expect(decidedIn(scenario, end, pass).map(({ parcel }) => parcel)).toEqual(first);
        });
      }),
    );
  });

  it('loses no parcel: each is decided, on the desk, or waits', () => {
    fc.assert(
      fc.property(anySeed, anyLuck, (seed, luck) => {
        for (const state of guess(seed, luck)) {
          const done = decidedIn(scenario, state, state.given.length - 1).length;
          const parcels = parcelsInLine(scenario, state.line);
          expect(parcelOnDesk(scenario, state)).toBe(parcels[done]);
        }
      }),
    );
  });

  it('calls it missed only where held was right, and a false alarm only where it was not', () => {
    fc.assert(
      fc.property(anySeed, anyLuck, (seed, luck) => {
        const end = guess(seed, luck).at(-1);
        if (!end) return;
        const all = scenario.passes.flatMap((_, pass) => decidedIn(scenario, end, pass));
        for (const { verdict, answer, right } of all) {
          expect(verdict === 'missed').toBe(right.holds && !answer.holds);
          expect(verdict === 'false-alarm').toBe(!right.holds && answer.holds);
          expect(verdict === 'right').toBe(answer.id === right.id);
        }
      }),
    );
  });

  it('gives half of the marks to who gets the risk right and the way wrong', () => {
    const start = model.start(scenario, 1);
    const kinds = start.line.map(({ kind }) => scenario.kinds[kind]?.id);
    const wrongWay = { plain: 'free', vague: 'examine', odd: 'ask' } as const;
    const answersIn = (pass: number) =>
      kinds.map((kind) =>
        (scenario.passes[pass]?.answers ?? []).findIndex(
          ({ id }) => id === wrongWay[kind as keyof typeof wrongWay],
        ),
      );
    // In the first pass, “free” is the right door for the plain parcel.
    const end: State = { ...start, given: [answersIn(0), answersIn(1)] };
    expect(model.score(scenario, end)).toBeCloseTo((1 + 5 * 0.5) / 6);
  });

  it('begins the next pass only at the end of one', () => {
    const start = model.start(scenario, 1);
    expect(model.decide(scenario, start, 'begin')).toBeUndefined();
    const between = { ...start, given: [[0, 0, 0]] };
    expect(model.decide(scenario, between, { answer: 0 })).toBeUndefined();
    expect(model.decide(scenario, between, 'begin')?.given).toEqual([[0, 0, 0], []]);
  });
});
