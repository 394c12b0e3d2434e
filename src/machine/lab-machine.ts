import { enqueueActions, setup } from 'xstate';
import { fingerprintOf } from '#src/course/fingerprint.ts';
import { latencyOf, type Interaction } from '#src/course/interaction.ts';
import type { LabContent, LabRun } from '#src/course/lab.ts';
import { toCredit, type Credit } from '#src/course/question.ts';
import { mixSeed } from '#src/course/shuffle.ts';
import type { LabModel, LogEntry } from '#src/labs/lab.ts';

/** The model of the lab's kind, for the scenario that this kind's schema has checked. */
type Model = LabModel<unknown, unknown, unknown>;

export interface LabInput {
  /** Id and permanent number of the lesson. */
  readonly lesson: { readonly id: string; readonly number: number };
  readonly lab: LabContent;
  readonly model: Model;
  /** The learner's seed: each run derives its own. */
  readonly seed: number;
  /** The saved run; undefined where there is none. */
  readonly saved: LabRun | undefined;
  /** Runs finished so far. */
  readonly finished: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What stays the same in all runs of a lab. */
interface LabSetting extends Pick<LabInput, 'lesson' | 'lab' | 'model' | 'seed'> {
  /** Changes with the scenario that a saved run was made in. */
  readonly fingerprint: number;
}

export interface LabContext extends LabSetting {
  /** Which run it is, from 1. */
  readonly run: number;
  /** What the run's chance comes from. */
  readonly runSeed: number;
  readonly state: unknown;
  /** The state before the last decision; at the start, the same. */
  readonly before: unknown;
  readonly decisions: readonly number[];
  readonly startedAt: number;
}

/** `at` is milliseconds since 1970. */
export type LabEvent =
  | { readonly type: 'decision.make'; readonly decision: unknown; readonly at: number }
  | { readonly type: 'run.restart'; readonly at: number };

export type LabFact =
  | { readonly type: 'run.changed'; readonly run: LabRun }
  | {
      readonly type: 'run.finished';
      readonly run: LabRun;
      readonly credit: Credit;
      readonly at: number;
      readonly interaction: Interaction;
    };

function begin(input: LabInput): LabContext {
  const { lesson, lab, model, seed, saved, finished, at } = input;
  const fingerprint = fingerprintOf([lab.kind, JSON.stringify(lab.scenario)]);
  const fits = saved?.fingerprint === fingerprint;
  const run = fits ? saved.run : finished + 1;
  const start = fresh({ lesson, lab, model, seed, fingerprint }, run, at);
  return fits ? saved.decisions.reduce(replay, start) : start;
}

function fresh(setting: LabSetting, run: number, at: number): LabContext {
  const { seed, lesson, lab, model } = setting;
  const runSeed = mixSeed(seed, lesson.number, lab.number, run);
  const state = model.start(lab.scenario, runSeed);
  return { ...setting, run, runSeed, state, before: state, decisions: [], startedAt: at };
}

/** A decision that no longer fits ends the replay: what came before it stands. */
function replay(context: LabContext, code: number): LabContext {
  const decision = context.model.decode(context.lab.scenario, code);
  return (decision !== undefined && after(context, decision)) || context;
}

/** Undefined where the decision can't be taken. */
function after(context: LabContext, decision: unknown): LabContext | undefined {
  const { model, lab, decisions, state: before } = context;
  const state = model.decide(lab.scenario, before, decision);
  if (state === undefined) return undefined;
  const code = model.encode(lab.scenario, decision);
  return { ...context, state, before, decisions: [...decisions, code] };
}

function isOver({ model, lab, state }: LabContext): boolean {
  return model.isOver(lab.scenario, state);
}

/** What the last decision brought, of the run's log. */
export function newsOf({ model, lab, state, before }: LabContext): readonly LogEntry[] {
  return model.log(lab.scenario, state).slice(model.log(lab.scenario, before).length);
}

/** Share of full marks, 0…1, of a run that is over. */
export function runScore({ model, lab, state }: LabContext): number {
  return model.score(lab.scenario, state);
}

function runOf({ lesson, lab, run, fingerprint, decisions }: LabContext): LabRun {
  return { lesson: lesson.number, lab: lab.number, run, fingerprint, decisions };
}

/** The finished run as one interaction; its right answer is the way of an expert. */
function interactionOf(context: LabContext, at: number): Interaction {
  const { lesson, lab, model, state, run, startedAt, fingerprint } = context;
  return {
    type: 'performance',
    response: model.steps(lab.scenario, state),
    correct: model.steps(lab.scenario, expertRun(context)),
    id: `${lesson.id}.${lab.id}`,
    attempt: run,
    objective: `${lesson.id}.${lab.objective}`,
    description: lab.title,
    wording: fingerprint,
    credit: toCredit(runScore(context)),
    at,
    latency: latencyOf(startedAt, at),
  };
}

/** Far more decisions than any lab has. */
const MOST_DECISIONS = 2000;

/** The end of the same run in an expert's hands. */
function expertRun(context: LabContext): unknown {
  const { lab, model } = context;
  let { state } = fresh(context, context.run, 0);
  for (let count = 0; count < MOST_DECISIONS; count++) {
    const decision = model.expert(lab.scenario, state);
    const next = decision === undefined ? undefined : model.decide(lab.scenario, state, decision);
    if (next === undefined) break;
    state = next;
  }
  return state;
}

/**
 * A practice lab under way: decisions go in, what became of them comes out. Any number of runs; the
 * course keeps the best.
 */
export const labMachine = setup({
  types: {
    context: {} as LabContext,
    events: {} as LabEvent,
    emitted: {} as LabFact,
    input: {} as LabInput,
    tags: {} as 'over',
  },
  guards: {
    isOver: ({ context }) => isOver(context),
  },
  actions: {
    decide: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'decision.make') return;
      // No guard asks before: what follows from a decision may be a whole simulation.
      const decided = after(context, event.decision);
      if (!decided) return;
      enqueue.assign(decided);
      if (!isOver(decided)) {
        enqueue.emit({ type: 'run.changed', run: runOf(decided) });
        return;
      }
      const interaction = interactionOf(decided, event.at);
      const { credit, at } = interaction;
      enqueue.emit({ type: 'run.finished', run: runOf(decided), credit, at, interaction });
    }),
    restart: enqueueActions(({ context, event, enqueue }) => {
      const restarted = fresh(context, context.run + 1, event.at);
      enqueue.assign(restarted);
      enqueue.emit({ type: 'run.changed', run: runOf(restarted) });
    }),
  },
}).createMachine({
  id: 'lab',
  context: ({ input }) => begin(input),
  initial: 'deciding',
  states: {
    deciding: {
      always: { target: 'debriefing', guard: 'isOver' },
      on: { 'decision.make': { actions: 'decide' } },
    },
    debriefing: {
      tags: 'over',
      on: { 'run.restart': { target: 'deciding', actions: 'restart' } },
    },
  },
});
