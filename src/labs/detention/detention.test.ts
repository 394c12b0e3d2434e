import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDaysAfter, businessDaysBetween, dayName, dayOf, isBusinessDay } from './days.ts';
import { isSuspect } from './lots.ts';
import { model } from './model.ts';
import { lastDay, phaseOf, rightDay } from './state.ts';
import { wander } from '#src/labs/testing.ts';
import { script } from './script.ts';

const scenario = script.example;

/** Kinds are a hundred apart, subjects small. */
const anyCode = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 41 }))
  .map(([kind, subject]) => kind * 100 + (kind === 3 ? subject : subject % 4));
const anyRun = fc.tuple(fc.nat(), fc.array(anyCode, { maxLength: 120 }));

describe('business days', () => {
  const anyDay = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2040-01-01') });

  it('are as a calendar has them', () => {
    expect(dayName(businessDaysAfter(dayOf('2027-03-05'), 7))).toBe('Tuesday, March 16');
    expect(dayName(businessDaysAfter(dayOf('2027-03-03'), 5))).toBe('Wednesday, March 10');
  });

  it('are counted the same from both ends, and never end on a weekend', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, count) => {
        const end = businessDaysAfter(day, count);
        expect(isBusinessDay(end)).toBe(true);
        expect(businessDaysBetween(day, end)).toBe(count);
        expect(businessDaysBetween(day, end - 1)).toBe(count - 1);
      }),
    );
  });
});

describe('detention', () => {
  it('follows a lot that is suspect and on file, and lies on the table', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { followed, lots } = model.start(scenario, seed);
        const lot = scenario.lots[followed];
        expect(lot && isSuspect(scenario, lot) && lot.isRecorded).toBe(true);
        expect(lots.map((one) => one.lot)).toContain(followed);
      }),
    );
  });

  it('keeps CBP within its own days', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const state = model.start(scenario, seed);
        const { presented, detained, noticed, received } = state.days;
        expect([presented, detained, noticed, received].every(isBusinessDay)).toBe(true);
        expect(presented < detained && detained < noticed && noticed < received).toBe(true);
        expect(businessDaysBetween(detained, noticed)).toBeLessThanOrEqual(5);
        const [, , decision] = scenario.questions;
        expect(decision && rightDay(decision, state)).toBeGreaterThan(lastDay(scenario, state));
      }),
    );
  });

  it('never lets time run back, nor a lot be judged twice', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        const states = wander({ model, scenario, seed }, codes);
        for (const [index, state] of states.slice(1).entries()) {
          const before = states[index];
          expect(state.today).toBeGreaterThanOrEqual(before?.today ?? 0);
          for (const [place, { verdict }] of (before?.lots ?? []).entries())
            if (verdict) expect(state.lots[place]?.verdict).toBe(verdict);
        }
      }),
    );
  });

  it('releases only what is genuine and proved', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        const state = wander({ model, scenario, seed }, codes).at(-1);
        if (!state || phaseOf(scenario, state) !== 'over' || state.end !== 'released') return;
        expect(scenario.lots[state.followed]?.isGenuine).toBe(true);
        expect(state.papers.some((paper) => scenario.papers[paper]?.isProof)).toBe(true);
      }),
    );
  });

  it('never has full marks for a late answer', () => {
    let state = model.start(scenario, 3);
    while (!model.isOver(scenario, state)) {
      const missing = scenario.papers.findIndex((_, paper) => !state.papers.includes(paper));
      const decision =
        phaseOf(scenario, state) === 'papers' && missing >= 0
          ? ({ type: 'paper', paper: missing } as const)
          : model.expert(scenario, state);
      const next = decision && model.decide(scenario, state, decision);
      if (!next) throw new Error('The run is stuck.');
      state = next;
    }
    expect(state.today).toBeGreaterThan(lastDay(scenario, state));
    expect(model.score(scenario, state)).toBeLessThan(1);
  });
});
