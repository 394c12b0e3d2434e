import type { LabModel, LogEntry } from '#src/labs/lab.ts';
import type { AquaLane, Move } from './scenario.ts';
import {
  boxesOn,
  callOf,
  canQualify,
  drawRuns,
  factsAt,
  isReleased,
  messageOf,
  onDesk,
  phaseOf,
  type CallRun,
  type Request,
  type State,
} from './state.ts';
import { clockText, hoursText, marks } from './telling.ts';

export type { State } from './state.ts';

export type Decision =
  /** The conditions that are met; what starts; the boxes that leave: a tick for each that there is. */
  | { readonly kind: 'check' | 'start' | 'gate'; readonly ticks: readonly boolean[] }
  | { readonly kind: 'ask'; readonly move: Move }
  /** Index of the answer in its message. */
  | { readonly kind: 'message'; readonly answer: number };

export const MOVES = ['send', 'wait', 'ordinary', 'rely', 'arrive'] as const;
const TICKED = ['check', 'start', 'gate'] as const;
/** Decisions of one kind have codes in a range of their own. */
const RANGE = 1000;
/** Hours until CBP answers, and from arrival until the desk hears of the vessel again. */
const HOUR = 1;

interface Outcome {
  readonly run: CallRun;
  readonly told: readonly LogEntry[];
}

const good = (text: string): LogEntry => ({ text, tone: 'good' });
const bad = (text: string): LogEntry => ({ text, tone: 'bad' });
const plain = (text: string): LogEntry => ({ text, tone: 'plain' });

function check(scenario: AquaLane, run: CallRun, checked: readonly boolean[]): Outcome {
  const count = checked.filter(Boolean).length;
  const { vessel } = callOf(scenario, run);
  const told = plain(`${vessel}: you noted ${count} of ${checked.length} conditions as met.`);
  return { run: { ...run, checked }, told: [told] };
}

/** CBP’s answer to a request that is sent now. */
function answerNow(scenario: AquaLane, run: CallRun): Request['answer'] {
  if (-run.clock < scenario.hours.ahead) return 'late';
  const facts = factsAt(scenario, callOf(scenario, run), run.clock);
  return facts.every(({ isMet }) => isMet) ? 'approved' : 'unmet';
}

/** Without an approval the work waits until officers have boarded. */
function boarded(scenario: AquaLane, run: CallRun, way: 'ordinary' | 'rely' | 'arrive'): Outcome {
  const { hours, moves, missed } = scenario;
  const isMissed = canQualify(scenario, callOf(scenario, run));
  const isWrong = isMissed || way !== 'ordinary';
  const lost = run.lost + (isWrong ? hours.board : 0);
  const text = [moves[way].then, ...(isMissed && way === 'ordinary' ? [missed] : [])].join(' ');
  return {
    run: { ...run, way, clock: hours.board, lost },
    told: [isWrong ? bad(text) : good(text)],
  };
}

function send(scenario: AquaLane, run: CallRun): Outcome {
  const answer = answerNow(scenario, run);
  const requests = [...run.requests, { at: run.clock, answer }];
  const text = `${scenario.moves.send.then} ${scenario.answers[answer]}`;
  if (answer !== 'approved')
    return arrivedOrNot(scenario, { ...run, requests, clock: run.clock + HOUR }, [bad(text)]);
  return { run: { ...run, requests, way: 'approved', clock: 0 }, told: [good(text)] };
}

/** Whoever waits until the vessel is there has an ordinary call. */
function arrivedOrNot(scenario: AquaLane, run: CallRun, told: readonly LogEntry[]): Outcome {
  if (run.clock < 0) return { run, told };
  const arrived = boarded(scenario, run, 'arrive');
  return { run: arrived.run, told: [...told, ...arrived.told] };
}

