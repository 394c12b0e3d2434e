import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixSeed, shuffledOrder } from './shuffle.ts';

const seeds = fc.integer();
const lengths = fc.nat(40);

describe('shuffledOrder', () => {
  it('holds every index once', () => {
    fc.assert(
      fc.property(lengths, seeds, (length, seed) => {
        const order = shuffledOrder(length, seed);
        expect(order.toSorted((a, b) => a - b)).toEqual([...Array(length).keys()]);
      }),
    );
  });

  it('gives the same order for the same seed', () => {
    fc.assert(
      fc.property(lengths, seeds, (length, seed) => {
        expect(shuffledOrder(length, seed)).toEqual(shuffledOrder(length, seed));
      }),
    );
  });

  it('keeps its orders from release to release: restored rounds depend on them', () => {
    expect(shuffledOrder(5, 0)).toEqual([3, 0, 4, 2, 1]);
    expect(shuffledOrder(5, 20171206)).toEqual([3, 1, 4, 2, 0]);
  });

  it('gives each of the 24 orders of four about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 24_000; seed++) {
      const order = shuffledOrder(4, seed).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(Math.min(...counts.values())).toBeGreaterThan(850);
    expect(Math.max(...counts.values())).toBeLessThan(1150);
  });
});

describe('mixSeed', () => {
  it('gives an unsigned 32-bit integer', () => {
    fc.assert(
      fc.property(fc.array(seeds), (parts) => {
        const seed = mixSeed(...parts);
        expect(seed).toBe(seed >>> 0);
      }),
    );
  });

  it('depends on each part and on their order', () => {
    const mixed = [mixSeed(), mixSeed(0), mixSeed(0, 0), mixSeed(1, 2), mixSeed(2, 1), mixSeed(3)];
    expect(new Set(mixed).size).toBe(mixed.length);
  });

  it('gives neighbouring questions and rounds seeds of their own', () => {
    const mixed = new Set<number>();
    for (let question = 0; question < 100; question++) {
      for (let round = 0; round < 100; round++) mixed.add(mixSeed(41_213, question, round));
    }
    expect(mixed.size).toBe(10_000);
  });

  it('spreads the orders of neighbouring rounds evenly', () => {
    const firsts = [0, 0, 0, 0];
    for (let round = 0; round < 4000; round++) {
      const [first = 0] = shuffledOrder(4, mixSeed(41_213, 7, round));
      firsts[first] = (firsts[first] ?? 0) + 1;
    }
    expect(Math.min(...firsts)).toBeGreaterThan(900);
    expect(Math.max(...firsts)).toBeLessThan(1100);
  });
});
