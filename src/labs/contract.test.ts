import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskReader } from '#src/content/disk-reader.ts';
import { loadCourse } from '#src/content/load-course.ts';
import type { DebriefPoint, LogEntry } from './lab.ts';
import { LAB_NAMES, scriptedLab, type ScriptedLab } from './scripts.ts';
import { LAB_SCENARIOS } from './registry.ts';
import * as v from 'valibot';

/** Scenarios of a kind: its example, and all that the course has. */
const labs = (await loadCourse(diskReader('lessons'))).loaded?.course.lessons.flatMap(
  (lesson) => lesson.labs,
);
const scenariosOf = (name: string, { script }: ScriptedLab) => [
  { title: 'its example', scenario: script.example },
  ...(labs ?? [])
    .filter(({ kind }) => kind === name)
    .map(({ title, scenario }) => ({ title, scenario })),
];

const MOST_DECISIONS = 2000;

/** A whole run: every state, every decision. */
function play(
  { model }: ScriptedLab,
  scenario: unknown,
  seed: number,
  choose: (state: unknown) => unknown,
) {
  const states = [model.start(scenario, seed)];
  const decisions: unknown[] = [];
  for (let count = 0; count < MOST_DECISIONS; count++) {
    const state = states.at(-1);
    if (model.isOver(scenario, state)) break;
    const decision = choose(state);
    const next = decision === undefined ? undefined : model.decide(scenario, state, decision);
    if (next === undefined) break;
    states.push(next);
    decisions.push(decision);
  }
  return { states, decisions, end: states.at(-1) };
}

/** Long enough that no two things in a run are told in the same words. */
const TELLING = 28;

/** What the log calls right and the debrief wrong, or the other way round. */
function contradictions(
  log: readonly LogEntry[],
  debrief: readonly DebriefPoint[],
): readonly string[] {
  const judged = log.filter(({ tone }) => tone !== 'plain');
  const told = judged.flatMap(({ text, tone }) =>
    text
      .split(/(?<=[.!?]) /)
      .filter((sentence) => sentence.length > TELLING)
      .map((sentence) => ({ sentence, isGood: tone === 'good' })),
  );
  // Two boxes may have the same flaw: one telling that agrees is enough.
  const opposed = debrief.flatMap(({ did, right }) => {
    const same = told.filter(({ sentence }) => did.includes(sentence));
    const agreed = new Set(
      same.filter(({ isGood }) => isGood === right).map((one) => one.sentence),
    );
    return same.filter(({ sentence }) => !agreed.has(sentence));
  });
  const isHushedUp =
    judged.some(({ tone }) => tone === 'bad') && debrief.every(({ right }) => right);
  return [
    ...opposed.map(({ sentence }) => sentence),
    ...(isHushedUp ? ['Something was not right, and the debrief finds no fault.'] : []),
  ];
}

const anySeed = fc.integer({ min: 0, max: 0xffffffff });

