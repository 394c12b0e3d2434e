import { mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { LogEntry } from '#src/labs/lab.ts';
import type { Mark } from '#src/labs/marks.ts';
import type { Flag, Shipment, SingleWindow, Trouble } from './scenario.ts';

/** What an agency that was asked has answered so far. */
export interface Thread {
  /** Index of the agency; `CUSTOMS` for CBP itself. */
  readonly agency: number;
  /** waiting: its next answer is on its way. open: it waits for the filer. */
  readonly status: 'waiting' | 'open' | 'satisfied';
  /** When its next answer comes, in working minutes of the run. */
  readonly due: number;
  /** The entry had no data for it. */
  readonly isMissing: boolean;
  /** It keeps CBP from releasing, until it answers again. */
  readonly isStopping: boolean;
  /** How many of its troubles are settled. */
  readonly settled: number;
  /** Numbers of the options tried in vain on the open trouble. */
  readonly tried: readonly number[];
}

/** How far a shipment has come. */
export interface Journey {
  /** Empty until the entry is filed. */
  readonly threads: readonly Thread[];
  /** A truck came before CBP’s release, and waits at the gate. */
  readonly isAtGate: boolean;
  /** The goods are off the terminal. */
  readonly isFetched: boolean;
  /** CBP had released the goods, and somebody else’s answer was waited for. */
  readonly isLate: boolean;
  /** The goods went out too early, and were ordered back. */
  readonly isRecalled: boolean;
}

export interface State extends Journey {
  readonly seed: number;
  /** Indices of the shipments of this run, in their order. */
  readonly drawn: readonly number[];
  /** Place of the shipment on the desk. */
  readonly place: number;
  /** Working minutes since the run began. */
  readonly clock: number;
  readonly marks: readonly Mark[];
  readonly entries: readonly LogEntry[];
}

export type Decision =
  | { readonly type: 'wait' }
  /** Sends the truck to the terminal. */
  | { readonly type: 'truck' }
  /** Sends the goods on to the customer. */
  | { readonly type: 'deliver' }
  /** Files the entry with data for the agencies whose bits are set. */
  | { readonly type: 'file'; readonly agencies: number }
  /** Deals with the open trouble of an agency, by an option or, numbered after them, a shortcut. */
  | { readonly type: 'answer'; readonly agency: number; readonly option: number };

/** Stands for CBP among the agencies. */
export const CUSTOMS = -1;

/** What an agency may answer, and whether it keeps CBP from releasing. */
export const ANSWERS = {
  rejected: { label: 'Data rejected', stops: true },
  refused: { label: 'Prior notice refused', stops: true },
  exam: { label: 'Intensive exam', stops: true },
  intact: { label: 'Hold intact', stops: false },
} as const;

export const NOT_BEGUN: Journey = {
  threads: [],
  isAtGate: false,
  isFetched: false,
  isLate: false,
  isRecalled: false,
};

export function shipmentOnDesk({ shipments }: SingleWindow, state: State): Shipment | undefined {
  return shipments[state.drawn[state.place] ?? -1];
}

export function agencyName({ agencies, customs }: SingleWindow, agency: number): string {
  return (agencies[agency] ?? customs).label;
}

export function isFiled({ threads }: State): boolean {
  return threads.length > 0;
}

/** Has CBP, for its own part, released the goods? */
export function isReleased({ threads }: State): boolean {
  return threads.some(({ agency, status }) => agency === CUSTOMS && status === 'satisfied');
}

/** Has the one message of the whole government come? */
export function mayProceed({ threads }: State): boolean {
  return threads.length > 0 && threads.every(({ status }) => status === 'satisfied');
}

/** Does an agency keep CBP from releasing? */
export function isBlocked(scenario: SingleWindow, state: State): boolean {
  const shipment = shipmentOnDesk(scenario, state);
  return state.threads.some(({ agency, status, isStopping }) => {
    const isFirst = shipment && flagOf(scenario, shipment, agency)?.first === true;
    return isStopping || (isFirst && status !== 'satisfied');
  });
}

/** Those whose answer is on its way. */
export function comingThreads(scenario: SingleWindow, state: State): readonly Thread[] {
  const isHeldUp = isBlocked(scenario, state);
  return state.threads.filter(
    ({ agency, status }) => status === 'waiting' && !(agency === CUSTOMS && isHeldUp),
  );
}

/** Can a truck be called that is not known to be futile? */
export function canCallTruck(state: State): boolean {
  return isFiled(state) && !state.isFetched && !state.isAtGate;
}

/** Can the goods be sent on, and is that not known to be too early? */
export function canDeliver(state: State): boolean {
  return state.isFetched && (mayProceed(state) || !state.isRecalled);
}

export function named(text: string, agency: string): string {
  return text.replaceAll('{agency}', agency);
}

export function flagOf(
  scenario: SingleWindow,
  shipment: Shipment,
  agency: number,
): Flag | undefined {
  return shipment.flags.find((flag) => flag.agency === scenario.agencies[agency]?.id);
}

/** What the agency objects to now; undefined where nothing is open. */
export function openTrouble(
  scenario: SingleWindow,
  state: State,
  thread: Thread,
): Trouble | undefined {
  const shipment = shipmentOnDesk(scenario, state);
  if (thread.status !== 'open' || !shipment) return undefined;
  const own = flagOf(scenario, shipment, thread.agency)?.troubles[thread.settled];
  return thread.isMissing ? scenario.missing : own;
}

/** What can be done about a trouble: its own options, then the shortcuts. */
export function movesFor(scenario: SingleWindow, trouble: Trouble): Trouble['options'] {
  return [...trouble.options, ...scenario.shortcuts];
}

/** A choice on the screen, by the number that its decision carries. */
export interface Choice {
  readonly option: number;
  readonly text: string;
  readonly isTried: boolean;
}

/** All that can be done about a trouble, in an order of this run. */
export function choices(
  scenario: SingleWindow,
  state: State,
  thread: Thread,
  trouble: Trouble,
): readonly Choice[] {
  const moves = movesFor(scenario, trouble);
  const seed = mixSeed(state.seed, state.place, thread.agency, thread.settled);
  return shuffledOrder(moves.length, seed).map((option) => ({
    option,
    text: named(moves[option]?.text ?? '', agencyName(scenario, thread.agency)),
    isTried: thread.tried.includes(option),
  }));
}

/** The open troubles, each with whose it is. */
export function openThreads(scenario: SingleWindow, state: State) {
  return state.threads.flatMap((thread) => {
    const trouble = openTrouble(scenario, state, thread);
    return trouble ? [{ thread, trouble }] : [];
  });
}

const DAY_BEGINS = 8 * 60;
const DAY_LASTS = 10 * 60;

/** A moment of the run as day and time; only working hours pass. */
export function moment(clock: number): string {
  const minutes = DAY_BEGINS + (clock % DAY_LASTS);
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `Day ${Math.floor(clock / DAY_LASTS) + 1}, ${pad(minutes / 60)}:${pad(minutes % 60)}`;
}

export function noted(state: State, tone: LogEntry['tone'], text: string): State {
  const entry = { text: `${moment(state.clock)}. ${text}`, tone };
  return { ...state, entries: [...state.entries, entry] };
}

export function marked(scenario: SingleWindow, state: State, mark: Mark): State {
  const shipment = shipmentOnDesk(scenario, state)?.id ?? '';
  return { ...state, marks: [...state.marks, { ...mark, step: `${shipment}_${mark.step}` }] };
}

export function withThread(state: State, thread: Thread): State {
  const threads = state.threads.map((one) => (one.agency === thread.agency ? thread : one));
  return { ...state, threads };
}
