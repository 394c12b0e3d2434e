import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { model, MOVES, type Decision, type State } from './model.ts';
import { statesOf } from '#src/labs/testing.ts';
import { script } from './script.ts';
import { boxesOn, callOf, factsAt, messageOf, onDesk, phaseOf } from './state.ts';

const scenario = script.example;

function anyDecision(state: State, dice: number): Decision {
  const run = onDesk(scenario, state);
  const kind = run && phaseOf(scenario, run);
  const ticks = (count: number) =>
    Array.from({ length: count }, (_, index) => ((dice >> index) & 1) === 1);
  if (!run || !kind || kind === 'ask')
    return { kind: 'ask', move: MOVES[dice % MOVES.length] ?? 'send' };
  if (kind === 'message') return { kind, answer: dice % messageOf(scenario, run).options.length };
  if (kind === 'check') return { kind, ticks: ticks(scenario.conditions.length) };
  return {
    kind,
    ticks: ticks(kind === 'start' ? scenario.starts.length : boxesOn(scenario, run).length),
  };
}

/** Any run: at each turn, any decision that is possible. */
const anyRun = fc
  .record({ seed: fc.integer(), luck: fc.array(fc.nat({ max: 1023 }), { minLength: 40 }) })
  .map(({ seed, luck }) => {
    return statesOf({ model, scenario, seed }, (state, turn) => {
      const dice = luck[turn];
      return dice === undefined ? undefined : anyDecision(state, dice);
    });
  });

const endOf = (states: readonly State[]) => states.at(-1) as State;

function holds(property: (states: readonly State[]) => void): void {
  fc.assert(fc.property(anyRun, property), { numRuns: 200 });
}

describe('the clock', () => {
  it('never runs back', () => {
    holds((states) => {
      for (const [index] of endOf(states).runs.entries()) {
        const clocks = states.map(({ runs }) => runs[index]?.clock ?? 0);
        expect(clocks).toEqual(clocks.toSorted((one, other) => one - other));
      }
    });
  });

  it('stands before arrival until the vessel arrives, and never again after', () => {
    holds((states) => {
      for (const { runs } of states)
        for (const { clock, way } of runs) expect(clock < 0).toBe(way === null);
    });
  });
});

describe('the request', () => {
  it('is approved only where all conditions are met, 24 hours ahead, for this very call', () => {
    holds((states) => {
      for (const run of endOf(states).runs) {
        const approved = run.requests.filter(({ answer }) => answer === 'approved');
        expect(approved.length).toBe(run.way === 'approved' ? 1 : 0);
        for (const { at } of approved) {
          expect(-at).toBeGreaterThanOrEqual(scenario.hours.ahead);
          const facts = factsAt(scenario, callOf(scenario, run), at);
          expect(facts.every(({ isMet }) => isMet)).toBe(true);
        }
      }
    });
  });

  it('alone lets work start before officers board', () => {
    holds((states) => {
      for (const { runs } of states)
        for (const { way, started, clock } of runs) {
          if (started) expect(way).toBe('approved');
          if (way && way !== 'approved') expect(clock).toBeGreaterThanOrEqual(scenario.hours.board);
        }
    });
  });
});

describe('the terminal', () => {
  it('loses no box: each is there, or gone once', () => {
    holds((states) => {
      for (const { runs } of states)
        for (const run of runs) {
          const gone = run.gone.map(({ box }) => box);
          const all = callOf(scenario, run).boxes.map((_, index) => index);
          expect([...gone, ...boxesOn(scenario, run)].toSorted()).toEqual(all);
        }
    });
  });

  it('lets no box leave unreleased but by a wrong move, which is marked and costs', () => {
    holds((states) => {
      const end = endOf(states);
      for (const run of end.runs) {
        const { boxes } = callOf(scenario, run);
        for (const { box, at, isReleased } of run.gone)
          expect(isReleased).toBe(at >= (boxes[box]?.released ?? 0));
        const early = run.gone.filter(({ isReleased }) => !isReleased).length;
        expect(run.lost).toBeGreaterThanOrEqual(early * scenario.hours.back);
      }
      const early = end.runs.flatMap(({ gone }) => gone).filter(({ isReleased }) => !isReleased);
      const told = end.told.filter(({ text }) => text.includes(scenario.gate.early));
      expect(told.length).toBe(early.length);
      if (early.length > 0 && model.isOver(scenario, end))
        expect(model.score(scenario, end)).toBeLessThan(1);
    });
  });

  it('lets no box leave before the vessel is there', () => {
    holds((states) => {
      for (const { gone } of endOf(states).runs)
        for (const { at } of gone) expect(at).toBeGreaterThanOrEqual(0);
    });
  });
});