function wait(scenario: AquaLane, run: CallRun): Outcome {
  const clock = run.clock + scenario.hours.wait;
  const call = callOf(scenario, run);
  const before = factsAt(scenario, call, run.clock);
  const news = factsAt(scenario, call, clock).filter(
    ({ text }, index) => text !== before[index]?.text,
  );
  const now = clock < 0 ? `Now it is ${clockText(clock)}.` : '';
  const text = [scenario.moves.wait.then, now, ...news.map((fact) => fact.text)].join(' ').trim();
  return arrivedOrNot(scenario, { ...run, clock }, [plain(text)]);
}

function ask(scenario: AquaLane, run: CallRun, move: Move): Outcome {
  if (move === 'send') return send(scenario, run);
  if (move === 'wait') return wait(scenario, run);
  return boarded(scenario, run, move);
}

function start({ starts }: AquaLane, run: CallRun, started: readonly boolean[]): Outcome {
  const wrong = starts.filter(({ may }, index) => started[index] !== may);
  const lost = run.lost + wrong.reduce((sum, one) => sum + one.lost, 0);
  const right = starts.filter(({ may }, index) => may && started[index]);
  return {
    run: { ...run, started, lost, clock: run.clock + HOUR },
    told: [
      ...right.map(({ label }) => good(`Under way: ${label}.`)),
      ...wrong.map((one) => bad(one.wrong)),
    ],
  };
}

function answer(scenario: AquaLane, run: CallRun, answered: number): Outcome {
  const chosen = messageOf(scenario, run).options[answered];
  const clock = run.clock + HOUR;
  const told = chosen ? [chosen.right ? good(chosen.then) : bad(chosen.then)] : [];
  return { run: { ...run, answered, clock }, told };
}

/** One box at the gate: what becomes of it, and of the hours. */
function atGate(scenario: AquaLane, { run, told }: Outcome, box: number, leaves: boolean): Outcome {
  const { gate, hours } = scenario;
  const of = callOf(scenario, run).boxes[box];
  if (!of) return { run, told };
  const isFree = isReleased(of, run.clock);
  if (leaves) {
    const gone = [...run.gone, { box, at: run.clock, isReleased: isFree }];
    const lost = run.lost + (isFree ? 0 : hours.back);
    const news = isFree ? good(`${of.id}: released, and gone.`) : bad(`${of.id}: ${gate.early}`);
    return { run: { ...run, gone, lost }, told: [...told, news] };
  }
  if (!isFree) return { run, told };
  const kept = [...run.kept.filter((one) => one !== box), box];
  const news = bad(`${of.id}: ${gate.kept}`);
  return { run: { ...run, kept, lost: run.lost + hours.step }, told: [...told, news] };
}

function gate(scenario: AquaLane, run: CallRun, ticks: readonly boolean[]): Outcome {
  const passed = boxesOn(scenario, run).reduce<Outcome>(
    (so, box, place) => atGate(scenario, so, box, ticks[place] === true),
    { run, told: [] },
  );
  if (phaseOf(scenario, passed.run) === undefined) {
    const { vessel } = callOf(scenario, run);
    const done = plain(`${vessel}: no box of this call is left at the terminal.`);
    return { run: passed.run, told: [...passed.told, done] };
  }
  const clock = run.clock + scenario.hours.step;
  const news = boxesOn(scenario, passed.run).flatMap((box) => {
    const of = callOf(scenario, run).boxes[box];
    const isNew = of && isReleased(of, clock) && !isReleased(of, run.clock);
    return isNew ? [plain(`${of.id}: CBP has released it.`)] : [];
  });
  const later = plain(`${hoursText(scenario.hours.step)} pass.`);
  return { run: { ...passed.run, clock }, told: [...passed.told, later, ...news] };
}

/** Undefined where the decision does not fit what is to be decided. */
function outcome(scenario: AquaLane, run: CallRun, decision: Decision): Outcome | undefined {
  if (phaseOf(scenario, run) !== decision.kind) return undefined;
  if (decision.kind === 'ask') return ask(scenario, run, decision.move);
  if (decision.kind === 'message') {
    const { options } = messageOf(scenario, run);
    return options[decision.answer] ? answer(scenario, run, decision.answer) : undefined;
  }
  const { kind, ticks } = decision;
  if (ticks.length !== ticksWanted(scenario, run, kind)) return undefined;
  return { check, start, gate }[kind](scenario, run, ticks);
}

