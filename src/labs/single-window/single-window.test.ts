import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { model } from './model.ts';
import {
  isBlocked,
  isFiled,
  isReleased,
  mayProceed,
  openThreads,
  type Decision,
  type State,
} from './state.ts';
import { wander } from '#src/labs/testing.ts';
import { script } from './script.ts';

const scenario = script.example;

/** All codes that any decision can have. */
const CODES = 120;

const anyRun = fc.tuple(
  fc.nat(),
  fc.array(fc.oneof(fc.constantFrom(0, 1, 2), fc.nat({ max: CODES })), { maxLength: 80 }),
);

function taken(state: State, decision: Decision): State {
  const next = model.decide(scenario, state, decision);
  if (!next) throw new Error(`“${decision.type}” can’t be decided here.`);
  return next;
}

/** The shipment of an id, filed as an expert files it. */
function filed(id: string): State {
  const drawn = [scenario.shipments.findIndex((shipment) => shipment.id === id)];
  const start: State = { ...model.start(scenario, 1), drawn };
  const decision = model.expert(scenario, start);
  if (!decision) throw new Error(`There is no shipment “${id}”.`);
  return taken(start, decision);
}

/** The same after some answers have come, fetched. */
function fetchedAfter(id: string, answers: number): State {
  let state = filed(id);
  for (let count = 0; count < answers; count++) state = taken(state, { type: 'wait' });
  return taken(state, { type: 'truck' });
}

describe('single window', () => {
  it('never lets time run back', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        const states = wander({ model, scenario, seed }, codes);
        for (const [index, { clock }] of states.slice(1).entries()) {
          expect(clock).toBeGreaterThanOrEqual(states[index]?.clock ?? 0);
        }
      }),
    );
  });

  it('delivers only when CBP and every agency that was asked are satisfied', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        const states = wander({ model, scenario, seed }, codes);
        for (const [index, { place }] of states.slice(1).entries()) {
          const before = states[index];
          if (before && place > before.place) expect(mayProceed(before)).toBe(true);
        }
      }),
    );
  });

  it('lets no goods off the terminal before CBP has released them', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        for (const state of wander({ model, scenario, seed }, codes))
          if (state.isFetched) expect(isReleased(state)).toBe(true);
      }),
    );
  });

  it('has CBP release nothing that an agency keeps it from releasing', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        const states = wander({ model, scenario, seed }, codes);
        for (const [index, state] of states.slice(1).entries()) {
          const before = states[index];
          const isNew = before && !isReleased(before) && isReleased(state);
          if (isNew) expect(isBlocked(scenario, state)).toBe(false);
        }
      }),
    );
  });

  it.each([
    ['under review', 'toys', 1],
    ['held intact', 'tins', 2],
  ])('gives full marks to a truck that fetches released goods %s', (_, id, waits) => {
    const state = fetchedAfter(id, waits);
    expect(state.isFetched).toBe(true);
    expect(mayProceed(state)).toBe(false);
    expect(state.marks.at(-1)?.share).toBe(1);
  });

  it('halves the marks where the goods are left standing until all have answered', () => {
    expect(fetchedAfter('toys', 2).marks.at(-1)?.share).toBe(0.5);
  });

  it('takes all marks for goods that go out while an agency is looking, and for a truck that comes first', () => {
    const out = taken(fetchedAfter('toys', 1), { type: 'deliver' });
    expect(out.isRecalled).toBe(true);
    expect(model.decide(scenario, out, { type: 'deliver' })).toBeUndefined();
    const waiting = taken(filed('toys'), { type: 'truck' });
    expect(taken(waiting, { type: 'wait' }).marks.at(-1)?.share).toBe(0);
  });

  it('asks the agencies that the goods call on, whatever was filed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 7 }), (seed, agencies) => {
        const start = model.start(scenario, seed);
        const filed = model.decide(scenario, start, { type: 'file', agencies });
        const shipment = scenario.shipments[start.drawn[0] ?? -1];
        const asked = filed?.threads.flatMap(({ agency }) => scenario.agencies[agency]?.id ?? []);
        expect(asked?.toSorted()).toEqual(shipment?.flags.map(({ agency }) => agency).toSorted());
      }),
    );
  });

  it('has always something to do, until all goods are off', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        for (const state of wander({ model, scenario, seed }, codes)) {
          const decision = model.expert(scenario, state);
          if (model.isOver(scenario, state)) expect(decision).toBeUndefined();
          else expect(decision && model.decide(scenario, state, decision)).toBeDefined();
        }
      }),
    );
  });

  it('has full marks out of reach after a disclaimer', () => {
    let state = model.start(scenario, 1);
    let hasDisclaimed = false;
    while (!model.isOver(scenario, state)) {
      const [open] = isFiled(state) ? openThreads(scenario, state) : [];
      const disclaimer = open && {
        type: 'answer' as const,
        agency: open.thread.agency,
        option: open.trouble.options.length,
      };
      const decision = disclaimer && !hasDisclaimed ? disclaimer : model.expert(scenario, state);
      hasDisclaimed ||= disclaimer !== undefined;
      const next = decision && model.decide(scenario, state, decision);
      if (!next) throw new Error('The run is stuck.');
      state = next;
    }
    expect(model.score(scenario, state)).toBeLessThan(1);
  });
});
