import { expect, it } from 'vitest';
import { chanceOfAtLeast } from './chance.ts';

it.each([
  [0, 4, 0.25, 1],
  [4, 4, 0.25, 1 / 256],
  [3, 4, 0.25, 13 / 256],
  [2, 2, 0.5, 1 / 4],
  [5, 4, 0.25, 0],
])('gives the chance of at least %i hits in %i trials of %d', (hits, trials, p, chance) => {
  expect(chanceOfAtLeast(hits, trials, p)).toBeCloseTo(chance, 12);
});

it('holds for thousands of trials', () => {
  expect(chanceOfAtLeast(1250, 5000, 0.25)).toBeCloseTo(0.5, 1);
  expect(chanceOfAtLeast(2000, 5000, 0.25)).toBeLessThan(1e-9);
});
