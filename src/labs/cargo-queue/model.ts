import type { LabModel } from '#src/labs/lab.ts';
import {
  advance,
  EMPTY,
  POSTS,
  tripFromNow,
  type Crossing,
  type Lane,
  type Post,
} from './crossing.ts';
import { fitsJointLane, type CargoQueue } from './scenario.ts';
import {
  ANSWERS,
  arrivals,
  bestPosts,
  drawRun,
  openedPort,
  phaseOf,
  type Answer,
  type Choice,
  type Sample,
  type State,
} from './state.ts';
import { routed, tellChoice, tellDebrief, tellTime } from './telling.ts';

export type { State } from './state.ts';

export type Decision =
  /** The lanes of the loads that arrive, in order, and where the third team works. */
  | { readonly kind: 'plan'; readonly joint: readonly boolean[]; readonly post: Post }
  | { readonly kind: 'doubt'; readonly answer: Answer }
  /** Index of the sentence in its report. */
  | { readonly kind: 'report'; readonly sentence: number };

/** How much each decision counts beside a load in its lane, which counts 1. */
const WEIGHTS = { post: 2, doubt: 2, report: 3 } as const;
/** Decisions of one kind have codes in a range of their own; a plan begins with a 1 bit. */
const DOUBT_CODES = 10_000;
const REPORT_CODES = 20_000;
/** Minutes from one point of the chart to the next. */
const SAMPLING = 5;

function sampleOf(scenario: CargoQueue, crossing: Crossing): Sample {
  return { clock: crossing.clock, ...tripFromNow(scenario, crossing) };
}

/** Time passes until there is something to decide; after the last plan, until the port is empty. */
function passTime(scenario: CargoQueue, state: State, crossing: Crossing): State {
  const turns = state.choices.filter(({ kind }) => kind === 'plan').length;
  const end = turns * scenario.minutes;
  const samples = [...state.samples];
  const sample = (now: Crossing) => {
    if (now.clock % SAMPLING === 0 && now.clock <= end) samples.push(sampleOf(scenario, now));
  };
  const isLast = turns === state.draw.loads.length;
  const arrived = advance(scenario, crossing, isLast ? EMPTY : end, sample);
  const next = { ...state, crossing: arrived, samples };
  return { ...next, told: [...state.told, ...tellTime(scenario, state.crossing, next)] };
}

function withChoice(scenario: CargoQueue, state: State, choice: Choice): State {
  const told = [...state.told, ...tellChoice(scenario, state, choice)];
  return { ...state, choices: [...state.choices, choice], told };
}

function decidePlan(
  scenario: CargoQueue,
  state: State,
  turn: number,
  { joint, post }: Extract<Decision, { kind: 'plan' }>,
): State {
  const lanes = joint.map((isJoint): Lane => (isJoint ? 'joint' : 'regular'));
  const best = bestPosts(scenario, state.crossing);
  const chosen = withChoice(scenario, state, { kind: 'plan', turn, lanes, post, best });
  const trucks = [...state.crossing.trucks, ...arrivals(scenario, state.draw, turn, lanes)];
  return passTime(scenario, chosen, { ...state.crossing, post, trucks });
}

function decideDoubt(
  scenario: CargoQueue,
  state: State,
  { truck, load }: { truck: number; load: number },
  answer: Answer,
): State {
  const chosen = withChoice(scenario, state, { kind: 'doubt', load, answer });
  const afterBooth = ({ dock: 'dock', release: 'out', back: 'mexico' } as const)[answer];
  const trucks = state.crossing.trucks.map((one, index) =>
    index === truck ? { ...one, afterBooth, isHeld: one.isHeld && answer !== 'release' } : one,
  );
  return passTime(scenario, chosen, { ...state.crossing, trucks });
}

/** Points won and points there were. */
function points(scenario: CargoQueue, state: State, choice: Choice): readonly [number, number] {
  if (choice.kind === 'plan') {
    const all = routed(scenario, state, choice);
    const won = all.filter(({ isRight }) => isRight).length;
    const isHelpful = choice.best.includes(choice.post);
    return [won + (isHelpful ? WEIGHTS.post : 0), all.length + WEIGHTS.post];
  }
  const weight = WEIGHTS[choice.kind];
  const isRight =
    choice.kind === 'doubt'
      ? choice.answer === 'dock'
      : scenario.reports[choice.report]?.options[choice.sentence]?.right;
  return [isRight ? weight : 0, weight];
}

