import { mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel, LogEntry } from '#src/labs/lab.ts';
import { debriefOf, scoreOf, stepsOf, type Mark } from '#src/labs/marks.ts';
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

/** Room for the options of one agency in the code of a decision. */
const OPTIONS = 20;

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

function named(text: string, agency: string): string {
  return text.replaceAll('{agency}', agency);
}

function flagOf(scenario: SingleWindow, shipment: Shipment, agency: number): Flag | undefined {
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

function noted(state: State, tone: LogEntry['tone'], text: string): State {
  const entry = { text: `${moment(state.clock)}. ${text}`, tone };
  return { ...state, entries: [...state.entries, entry] };
}

function marked(scenario: SingleWindow, state: State, mark: Mark): State {
  const shipment = shipmentOnDesk(scenario, state)?.id ?? '';
  return { ...state, marks: [...state.marks, { ...mark, step: `${shipment}_${mark.step}` }] };
}

const LIST = new Intl.ListFormat('en-US');

function file(scenario: SingleWindow, state: State, mask: number): State {
  const shipment = shipmentOnDesk(scenario, state);
  if (!shipment) return state;
  const clock = state.clock + scenario.minutes.file;
  const isIn = (agency: number) => (mask & (2 ** agency)) !== 0;
  const all = scenario.agencies.map(({ label }, index) => ({
    index,
    label,
    flag: flagOf(scenario, shipment, index),
  }));
  const own = { status: 'waiting', settled: 0, tried: [] } as const;
  const asked = all.flatMap(({ index, flag }): Thread[] =>
    flag ? [{ ...own, agency: index, due: clock + flag.after, isMissing: !isIn(index) }] : [],
  );
  const cbp = { ...own, agency: CUSTOMS, due: clock + shipment.customs, isMissing: false };
  const labels = (which: typeof all) => LIST.format(which.map(({ label }) => label));
  const filed = all.filter(({ index }) => isIn(index));
  const extra = filed.filter(({ flag }) => !flag);
  const lacks = asked.some(({ isMissing }) => isMissing);
  let next: State = { ...state, clock, threads: [cbp, ...asked], isAtGate: false };
  const receivers = labels([
    { index: CUSTOMS, label: scenario.customs.label, flag: undefined },
    ...filed,
  ]);
  next = noted(next, 'plain', scenario.filed.replaceAll('{agencies}', receivers));
  for (const { label } of extra) next = noted(next, 'bad', named(scenario.uncalled, label));
  const right = all.filter(({ flag }) => flag);
  const rule = shipment.flags.flatMap((flag) => flag.rule ?? []).join('; ');
  return marked(scenario, next, {
    step: 'file',
    share: lacks ? 0 : extra.length > 0 ? 0.5 : 1,
    did: `${shipment.goods}: filed with data for ${receivers}.`,
    expert: `${labels(right)}. ${shipment.flags.map(({ because }) => because).join(' ')}`,
    ...(rule && { rule }),
  });
}

export const ANSWERS = { rejected: 'Data rejected', intact: 'Hold intact' } as const;

/** Time passes until the next answer, which comes in. */
function wait(scenario: SingleWindow, state: State): State {
  const due = Math.min(
    ...state.threads.filter(({ status }) => status === 'waiting').map((thread) => thread.due),
  );
  const clock = Math.max(state.clock, due);
  let next: State = { ...state, clock };
  for (const thread of state.threads) {
    if (thread.status !== 'waiting' || thread.due > clock) continue;
    const name = agencyName(scenario, thread.agency);
    const arrived: Thread = { ...thread, status: 'open' };
    const trouble = openTrouble(scenario, state, arrived);
    next = withThread(next, trouble ? arrived : { ...thread, status: 'satisfied' });
    next = trouble
      ? noted(next, 'bad', `${name}: ${ANSWERS[trouble.answer]}. ${named(trouble.message, name)}`)
      : noted(next, 'good', `${name}: May proceed.`);
  }
  return isReleased(next) ? noted(next, 'good', scenario.released) : next;
}

function withThread(state: State, thread: Thread): State {
  const threads = state.threads.map((one) => (one.agency === thread.agency ? thread : one));
  return { ...state, threads };
}

/** Share of full marks for settling a trouble, by how often it went wrong before. */
const SHARES = [1, 0.5];

/** What can be done about a trouble: its own options, then the shortcuts. */
function movesFor(scenario: SingleWindow, trouble: Trouble): Trouble['options'] {
  return [...trouble.options, ...scenario.shortcuts];
}

function answer(
  scenario: SingleWindow,
  state: State,
  { agency, option }: Extract<Decision, { type: 'answer' }>,
): State | undefined {
  const thread = state.threads.find((one) => one.agency === agency);
  const trouble = thread && openTrouble(scenario, state, thread);
  const move = trouble && movesFor(scenario, trouble)[option];
  if (!move || thread.tried.includes(option)) return undefined;
  const isRight = move.right === true;
  const { minutes } = scenario;
  const clock = state.clock + (isRight ? minutes.answer : minutes.detour);
  const name = agencyName(scenario, agency);
  const text = named(`${move.text}. ${move.then}`, name);
  const next = noted({ ...state, clock }, isRight ? 'good' : 'bad', text);
  if (!isRight) return withThread(next, { ...thread, tried: [...thread.tried, option] });
  return settle(scenario, next, thread, trouble, move.text);
}

/** The agency looks again; what the filer did about its trouble is marked. */
function settle(
  scenario: SingleWindow,
  state: State,
  thread: Thread,
  trouble: Trouble,
  remedy: string,
): State {
  const shipment = shipmentOnDesk(scenario, state);
  const name = agencyName(scenario, thread.agency);
  const { tried, isMissing } = thread;
  const [first] = tried;
  const settled = withThread(state, {
    ...thread,
    status: 'waiting',
    due: state.clock + ((shipment && flagOf(scenario, shipment, thread.agency)?.after) ?? 0),
    isMissing: false,
    settled: thread.settled + (isMissing ? 0 : 1),
    tried: [],
  });
  // An entry without the agency’s data has its mark already.
  if (isMissing && first === undefined) return settled;
  const chosen = first === undefined ? remedy : movesFor(scenario, trouble)[first]?.text;
  const why = first === undefined ? trouble.because : `${remedy}. ${trouble.because}`;
  const subject = `${shipment?.goods ?? ''}, ${name}, ${ANSWERS[trouble.answer].toLowerCase()}`;
  return marked(scenario, settled, {
    step: 'answer',
    share: SHARES[tried.length] ?? 0,
    did: named(`${subject}. Your first move: ${chosen ?? ''}.`, name),
    expert: named(why, name),
  });
}

function truck(scenario: SingleWindow, state: State): State {
  const goods = shipmentOnDesk(scenario, state)?.goods ?? '';
  if (!isReleased(state)) {
    const clock = state.clock + scenario.minutes.gate;
    return noted({ ...state, clock, isAtGate: true }, 'bad', scenario.early);
  }
  const gone = marked(scenario, noted(state, 'good', scenario.gone), {
    step: 'release',
    share: state.isAtGate ? 0 : 1,
    did: `${goods}: ${state.isAtGate ? 'the truck came before the release.' : 'the truck came after the release.'}`,
    expert: scenario.waited,
    rule: scenario.releaseRule,
  });
  return { ...gone, place: state.place + 1, threads: [], isAtGate: false };
}

/** The right filing of the shipment on the desk. */
function rightMask(scenario: SingleWindow, shipment: Shipment): number {
  return scenario.agencies.reduce(
    (mask, _, index) => (flagOf(scenario, shipment, index) ? mask | (2 ** index) : mask),
    0,
  );
}

/** Codes: 0 wait, 1 truck, then all filings, then all answers. */
const FILINGS_FROM = 2;
const answersFrom = ({ agencies }: SingleWindow) => FILINGS_FROM + 2 ** agencies.length;

export const model: LabModel<SingleWindow, State, Decision> = {
  start: ({ shipments, draws }, seed) => ({
    seed,
    drawn: shuffledOrder(shipments.length, seed).slice(0, draws),
    place: 0,
    clock: 0,
    threads: [],
    isAtGate: false,
    marks: [],
    entries: [],
  }),
  decide(scenario, state, decision) {
    if (!shipmentOnDesk(scenario, state)) return undefined;
    switch (decision.type) {
      case 'file':
        return isFiled(state) ? undefined : file(scenario, state, decision.agencies);
      case 'wait':
        return canWait(state) ? wait(scenario, state) : undefined;
      case 'answer':
        return answer(scenario, state, decision);
      case 'truck':
        return canCallTruck(state) ? truck(scenario, state) : undefined;
    }
  },
  isOver: (scenario, state) => shipmentOnDesk(scenario, state) === undefined,
  score: (_, { marks }) => scoreOf(marks),
  log: (_, { entries }) => entries,
  debrief: (_, { marks }) => debriefOf(marks),
  steps: (_, { marks }) => stepsOf(marks),
  expert(scenario, state) {
    const shipment = shipmentOnDesk(scenario, state);
    if (!shipment) return undefined;
    if (!isFiled(state)) return { type: 'file', agencies: rightMask(scenario, shipment) };
    const [open] = openThreads(scenario, state);
    if (!open) return { type: canWait(state) ? 'wait' : 'truck' };
    const option = open.trouble.options.findIndex(({ right }) => right);
    return { type: 'answer', agency: open.thread.agency, option };
  },
  encode(scenario, decision) {
    if (decision.type === 'wait') return 0;
    if (decision.type === 'truck') return 1;
    if (decision.type === 'file') return FILINGS_FROM + decision.agencies;
    return answersFrom(scenario) + decision.agency * OPTIONS + decision.option;
  },
  decode(scenario, code) {
    if (code < FILINGS_FROM) return { type: code === 0 ? 'wait' : 'truck' };
    const place = code - answersFrom(scenario);
    if (place < 0) return { type: 'file', agencies: code - FILINGS_FROM };
    const agency = Math.floor(place / OPTIONS);
    if (!scenario.agencies[agency]) return undefined;
    return { type: 'answer', agency, option: place % OPTIONS };
  },
};
