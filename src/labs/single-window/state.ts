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
  /** How many of its troubles are settled. */
  readonly settled: number;
  /** Numbers of the options tried in vain on the open trouble. */
  readonly tried: readonly number[];
}

export interface State {
  readonly seed: number;
  /** Indices of the shipments of this run, in their order. */
  readonly drawn: readonly number[];
  /** Place of the shipment on the desk. */
  readonly place: number;
  /** Working minutes since the run began. */
  readonly clock: number;
  /** Empty until the entry is filed. */
  readonly threads: readonly Thread[];
  /** A truck came too early, and waits at the gate. */
  readonly isAtGate: boolean;
  readonly marks: readonly Mark[];
  readonly entries: readonly LogEntry[];
}

export type Decision =
  | { readonly type: 'wait' }
  | { readonly type: 'truck' }
  /** Files the entry with data for the agencies whose bits are set. */
  | { readonly type: 'file'; readonly agencies: number }
  /** Deals with the open trouble of an agency, by an option or, numbered after them, a shortcut. */
  | { readonly type: 'answer'; readonly agency: number; readonly option: number };

/** Stands for CBP among the agencies. */
export const CUSTOMS = -1;

export const ANSWERS = { rejected: 'Data rejected', intact: 'Hold intact' } as const;

export function shipmentOnDesk({ shipments }: SingleWindow, state: State): Shipment | undefined {
  return shipments[state.drawn[state.place] ?? -1];
}

export function agencyName({ agencies, customs }: SingleWindow, agency: number): string {
  return (agencies[agency] ?? customs).label;
}

export function isFiled({ threads }: State): boolean {
  return threads.length > 0;
}

export function isReleased({ threads }: State): boolean {
  return threads.length > 0 && threads.every(({ status }) => status === 'satisfied');
}

/** Is an answer on its way? */
export function canWait({ threads }: State): boolean {
  return threads.some(({ status }) => status === 'waiting');
}

/** Will a truck be called for something that is not yet known to be futile? */
export function canCallTruck(state: State): boolean {
  return isReleased(state) || (isFiled(state) && !state.isAtGate);
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
