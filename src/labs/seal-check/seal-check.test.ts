import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxAtHand, boxFiles, isRight, model, type Decision, type State } from './model.ts';
import { script } from './script.ts';

const scenario = script.example;
const anySeed = fc.integer({ min: 0, max: 0xffffffff });

/** A run of whatever codes, each taken where it can be. */
const play = (seed: number, codes: readonly number[]) =>
  codes.reduce<State>(
    (state, code) => {
      const decision = model.decode(scenario, code);
      return (decision && model.decide(scenario, state, decision)) ?? state;
    },
    model.start(scenario, seed),
  );

const CODES = [0, 1, 100, 101, 102, 103, 104, 105, 106, 107];
const anyCodes = fc.array(fc.constantFrom(...CODES), { maxLength: 40 });

describe('seal check', () => {
  it('draws at least one box with a flaw and one without', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const flawed = model.start(scenario, seed).boxes.filter(({ flaw }) => flaw !== null);
        expect(flawed.length).toBeGreaterThan(0);
        expect(flawed.length).toBeLessThan(3);
      }),
    );
  });

  it('prints another number in the papers only where that is the flaw', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const { kind, flaw, seal, papers } of model.start(scenario, seed).boxes) {
          expect(papers === seal).toBe(!(kind === 'sealed' && flaw?.point === 0));
          expect(papers).toHaveLength(7);
        }
      }),
    );
  });

  it('lets no box go on rightly that was not fully checked before', () => {
    fc.assert(
      fc.property(anySeed, anyCodes, (seed, codes) => {
        for (const file of boxFiles(play(seed, codes))) {
          if (file.phase !== 'done' || !isRight(scenario, file)) continue;
          expect(file.box.flaw === null ? file.inTime.length : 2).toBe(2);
          expect(file.moves.includes('report')).toBe(file.box.flaw !== null);
        }
      }),
    );
  });

  it('works on one box at a time, and never turns back', () => {
    fc.assert(
      fc.property(anySeed, anyCodes, (seed, codes) => {
        const places = codes.map((_, count) => boxAtHand(play(seed, codes.slice(0, count))));
        const order = places.map((place) => (place < 0 ? 3 : place));
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }),
    );
  });

  it('shows no wall and no floor behind a load', () => {
    const seed = [1, 2, 3, 4, 5, 6].find(
      (one) => model.start(scenario, one).boxes[0]?.kind === 'empty',
    );
    const loaded = play(seed ?? 0, [100]);
    const look = (at: number): Decision => ({ look: at });
    expect(model.decide(scenario, loaded, look(0))).toBeUndefined();
    expect(model.decide(scenario, loaded, look(1))).toBeDefined();
  });
});