function stepOf(scenario: CargoQueue, choice: Choice): readonly [string, string] {
  if (choice.kind === 'plan') {
    const lanes = choice.lanes.map((lane) => lane.slice(0, 1)).join('');
    return [`turn_${choice.turn + 1}`, `${lanes}_${choice.post}`];
  }
  if (choice.kind === 'doubt') return [scenario.loads[choice.load]?.id ?? 'load', choice.answer];
  const report = scenario.reports[choice.report];
  return [report?.id ?? 'report', report?.options[choice.sentence]?.id ?? 'sentence'];
}

export const model: LabModel<CargoQueue, State, Decision> = {
  start(scenario, seed) {
    const draw = drawRun(scenario, seed);
    // Without time passing: who stands first in line is taken in.
    const crossing = advance(scenario, openedPort(scenario, seed), 0, () => undefined);
    const samples = [sampleOf(scenario, crossing)];
    return { draw, crossing, choices: [], samples, told: [] };
  },
  decide(scenario, state, decision) {
    const phase = phaseOf(state);
    if (phase?.kind === 'plan' && decision.kind === 'plan') {
      const fits = decision.joint.length === phase.loads.length;
      return fits ? decidePlan(scenario, state, phase.turn, decision) : undefined;
    }
    if (phase?.kind === 'doubt' && decision.kind === 'doubt')
      return decideDoubt(scenario, state, phase, decision.answer);
    if (phase?.kind !== 'report' || decision.kind !== 'report') return undefined;
    const { report, sentences } = phase;
    if (!sentences.includes(decision.sentence)) return undefined;
    return withChoice(scenario, state, { ...decision, report });
  },
  isOver: (_, state) => phaseOf(state) === undefined,
  score(scenario, state) {
    const all = state.choices.map((choice) => points(scenario, state, choice));
    const sum = (side: 0 | 1) => all.reduce((total, pair) => total + pair[side], 0);
    return sum(0) / Math.max(1, sum(1));
  },
  log: (_, { told }) => told,
  debrief: tellDebrief,
  steps: (scenario, state) => state.choices.map((choice) => stepOf(scenario, choice)),
  expert(scenario, state) {
    const phase = phaseOf(state);
    if (phase?.kind === 'plan') {
      const joint = phase.loads.map((index) => {
        const load = scenario.loads[index];
        return load !== undefined && fitsJointLane(load);
      });
      const [post = 'booth'] = bestPosts(scenario, state.crossing);
      return { kind: 'plan', joint, post };
    }
    if (phase?.kind === 'doubt') return { kind: 'doubt', answer: 'dock' };
    const options = phase && scenario.reports[phase.report]?.options;
    return options && { kind: 'report', sentence: options.findIndex(({ right }) => right) };
  },
  encode(_, decision) {
    if (decision.kind === 'doubt') return DOUBT_CODES + ANSWERS.indexOf(decision.answer);
    if (decision.kind === 'report') return REPORT_CODES + decision.sentence;
    const bits = [true, decision.post === 'dock', ...decision.joint];
    return bits.reduce((code, bit) => code * 2 + Number(bit), 0);
  },
  decode({ reports }, code) {
    if (code >= REPORT_CODES) {
      const sentence = code - REPORT_CODES;
      const isOne = reports.some(({ options }) => options[sentence]);
      return isOne ? { kind: 'report', sentence } : undefined;
    }
    if (code >= DOUBT_CODES) {
      const answer = ANSWERS[code - DOUBT_CODES];
      return answer && { kind: 'doubt', answer };
    }
    // The first digit marks where the bits begin, the second is the post.
    const [first, second, ...joint] = code.toString(2);
    if (first !== '1' || second === undefined) return undefined;
    const post = POSTS[Number(second)] ?? 'booth';
    return { kind: 'plan', joint: joint.map((bit) => bit === '1'), post };
  },
};
