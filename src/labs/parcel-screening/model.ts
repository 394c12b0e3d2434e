import { chance, shuffledOrder } from '#src/course/shuffle.ts';
import type { DebriefPoint, LabModel, LogEntry } from '#src/labs/lab.ts';
import type { Answer, Kind, Parcel, ParcelScreening, Pass } from './scenario.ts';

export interface State {
  /** The parcels of this run in their order: which kind, and which parcel of that kind. */
  readonly line: readonly { readonly kind: number; readonly parcel: number }[];
  /** For each pass begun: the answers given so far, by their index in that pass. */
  readonly given: readonly (readonly number[])[];
}

/** Answers the parcel on the desk, or begins the next pass. */
export type Decision = { readonly answer: number } | 'begin';

/** What became of a parcel in a pass: the two wrong ways are to miss, and to hold for nothing. */
export type Verdict = 'right' | 'wrong-way' | 'missed' | 'false-alarm';

/** A parcel that was decided on. */
export interface Decided {
  readonly kind: Kind;
  readonly parcel: Parcel;
  readonly answer: Answer;
  readonly right: Answer;
  readonly outcome: Kind['outcomes'][number];
  readonly verdict: Verdict;
}

/** Half of the marks is for the question of risk, half for the way. */
const CREDIT: Readonly<Record<Verdict, number>> = {
  right: 1,
  'wrong-way': 0.5,
  missed: 0,
  'false-alarm': 0,
};

/** The pass under way, by its number from 0. */
export function passNumber({ given }: State): number {
  return given.length - 1;
}

export function passUnderWay({ passes }: ParcelScreening, state: State): Pass | undefined {
  return passes[passNumber(state)];
}

/** The parcels of the run, in the order in which they come. */
export function parcelsInLine({ kinds }: ParcelScreening, line: State['line']): readonly Parcel[] {
  return line.flatMap(({ kind, parcel }) => kinds[kind]?.parcels[parcel] ?? []);
}

/** The parcel to decide on; undefined at the end of a pass. */
export function parcelOnDesk(scenario: ParcelScreening, state: State): Parcel | undefined {
  return parcelsInLine(scenario, state.line)[state.given.at(-1)?.length ?? 0];
}

/** Is a pass over, and another one to begin? */
export function isBetween(scenario: ParcelScreening, state: State): boolean {
  return !parcelOnDesk(scenario, state) && state.given.length < scenario.passes.length;
}

function judge(answer: Answer, right: Answer): Verdict {
  if (answer === right) return 'right';
  if (answer.holds === right.holds) return 'wrong-way';
  return right.holds ? 'missed' : 'false-alarm';
}

/** What was decided in a pass so far, in order. */
export function decidedIn(scenario: ParcelScreening, state: State, pass: number): Decided[] {
  const answers = scenario.passes[pass]?.answers ?? [];
  return (state.given[pass] ?? []).flatMap((index, place) => {
    const drawn = state.line[place];
    const kind = scenario.kinds[drawn?.kind ?? -1];
    const parcel = kind?.parcels[drawn?.parcel ?? -1];
    const outcome = kind?.outcomes[pass];
    const answer = answers[index];
    const right = answers.find(({ id }) => id === outcome?.right);
    if (!kind || !parcel || !outcome || !answer || !right) return [];
    return [{ kind, parcel, answer, right, outcome, verdict: judge(answer, right) }];
  });
}

/** What follows, told in words. */
export function consequence({ outcome, answer, verdict, parcel }: Decided): string {
  const wrong = answer.holds ? outcome.held : outcome.letGo;
  return `${verdict === 'right' ? outcome.because : wrong} ${parcel.inside}`;
}

/** All that was decided, pass by pass. */
function allDecided(scenario: ParcelScreening, state: State): Decided[][] {
  return state.given.map((_, pass) => decidedIn(scenario, state, pass));
}

/** One parcel in all passes, for the debrief. */
function parcelPoint({ passes }: ParcelScreening, decided: readonly Decided[]): DebriefPoint {
  const [first] = decided;
  const told = (text: (one: Decided) => string) =>
    decided.map((one, pass) => `${passes[pass]?.title ?? ''}: ${text(one)}`).join(' ');
  return {
    right: decided.every(({ verdict }) => verdict === 'right'),
    did: `${first?.parcel.contents ?? ''}, ${first?.parcel.value ?? ''}. ${told(({ answer }) => `${answer.label}.`)}`,
    expert: told(({ right, outcome }) => `${right.label}. ${outcome.because}`),
    rule: first?.kind.rule,
  };
}

export const model: LabModel<ParcelScreening, State, Decision> = {
  start({ kinds }, seed) {
    const next = chance(seed);
    const drawn = kinds.map(({ parcels }) => Math.floor(next() * parcels.length));
    const order = shuffledOrder(kinds.length, seed);
    return { line: order.map((kind) => ({ kind, parcel: drawn[kind] ?? 0 })), given: [[]] };
  },
  decide(scenario, state, decision) {
    if (decision === 'begin') {
      return isBetween(scenario, state) ? { ...state, given: [...state.given, []] } : undefined;
    }
    const isPossible =
      parcelOnDesk(scenario, state) && passUnderWay(scenario, state)?.answers[decision.answer];
    if (!isPossible) return undefined;
    const now = state.given.at(-1) ?? [];
    return { ...state, given: [...state.given.slice(0, -1), [...now, decision.answer]] };
  },
  isOver: (scenario, state) => !parcelOnDesk(scenario, state) && !isBetween(scenario, state),
  score(scenario, state) {
    const all = allDecided(scenario, state).flat();
    const marks = all.reduce((sum, { verdict }) => sum + CREDIT[verdict], 0);
    return marks / Math.max(1, state.line.length * scenario.passes.length);
  },
  log: (scenario, state) =>
    allDecided(scenario, state).flatMap((decided, pass) => [
      ...(pass > 0 ? [beginning(scenario.passes[pass])] : []),
      ...decided.map((one): LogEntry => ({
        text: `${one.parcel.contents}: ${one.answer.label}. ${consequence(one)}`,
        tone: one.verdict === 'right' ? 'good' : 'bad',
      })),
    ]),
  debrief(scenario, state) {
    const all = allDecided(scenario, state);
    return state.line.map((_, place) =>
      parcelPoint(
        scenario,
        all.flatMap((decided) => decided[place] ?? []),
      ),
    );
  },
  steps: (scenario, state) =>
    allDecided(scenario, state).flatMap((decided, pass) =>
      decided.map(
        ({ kind, answer }) => [`${scenario.passes[pass]?.id ?? ''}_${kind.id}`, answer.id] as const,
      ),
    ),
  expert(scenario, state) {
    if (isBetween(scenario, state)) return 'begin';
    const drawn = state.line[state.given.at(-1)?.length ?? 0];
    const right = scenario.kinds[drawn?.kind ?? -1]?.outcomes[passNumber(state)]?.right;
    const answer = passUnderWay(scenario, state)?.answers.findIndex(({ id }) => id === right) ?? -1;
    return answer < 0 ? undefined : { answer };
  },
  encode: (_, decision) => (decision === 'begin' ? 0 : decision.answer + 1),
  decode({ passes }, code) {
    if (code === 0) return 'begin';
    const isKnown = passes.some(({ answers }) => answers[code - 1]);
    return isKnown ? { answer: code - 1 } : undefined;
  },
};

function beginning(pass: Pass | undefined): LogEntry {
  return { text: `${pass?.title ?? ''}. ${pass?.opening ?? ''}`, tone: 'plain' };
}
