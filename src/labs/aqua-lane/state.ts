import { mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { LogEntry } from '#src/labs/lab.ts';
import type { AquaLane, Box, Call, Message, Move } from './scenario.ts';

/** Hours count from arrival: before it they are negative. */
export interface CallRun {
  /** Indices of the call and of its message, and the order of the message’s answers. */
  readonly call: number;
  readonly message: number;
  readonly order: readonly number[];
  readonly clock: number;
  /** For each condition: ticked as met? Null: not checked yet. */
  readonly checked: readonly boolean[] | null;
  readonly requests: readonly Request[];
  /** How the vessel arrived; null: it has not. */
  readonly way: 'approved' | Exclude<Move, 'send' | 'wait'> | null;
  /** For each thing that could start: did it? Null: not asked, or not asked yet. */
  readonly started: readonly boolean[] | null;
  /** Index of the answer to the message. */
  readonly answered: number | null;
  /** Boxes that left the terminal. */
  readonly gone: readonly Gone[];
  /** Boxes that stayed at the gate once although they were released. */
  readonly kept: readonly number[];
  readonly lost: number;
}

export interface Request {
  readonly at: number;
  readonly answer: keyof AquaLane['answers'];
}

export interface Gone {
  readonly box: number;
  readonly at: number;
  readonly isReleased: boolean;
}

export interface State {
  /** One for each call; those after the one on the desk are as they were drawn. */
  readonly runs: readonly CallRun[];
  /** What happened. */
  readonly told: readonly LogEntry[];
}

/** What is to be decided about a call; undefined where nothing is. */
export type Phase = 'check' | 'ask' | 'start' | 'message' | 'gate';

export function phaseOf(scenario: AquaLane, run: CallRun): Phase | undefined {
  if (run.checked === null) return 'check';
  if (run.way === null) return 'ask';
  if (run.way === 'approved' && run.started === null) return 'start';
  if (run.answered === null) return 'message';
  return boxesOn(scenario, run).length > 0 ? 'gate' : undefined;
}

/** The call on the desk; undefined once all are done. */
export function onDesk(scenario: AquaLane, state: State): CallRun | undefined {
  return state.runs.find((run) => phaseOf(scenario, run) !== undefined);
}

export function callOf({ calls }: AquaLane, run: CallRun): Call {
  return calls[run.call] as Call;
}

export function messageOf({ messages }: AquaLane, run: CallRun): Message {
  return messages[run.message] as Message;
}

/** Indices of the boxes that are still at the terminal. */
export function boxesOn(scenario: AquaLane, run: CallRun): readonly number[] {
  return callOf(scenario, run)
    .boxes.map((_, index) => index)
    .filter((index) => !run.gone.some(({ box }) => box === index));
}

export function isReleased({ released }: Pick<Box, 'released'>, clock: number): boolean {
  return clock >= released;
}

/** What the file says of each condition at this hour. */
export function factsAt({ conditions }: AquaLane, { facts }: Call, clock: number) {
  return conditions.map((condition) => {
    const fact = facts.find((one) => one.condition === condition.id);
    const isMended = fact?.mended !== undefined && -clock <= fact.mended.hours;
    return {
      condition,
      text: (isMended ? fact.mended?.text : fact?.text) ?? '',
      isMet: isMended || fact?.met === true,
    };
  });
}

/** Will the call meet all conditions before the request is due? */
export function canQualify(scenario: AquaLane, call: Call): boolean {
  return factsAt(scenario, call, -scenario.hours.ahead).every(({ isMet }) => isMet);
}

function kindOf(scenario: AquaLane, call: Call): keyof AquaLane['draws'] {
  if (!canQualify(scenario, call)) return 'unfit';
  return factsAt(scenario, call, -call.opens).every(({ isMet }) => isMet) ? 'ready' : 'mendable';
}

export function drawRuns(scenario: AquaLane, seed: number): readonly CallRun[] {
  const { calls, draws, messages } = scenario;
  const order = shuffledOrder(calls.length, mixSeed(seed, 1));
  const drawn = (['ready', 'mendable', 'unfit'] as const).flatMap((kind) =>
    order.filter((index) => kindOf(scenario, calls[index] as Call) === kind).slice(0, draws[kind]),
  );
  const mail = shuffledOrder(messages.length, mixSeed(seed, 2));
  return shuffledOrder(drawn.length, mixSeed(seed, 3)).map((index, place) => {
    const call = drawn[index] as number;
    const message = mail[place % mail.length] as number;
    return {
      call,
      message,
      order: shuffledOrder(messages[message]?.options.length ?? 0, mixSeed(seed, 4, place)),
      clock: -(calls[call]?.opens ?? 0),
      checked: null,
      requests: [],
      way: null,
      started: null,
      answered: null,
      gone: [],
      kept: [],
      lost: 0,
    };
  });
}