function ticksWanted(scenario: AquaLane, run: CallRun, kind: (typeof TICKED)[number]): number {
  if (kind === 'check') return scenario.conditions.length;
  return kind === 'start' ? scenario.starts.length : boxesOn(scenario, run).length;
}

function expertAsk(scenario: AquaLane, run: CallRun): Move {
  if (!canQualify(scenario, callOf(scenario, run))) return 'ordinary';
  return answerNow(scenario, run) === 'unmet' ? 'wait' : 'send';
}

export const model: LabModel<AquaLane, State, Decision> = {
  start: (scenario, seed) => ({ runs: drawRuns(scenario, seed), told: [] }),
  decide(scenario, state, decision) {
    const run = onDesk(scenario, state);
    const out = run && outcome(scenario, run, decision);
    if (!out) return undefined;
    return {
      runs: state.runs.map((one) => (one === run ? out.run : one)),
      told: [...state.told, ...out.told],
    };
  },
  isOver: (scenario, state) => onDesk(scenario, state) === undefined,
  score(scenario, state) {
    const all = state.runs.flatMap((run) => marks(scenario, run));
    const full = all.reduce((sum, { weight }) => sum + weight, 0);
    if (all.every(({ credit }) => credit === 1)) return 1;
    return all.reduce((sum, { credit, weight }) => sum + credit * weight, 0) / Math.max(1, full);
  },
  log: (_, { told }) => told,
  debrief: (scenario, state) =>
    state.runs.flatMap((run) =>
      marks(scenario, run).map(({ credit, did, expert, rule }) => {
        return { right: credit === 1, did, expert, rule };
      }),
    ),
  steps: (scenario, state) =>
    state.runs.flatMap((run) =>
      marks(scenario, run).map(({ step, done }) => {
        return [`${callOf(scenario, run).id}_${step}`, done] as const;
      }),
    ),
  expert(scenario, state) {
    const run = onDesk(scenario, state);
    const kind = run && phaseOf(scenario, run);
    if (!run || !kind) return undefined;
    const call = callOf(scenario, run);
    switch (kind) {
      case 'check':
        return { kind, ticks: factsAt(scenario, call, run.clock).map(({ isMet }) => isMet) };
      case 'ask':
        return { kind, move: expertAsk(scenario, run) };
      case 'start':
        return { kind, ticks: scenario.starts.map(({ may }) => may) };
      case 'message':
        return { kind, answer: messageOf(scenario, run).options.findIndex(({ right }) => right) };
      case 'gate': {
        const isFree = (box: number) => isReleased(call.boxes[box] ?? { released: 0 }, run.clock);
        return { kind, ticks: boxesOn(scenario, run).map(isFree) };
      }
    }
  },
  encode(_, decision) {
    if (decision.kind === 'ask') return MOVES.indexOf(decision.move);
    if (decision.kind === 'message') return RANGE + decision.answer;
    // A 1 marks where the ticks begin.
    const ticks = [true, ...decision.ticks].reduce((code, tick) => code * 2 + Number(tick), 0);
    return (2 + TICKED.indexOf(decision.kind)) * RANGE + ticks;
  },
  decode({ messages }, code) {
    const range = Math.floor(code / RANGE);
    const rest = code % RANGE;
    if (range === 0) {
      const move = MOVES[rest];
      return move && { kind: 'ask', move };
    }
    if (range === 1) {
      const isOne = messages.some(({ options }) => options[rest]);
      return isOne ? { kind: 'message', answer: rest } : undefined;
    }
    const kind = TICKED[range - 2];
    if (!kind || rest === 0) return undefined;
    const ticks = Array.from(rest.toString(2).slice(1), (bit) => bit === '1');
    return { kind, ticks };
  },
};
