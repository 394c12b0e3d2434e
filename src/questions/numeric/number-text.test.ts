import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  explainRejected,
  formatNumber,
  NUMBER_HINT,
  plainNumber,
  readNumber,
} from './number-text.ts';

describe('reading a typed number', () => {
  it.each([
    ['83', 'percent', 83],
    [' 83 ', 'percent', 83],
    ['83%', 'percent', 83],
    ['83 %', 'percentage points', 83],
    ['83 percent', 'percent', 83],
    ['83 Percent', '%', 83],
    ['217.5', 'million dollars', 217.5],
    ['217.5 million', 'million dollars', 217.5],
    ['217.5 million dollars', 'million dollars', 217.5],
    ['1 year', 'years', 1],
    ['1,460', 'parcels', 1460],
    ['1 460 000', 'parcels', 1_460_000],
    ['1,460,000.25', 'parcels', 1_460_000.25],
    ['.146', 'billion', 0.146],
    ['12.', 'billion', 12],
    ['-5', 'degrees', -5],
    ['−5', 'degrees', -5],
    ['+5', 'degrees', 5],
  ])('reads “%s” (%s) as %d', (text, unit, value) => {
    expect(readNumber(text, unit)).toBe(value);
  });

  it.each([
    ['', 'years'],
    [' ', 'years'],
    ['-', 'years'],
    ['.', 'years'],
    ['about 25', 'years'],
    ['25%', 'years'],
    ['25 weeks', 'years'],
    ['1,46', 'billion'],
    ['14,60', 'billion'],
    ['1.4.6', 'billion'],
    ['1e5', 'parcels'],
    ['0x10', 'parcels'],
    ['Infinity', 'parcels'],
    ['1234567890123', 'parcels'],
  ])('does not read “%s” (%s)', (text, unit) => {
    expect(readNumber(text, unit)).toBeNaN();
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
        expect(readNumber(formatNumber(value), 'parcels')).toBe(value);
      }),
    );
  });

  it('keeps a plain number as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = plainNumber(text, 'years');
        expect(plainNumber(plain, 'years')).toBe(plain);
      }),
    );
  });
});

it('says plainly what can be typed and what can not', () => {
  expect(NUMBER_HINT).toBe('Type a number, such as 1,250 or 0.75.');
  expect(explainRejected(' about 80 ')).toBe('“about 80” can’t be read as a number.');
});
