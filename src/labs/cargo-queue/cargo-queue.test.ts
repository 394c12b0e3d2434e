import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATIONS, type Crossing, type Truck } from './crossing.ts';
import { model, type Decision, type State } from './model.ts';
import { statesOf } from '#src/labs/testing.ts';
import { script } from './script.ts';
import { phaseOf } from './state.ts';

const scenario = script.example;

/** Any run: at each turn, any decision that is possible. */
const anyRun = fc
  .record({ seed: fc.integer(), luck: fc.array(fc.nat({ max: 1023 }), { minLength: 12 }) })
  .map(({ seed, luck }) => {
    return statesOf({ model, scenario, seed }, (state, turn) => {
      const dice = luck[turn];
      return dice === undefined ? undefined : anyDecision(state, dice);
    });
  });

function anyDecision(state: State, dice: number): Decision {
  const phase = phaseOf(state);
  if (phase?.kind === 'plan') {
    const joint = phase.loads.map((_, place) => ((dice >> place) & 1) === 1);
    return { kind: 'plan', joint, post: dice > 511 ? 'booth' : 'dock' };
  }
  if (phase?.kind === 'doubt')
    return { kind: 'doubt', answer: (['dock', 'release', 'back'] as const)[dice % 3] ?? 'dock' };
  return { kind: 'report', sentence: dice % 2 };
}

const trucksOf = (states: readonly State[]) => states.at(-1)?.crossing.trucks ?? [];

function holds(property: (states: readonly State[]) => void): void {
  fc.assert(fc.property(anyRun, property), { numRuns: 60 });
}

describe('the crossing', () => {
  it('never lets time run back', () => {
    holds((states) => {
      const clocks = states.map(({ crossing }) => crossing.clock);
      expect(clocks).toEqual(clocks.toSorted((one, other) => one - other));
      for (const { visits, out } of trucksOf(states)) {
        const times = visits.flatMap(({ joined, began, ends }) => [joined, began, ends]);
        const known = [...times, out].filter((time) => time !== null);
        expect(known).toEqual(known.toSorted((one, other) => one - other));
      }
    });
  });

  it('loses no truck: at the end every truck that came has left', () => {
    holds((states) => {
      for (const [index, { crossing }] of states.entries()) {
        expect(crossing.trucks.length).toBeGreaterThanOrEqual(
          states[index - 1]?.crossing.trucks.length ?? 0,
        );
      }
      const end = states.at(-1) as State;
      if (!model.isOver(scenario, end)) return;
      expect(end.crossing.trucks.every(({ out }) => out !== null)).toBe(true);
      const own = end.crossing.trucks.flatMap(({ load }) => (load === null ? [] : [load]));
      expect(own.toSorted()).toEqual(end.draw.loads.flat().toSorted());
    });
  });

  it('lets nobody leave before an inspection has ended', () => {
    holds((states) => {
      for (const { visits, out } of trucksOf(states)) {
        if (out === null) continue;
        const exams = visits.filter(({ at }) => at !== 'road' && at !== 'mexico');
        expect(exams.some(({ ends }) => ends !== null && ends <= out)).toBe(true);
      }
    });
  });

  it('takes trucks in at each station in the order in which they joined its line', () => {
    holds((states) => {
      const trucks = trucksOf(states);
      for (const station of STATIONS) {
        const begun = visitsAt(trucks, station).filter(({ began }) => began !== null);
        const inLine = begun.toSorted(
          (one, other) => one.joined - other.joined || (one.began ?? 0) - (other.began ?? 0),
        );
        const starts = inLine.map(({ began }) => began ?? 0);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
      }
    });
  });

  it('has never more trucks inside a station than two teams can take', () => {
    holds((states) => {
      const trucks = trucksOf(states);
      for (const station of STATIONS) {
        const visits = visitsAt(trucks, station);
        for (const { began } of visits) {
          if (began === null) continue;
          const inside = visits.filter(
            (visit) => visit.began !== null && visit.began <= began && (visit.ends ?? 0) > began,
          );
          expect(inside.length).toBeLessThanOrEqual(2);
        }
      }
    });
  });

  it('examines again, by both services, a load that is sent to the dock', () => {
    holds((states) => {
      for (const { afterBooth, visits, out, lane } of trucksOf(states)) {
        if (out === null || lane === 'regular' || afterBooth !== 'dock') continue;
        expect(visits.at(-1)?.at).toBe('dock');
      }
    });
  });
});

describe('the morning', () => {
  it('has trucks that do not qualify end in the regular lane, whatever the learner said', () => {
    holds((states) => {
      const { crossing } = states.at(-1) as { crossing: Crossing };
      for (const { load, out, lane } of crossing.trucks) {
        const of = load === null ? undefined : scenario.loads[load];
        if (of && out !== null && !(of.ctpat && of.fast)) expect(lane).toBe('regular');
      }
    });
  });

  it('takes no plan that leaves a load without a lane', () => {
    const state = model.start(scenario, 1);
    const loads = phaseOf(state);
    if (loads?.kind !== 'plan') throw new Error('A run begins with a plan.');
    const none = model.decide(scenario, state, { kind: 'plan', joint: [], post: 'booth' });
    expect(none).toBeUndefined();
  });
});

function visitsAt(trucks: readonly Truck[], station: string) {
  return trucks.flatMap(({ visits }) => visits.filter(({ at }) => at === station));
}