describe.each(LAB_NAMES)('lab %s', (name) => {
  const lab = scriptedLab(name);
  const { model, script } = lab;

  it('has an example that its schema takes', () => {
    expect(v.safeParse(LAB_SCENARIOS[name], script.example).issues).toBeUndefined();
  });

  describe.each(scenariosOf(name, lab))('with $title', ({ scenario }) => {
    const expert = (state: unknown) => model.expert(scenario, state);
    const careless = (state: unknown) => script.careless(scenario, state);
    const runs = (seed: number) => [
      play(lab, scenario, seed, expert),
      play(lab, scenario, seed, careless),
    ];

    it('an expert gets full marks, whatever the seed', () => {
      fc.assert(
        fc.property(anySeed, (seed) => {
          const { end } = play(lab, scenario, seed, expert);
          expect(model.isOver(scenario, end)).toBe(true);
          expect(model.score(scenario, end)).toBe(1);
          expect(model.debrief(scenario, end).every(({ right }) => right)).toBe(true);
        }),
        { numRuns: 50 },
      );
    });

    it('who does not think stays below 60 %, whatever the seed', () => {
      fc.assert(
        fc.property(anySeed, (seed) => {
          const { end } = play(lab, scenario, seed, careless);
          expect(model.isOver(scenario, end)).toBe(true);
          expect(model.score(scenario, end)).toBeLessThan(0.6);
          expect(model.debrief(scenario, end).some(({ right }) => !right)).toBe(true);
        }),
        { numRuns: 50 },
      );
    });

    it('tells an expert of nothing that is not right', () => {
      fc.assert(
        fc.property(anySeed, (seed) => {
          const { end } = play(lab, scenario, seed, expert);
          const bad = model.log(scenario, end).filter(({ tone }) => tone === 'bad');
          expect(bad).toEqual([]);
        }),
        { numRuns: 20 },
      );
    });

    it('judges a decision in the debrief as it did when it was made', () => {
      fc.assert(
        fc.property(anySeed, fc.array(fc.boolean(), { maxLength: 40 }), (seed, luck) => {
          let turn = 0;
          const { end } = play(lab, scenario, seed, (state) =>
            (luck[turn++] ?? true) ? careless(state) : expert(state),
          );
          if (!model.isOver(scenario, end)) return;
          expect(contradictions(model.log(scenario, end), model.debrief(scenario, end))).toEqual(
            [],
          );
        }),
        { numRuns: 60 },
      );
    });

    it('comes back from its saved decisions as it was', () => {
      fc.assert(
        fc.property(anySeed, (seed) => {
          for (const { states, decisions } of runs(seed)) {
            const codes = decisions.map((decision) => model.encode(scenario, decision));
            expect(codes.every((code) => Number.isInteger(code) && code >= 0 && code <= 1e6)).toBe(
              true,
            );
            const again = codes.reduce<unknown>(
              (state, code) => {
                const decision = model.decode(scenario, code);
                return decision === undefined ? undefined : model.decide(scenario, state, decision);
              },
              model.start(scenario, seed),
            );
            expect(again).toEqual(states.at(-1));
          }
        }),
        { numRuns: 20 },
      );
    });

    it('leaves the state before a decision as it was, and its state is plain data', () => {
      for (const { states, decisions } of runs(7)) {
        for (const [index, decision] of decisions.entries()) {
          const before: unknown = JSON.parse(JSON.stringify(states[index]));
          model.decide(scenario, states[index], decision);
          expect(states[index]).toEqual(before);
        }
      }
    });

    it('only adds to what happened', () => {
      for (const { states } of runs(7)) {
        const logs = states.map((state) => model.log(scenario, state));
        for (const [index, log] of logs.slice(1).entries()) {
          expect(log.slice(0, logs[index]?.length)).toEqual(logs[index]);
        }
        expect(logs.at(-1)).not.toEqual([]);
      }
    });

    it('takes no decision once it is over', () => {
      for (const { end, decisions } of runs(7)) {
        for (const decision of decisions) {
          expect(model.decide(scenario, end, decision)).toBeUndefined();
        }
        expect(model.expert(scenario, end)).toBeUndefined();
      }
    });

    it('does not choke on a code that is none', () => {
      fc.assert(
        fc.property(fc.nat({ max: 1_000_000 }), (code) => {
          const decision = model.decode(scenario, code);
          if (decision !== undefined) expect(model.encode(scenario, decision)).toBe(code);
        }),
      );
    });

    it('tells the LMS words that it takes, and never claims full marks for less', () => {
      fc.assert(
        fc.property(anySeed, fc.array(fc.boolean()), (seed, luck) => {
          let turn = 0;
          const { end } = play(lab, scenario, seed, (state) =>
            luck[turn++] ? careless(state) : expert(state),
          );
          if (!model.isOver(scenario, end)) return;
          const score = model.score(scenario, end);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          const flaws = model.debrief(scenario, end).filter(({ right }) => !right);
          expect(score === 1).toBe(flaws.length === 0);
          for (const word of model.steps(scenario, end).flat())
            expect(word).toMatch(/^[\w-]{1,60}$/);
        }),
        { numRuns: 40 },
      );
    });

    it('can be operated by controls that have a name', () => {
      for (const { states, decisions } of runs(7)) {
        for (const [index, decision] of decisions.entries()) {
          const controls = script.controls(scenario, states[index], decision);
          expect(controls).not.toEqual([]);
          expect(controls.every(({ name: label }) => label.trim() !== '')).toBe(true);
        }
      }
    });
  });
});
