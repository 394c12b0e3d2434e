import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDay, toDay } from './progress.ts';

describe('days of progress', () => {
  it('count from the first day of 2026', () => {
    expect(toDay(Date.UTC(2026, 0, 1))).toBe(0);
    expect(toDay(Date.UTC(2026, 10, 24, 12))).toBe(327);
  });

  it('end at midnight', () => {
    expect(toDay(Date.UTC(2026, 0, 2) - 1)).toBe(0);
    expect(toDay(Date.UTC(2026, 0, 2))).toBe(1);
  });

  it('are never negative: a clock may be wrong', () => {
    expect(toDay(0)).toBe(0);
  });

  it('lead back to the moment at which they began', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (day) => {
        expect(toDay(fromDay(day))).toBe(day);
      }),
    );
  });
});
