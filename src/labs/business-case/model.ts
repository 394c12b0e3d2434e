import { mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { DebriefPoint, LabModel, LogEntry } from '#src/labs/lab.ts';
import { shareOfRight } from '#src/labs/share-of-right.ts';
import { figuresOf, fill, lanesOf, millions, mostSaved, stepsToSpend } from './figures.ts';
import type { BusinessCase, Line, Slot } from './scenario.ts';

/** Options, lanes and lines are named by their index; a sum is in $100,000. */
export type Decision =
  | { readonly read: readonly number[] }
  | { readonly leave: true }
  | { readonly fund: number }
  | { readonly back: number }
  | { readonly settle: true }
  | { readonly sum: number }
  | { readonly say: boolean };

export interface State {
  readonly seed: number;
  readonly taken: readonly Decision[];
}

export const PHASES = ['wording', 'funding', 'sum', 'lines'] as const;
export type Phase = (typeof PHASES)[number] | 'over';

/** The run so far. */
export interface Run {
  readonly phase: Phase;
  /** Options chosen for each reading. */
  readonly readings: readonly (readonly number[])[];
  /** Steps funded in each lane. */
  readonly funded: readonly number[];
  readonly sum: number | undefined;
  readonly said: readonly boolean[];
}

export function runOf(scenario: BusinessCase, { taken }: State): Run {
  const readings = taken.flatMap((one) => ('read' in one ? [one.read] : []));
  const funded = scenario.funding.lanes.map((_, lane) =>
    taken.reduce((steps, one) => {
      if ('fund' in one && one.fund === lane) return steps + 1;
      return 'back' in one && one.back === lane ? steps - 1 : steps;
    }, 0),
  );
  const sum = taken.flatMap((one) => ('sum' in one ? [one.sum] : []))[0];
  const said = taken.flatMap((one) => ('say' in one ? [one.say] : []));
  return { phase: phaseOf(scenario, taken, readings), readings, funded, sum, said };
}

function phaseOf(
  scenario: BusinessCase,
  taken: readonly Decision[],
  readings: readonly (readonly number[])[],
): Phase {
  const { wording, lines } = scenario;
  const isHeard = readings.length >= wording.readings || isSound(wording.slots, readings.at(-1));
  if (!isHeard && !taken.some((one) => 'leave' in one)) return 'wording';
  if (!taken.some((one) => 'settle' in one)) return 'funding';
  if (!taken.some((one) => 'sum' in one)) return 'sum';
  const said = taken.filter((one) => 'say' in one).length;
  return said < Math.min(lines.draws, lines.all.length) ? 'lines' : 'over';
}

/** Does every blank hold words that stand up to an audit? */
function isSound(slots: readonly Slot[], chosen: readonly number[] | undefined): boolean {
  return chosen !== undefined && slots.every(({ options }, at) => options[chosen[at] ?? -1]?.right);
}

/** Where the codes of each sort of decision begin. */
const CODES = { leave: 1, settle: 2, say: 10, fund: 100, back: 200, read: 10_000, sum: 100_000 };
/** The highest sum that can be written down, in $100,000. */
export const MOST_SUM = 900_000;
/** At most so many options a blank. */
const BASE = 5;

/** The lines of this run, in order. */
export function linesOf({ lines }: BusinessCase, { seed }: State): readonly Line[] {
  return shuffledOrder(lines.all.length, mixSeed(seed, 3))
    .slice(0, lines.draws)
    .flatMap((index) => lines.all[index] ?? []);
}

/** In which order the options of a blank are shown. */
export function optionOrder({ options }: Slot, { seed }: State, at: number): readonly number[] {
  return shuffledOrder(options.length, mixSeed(seed, 4, at));
}

/** The sentence that the chosen options make. */
export function sentenceOf({ wording }: BusinessCase, chosen: readonly number[]): string {
  return wording.slots.map(({ options }, at) => options[chosen[at] ?? -1]?.text ?? '…').join(' ');
}

function isPossible(scenario: BusinessCase, state: State, decision: Decision): boolean {
  const { phase, readings, funded } = runOf(scenario, state);
  const { slots } = scenario.wording;
  if ('read' in decision) {
    const isFilled = slots.every(({ options }, at) => options[decision.read[at] ?? -1]);
    return phase === 'wording' && isFilled && decision.read.length === slots.length;
  }
  if ('leave' in decision) return phase === 'wording' && readings.length > 0;
  if ('sum' in decision) return phase === 'sum' && decision.sum >= 0 && decision.sum <= MOST_SUM;
  if ('say' in decision) return phase === 'lines';
  if (phase !== 'funding') return false;
  const left = stepsToSpend(scenario, state.seed, funded);
  if ('settle' in decision) return left === 0;
  if ('back' in decision) return (funded[decision.back] ?? 0) > 0;
  const lane = lanesOf(scenario, state.seed)[decision.fund];
  return left > 0 && (funded[decision.fund] ?? 0) < (lane?.next.length ?? 0);
}

/** What a decision brought; `before` are those taken earlier. */
function entriesOf(scenario: BusinessCase, state: State, before: number): LogEntry[] {
  const decision = state.taken[before];
  const earlier = { ...state, taken: state.taken.slice(0, before) };
  const run = runOf(scenario, { ...state, taken: state.taken.slice(0, before + 1) });
  if (!decision) return [];
  if ('read' in decision) return audit(scenario, decision.read);
  if ('leave' in decision) return [{ text: scenario.wording.left, tone: 'bad' }];
  if ('fund' in decision || 'back' in decision) {
    return [{ text: budgetLine(scenario, state, run, decision), tone: 'plain' }];
  }
  if ('settle' in decision) return [plan(scenario, state, run)];
  if ('sum' in decision) return [check(scenario, state, run)];
  const line = linesOf(scenario, state)[runOf(scenario, earlier).said.length];
  if (!line) return [];
  const told = decision.say ? scenario.lines.said : scenario.lines.skipped;
  const isRight = line.holds === decision.say;
  return [{ text: `${told} ${line.why}`, tone: isRight ? 'good' : 'bad' }];
}

function audit({ wording }: BusinessCase, chosen: readonly number[]): LogEntry[] {
  if (isSound(wording.slots, chosen)) return [{ text: wording.passes, tone: 'good' }];
  return wording.slots.flatMap(({ label, options }, at) => {
    const option = options[chosen[at] ?? -1];
    if (!option || option.right) return [];
    return [{ text: `${label}: “${option.text}” ${option.comment}`, tone: 'bad' as const }];
  });
}

function budgetLine(
  scenario: BusinessCase,
  { seed }: State,
  { funded }: Run,
  decision: { readonly fund: number } | { readonly back: number },
): string {
  const index = 'fund' in decision ? decision.fund : decision.back;
  const { lanes, step, spent } = scenario.funding;
  return fill(spent, {
    lane: lanes[index]?.label ?? '',
    given: millions((funded[index] ?? 0) * step),
    left: millions(stepsToSpend(scenario, seed, funded) * step),
  });
}

function plan(scenario: BusinessCase, { seed }: State, { funded }: Run): LogEntry {
  const { best, less } = scenario.funding;
  const figures = figuresOf(scenario, seed, funded);
  const isBest = figures.amounts.saved === mostSaved(scenario, seed);
  return { text: fill(isBest ? best : less, figures.words), tone: isBest ? 'good' : 'bad' };
}

function check(scenario: BusinessCase, { seed }: State, { funded, sum }: Run): LogEntry {
  const figures = figuresOf(scenario, seed, funded);
  const { right, all, wrong } = scenario.sum;
  const { claimed, allClaimed } = figures.amounts;
  if (sum === claimed) return { text: fill(right, figures.words), tone: 'good' };
  return { text: fill(sum === allClaimed ? all : wrong, figures.words), tone: 'bad' };
}

function debriefOfWording({ wording, rule }: BusinessCase, { readings }: Run): DebriefPoint[] {
  return wording.slots.map(({ label, options, why }, at) => {
    const option = options[readings[0]?.[at] ?? -1];
    return {
      right: option?.right === true,
      did: `${label}, at first reading: “${option?.text ?? ''}”`,
      expert: why,
      rule,
    };
  });
}

function debriefOfLines(scenario: BusinessCase, state: State, run: Run): DebriefPoint[] {
  const figures = figuresOf(scenario, state.seed, run.funded);
  const { said, skipped } = scenario.lines;
  return linesOf(scenario, state).map(({ text, holds, why }, at) => ({
    right: run.said[at] === holds,
    did: `“${fill(text, figures.words)}” ${run.said[at] ? said : skipped}`,
    expert: why,
  }));
}

export const model: LabModel<BusinessCase, State, Decision> = {
  start: (_, seed) => ({ seed, taken: [] }),
  decide(scenario, state, decision) {
    if (!isPossible(scenario, state, decision)) return undefined;
    return { ...state, taken: [...state.taken, decision] };
  },
  isOver: (scenario, state) => runOf(scenario, state).phase === 'over',
  score: (scenario, state) => shareOfRight(model.debrief(scenario, state)),
  log: (scenario, state) => state.taken.flatMap((_, before) => entriesOf(scenario, state, before)),
  debrief(scenario, state) {
    const run = runOf(scenario, state);
    const spent = plan(scenario, state, run);
    const sum = check(scenario, state, run);
    return [
      ...debriefOfWording(scenario, run),
      { right: spent.tone === 'good', did: spent.text, expert: scenario.funding.why },
      { right: sum.tone === 'good', did: sum.text, expert: scenario.sum.why, rule: scenario.rule },
      ...debriefOfLines(scenario, state, run),
    ];
  },
  steps(scenario, state) {
    const run = runOf(scenario, state);
    const lines = linesOf(scenario, state);
    return [
      ['readings', String(run.readings.length)] as const,
      ...scenario.funding.lanes.map(({ id }, at) => [id, `steps_${run.funded[at] ?? 0}`] as const),
      ['sum', String(run.sum ?? 0)] as const,
      ...lines.map(({ id }, at) => [id, run.said[at] ? 'said' : 'left_out'] as const),
    ];
  },
  expert(scenario, state) {
    const run = runOf(scenario, state);
    if (run.phase === 'over') return undefined;
    if (run.phase === 'wording') {
      const read = scenario.wording.slots.map(({ options }) =>
        options.findIndex(({ right }) => right),
      );
      return { read };
    }
    if (run.phase === 'lines') {
      return { say: linesOf(scenario, state)[run.said.length]?.holds ?? false };
    }
    const { seed } = state;
    if (run.phase === 'sum') return { sum: figuresOf(scenario, seed, run.funded).amounts.claimed };
    if (stepsToSpend(scenario, seed, run.funded) === 0) return { settle: true };
    const nexts = lanesOf(scenario, seed).map(({ next }, at) => next[run.funded[at] ?? 0] ?? -1);
    return { fund: nexts.indexOf(Math.max(...nexts)) };
  },
  encode(_, decision) {
    if ('read' in decision) {
      return CODES.read + decision.read.reduce((code, option) => code * BASE + option, 0);
    }
    if ('fund' in decision) return CODES.fund + decision.fund;
    if ('back' in decision) return CODES.back + decision.back;
    if ('sum' in decision) return CODES.sum + decision.sum;
    if ('say' in decision) return CODES.say + Number(decision.say);
    return 'leave' in decision ? CODES.leave : CODES.settle;
  },
  decode({ wording, funding }, code) {
    if (code === CODES.leave) return { leave: true };
    if (code === CODES.settle) return { settle: true };
    if (code === CODES.say || code === CODES.say + 1) return { say: code > CODES.say };
    if (funding.lanes[code - CODES.fund]) return { fund: code - CODES.fund };
    if (funding.lanes[code - CODES.back]) return { back: code - CODES.back };
    if (code >= CODES.sum) return { sum: code - CODES.sum };
    const read = code - CODES.read;
    if (read < 0 || read >= BASE ** wording.slots.length) return undefined;
    const places = wording.slots.map((_, at) => BASE ** (wording.slots.length - 1 - at));
    return { read: places.map((place) => Math.floor(read / place) % BASE) };
  },
};
