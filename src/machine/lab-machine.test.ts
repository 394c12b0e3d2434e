import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import type { LabContent } from '#src/course/lab.ts';
import { scriptedLab } from '#src/labs/scripts.ts';
import { labMachine, newsOf, runScore, type LabFact, type LabInput } from './lab-machine.ts';

const AT = Date.UTC(2026, 10, 24, 12);

const { model, script } = scriptedLab('who-decides');
const LAB: LabContent = {
  id: 'desks',
  number: 7,
  kind: 'who-decides',
  title: 'Who decides?',
  objective: 'pick-the-desk',
  minutes: 4,
  intro: 'Three notes lie on your desk.',
  invented: 'The notes.',
  sources: [],
  scenario: script.example,
};

/** A lab that was never begun; say what matters. */
function open(changes: Partial<LabInput> = {}) {
  const actor = createActor(labMachine, {
    input: {
      lesson: { id: 'council', number: 12 },
      lab: LAB,
      model,
      seed: 5,
      saved: undefined,
      finished: 0,
      at: AT,
      ...changes,
    },
  });
  const facts: LabFact[] = [];
  actor.on('*', (fact) => facts.push(fact));
  actor.start();
  const context = () => actor.getSnapshot().context;
  const decide = (decision: unknown) => actor.send({ type: 'decision.make', decision, at: AT + 9 });
  return {
    facts,
    context,
    decide,
    isOver: () => actor.getSnapshot().hasTag('over'),
    restart: () => actor.send({ type: 'run.restart', at: AT + 20 }),
    /** To the end, always as an expert or always like someone who does not think. */
    play(who: 'expert' | 'careless') {
      const choose = who === 'expert' ? model.expert : script.careless;
      while (!actor.getSnapshot().hasTag('over')) decide(choose(LAB.scenario, context().state));
    },
  };
}

function lastRun({ facts }: ReturnType<typeof open>) {
  const run = facts.at(-1)?.run;
  if (!run) throw new Error('Nothing was told of a run.');
  return run;
}

describe('a lab under way', () => {
  it('tells every decision, so that it can be saved', () => {
    const lab = open();
    lab.decide({ to: 2 });
    lab.decide({ to: 1 });
    expect(lab.facts).toMatchObject([
      { type: 'run.changed', run: { lesson: 12, lab: 7, run: 1, decisions: [2] } },
      { type: 'run.changed', run: { decisions: [2, 1] } },
    ]);
  });

  it('takes no decision that is not possible', () => {
    const lab = open();
    lab.decide({ to: 99 });
    expect(lab.facts).toEqual([]);
    expect(lab.context().decisions).toEqual([]);
  });

  it('comes back in the middle of a run', () => {
    const before = open();
    before.decide({ to: 2 });
    const after = open({ saved: lastRun(before) });
    expect(after.context().state).toEqual(before.context().state);
    expect(after.isOver()).toBe(false);
  });

  it('tells what the last decision brought, and tells it again when it comes back', () => {
    const lab = open();
    expect(newsOf(lab.context())).toEqual([]);
    lab.decide({ to: 2 });
    lab.decide({ to: 1 });
    const log = model.log(LAB.scenario, lab.context().state);
    expect(newsOf(lab.context())).toEqual(log.slice(1));
    expect(newsOf(open({ saved: lastRun(lab) }).context())).toEqual(log.slice(1));
  });

  it('comes back to the debrief of a finished run', () => {
    const before = open();
    before.play('careless');
    const after = open({ saved: lastRun(before), finished: 1 });
    expect(after.isOver()).toBe(true);
    expect(after.context().run).toBe(1);
    expect(after.facts).toEqual([]);
  });

  it('begins anew where the scenario was rewritten since', () => {
    const before = open();
    before.decide({ to: 2 });
    const saved = lastRun(before);
    const after = open({ saved: { ...saved, fingerprint: (saved.fingerprint + 1) & 0xff } });
    expect(after.context().decisions).toEqual([]);
  });

  it('keeps what can be replayed of a run with a decision that does not fit', () => {
    const before = open();
    before.decide({ to: 2 });
    const saved = lastRun(before);
    const after = open({ saved: { ...saved, decisions: [...saved.decisions, 77] } });
    expect(after.context().decisions).toEqual(saved.decisions);
  });
});

describe('a finished run', () => {
  it('is one interaction of what was done, beside what an expert does', () => {
    const lab = open();
    lab.play('careless');
    const fact = lab.facts.at(-1);
    if (fact?.type !== 'run.finished') throw new Error('The run has not finished.');
    expect(fact.credit).toBeLessThan(4);
    expect(fact.interaction).toMatchObject({
      type: 'performance',
      id: 'council.desks',
      objective: 'council.pick-the-desk',
      description: 'Who decides?',
      attempt: 1,
      credit: fact.credit,
      latency: 9,
    });
    expect(fact.interaction.response).toHaveLength(3);
    expect(fact.interaction.response).not.toEqual(fact.interaction.correct);
  });

  it('earns full credit by an expert’s decisions', () => {
    const lab = open();
    lab.play('expert');
    expect(runScore(lab.context())).toBe(1);
    const fact = lab.facts.at(-1);
    if (fact?.type !== 'run.finished') throw new Error('The run has not finished.');
    expect(fact.credit).toBe(4);
    expect(fact.interaction.response).toEqual(fact.interaction.correct);
  });

  it('can be followed by another run with another seed', () => {
    const lab = open();
    lab.play('expert');
    const first = lab.context().runSeed;
    lab.restart();
    expect(lab.context()).toMatchObject({ run: 2, decisions: [], startedAt: AT + 20 });
    expect(lab.context().runSeed).not.toBe(first);
    expect(lab.facts.at(-1)).toMatchObject({ type: 'run.changed', run: { run: 2, decisions: [] } });
  });

  it('takes no more decisions', () => {
    const lab = open();
    lab.play('expert');
    const count = lab.facts.length;
    lab.decide({ to: 0 });
    expect(lab.facts).toHaveLength(count);
  });
});
