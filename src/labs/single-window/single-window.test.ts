import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { model } from './model.ts';
import { isFiled, isReleased, openThreads } from './state.ts';
import { wander } from '#src/labs/testing.ts';
import { script } from './script.ts';

const scenario = script.example;

/** All codes that any decision can have. */
const CODES = 120;

const anyRun = fc.tuple(
  fc.nat(),
  fc.array(fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: CODES })), { maxLength: 80 }),
);

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

  it('sends goods off only when CBP and every agency that was asked are satisfied', () => {
    fc.assert(
      fc.property(anyRun, ([seed, codes]) => {
        const states = wander({ model, scenario, seed }, codes);
        for (const [index, { place }] of states.slice(1).entries()) {
          const before = states[index];
          if (before && place > before.place) expect(isReleased(before)).toBe(true);
        }
      }),
    );
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
