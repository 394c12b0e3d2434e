import type { LogEntry } from '#src/labs/lab.ts';
import type { Mark } from '#src/labs/marks.ts';
import { businessDaysAfter } from './days.ts';
import type { Detention, Lot, Question } from './scenario.ts';

/** A lot on the table, and what was done about it. */
export interface Judged {
  /** Its index in the scenario. */
  readonly lot: number;
  readonly isLookedUp: boolean;
  readonly verdict?: 'detained' | 'gone';
}

/** Days of the one detention that is followed to its end. */
export interface Days {
  readonly presented: number;
  readonly detained: number;
  readonly noticed: number;
  /** The letter reaches the importer. */
  readonly received: number;
}

export interface State {
  readonly lots: readonly Judged[];
  /** Index of the lot whose detention is followed. */
  readonly followed: number;
  readonly days: Days;
  /** How many questions about days are answered. */
  readonly asked: number;
  readonly today: number;
  /** Indices of the papers in the importer’s file. */
  readonly papers: readonly number[];
  readonly isAnswered: boolean;
  /** How it ended; undefined until then. */
  readonly end?: 'released' | 'seized';
  /** Order of the choices after a seizure. */
  readonly endings: readonly number[];
  readonly marks: readonly Mark[];
  readonly entries: readonly LogEntry[];
}

export type Decision =
  /** About the lot at a place on the table. */
  | { readonly type: 'look-up' | 'detain' | 'let-go'; readonly place: number }
  /** A day of the calendar, counted from its first. */
  | { readonly type: 'day'; readonly offset: number }
  | { readonly type: 'paper'; readonly paper: number }
  | { readonly type: 'answer' }
  | { readonly type: 'ending'; readonly ending: number };

export type Phase = 'lots' | 'days' | 'papers' | 'ending' | 'over';

export function phaseOf({ questions }: Detention, state: State): Phase {
  if (state.lots.some(({ verdict }) => !verdict)) return 'lots';
  if (state.asked < questions.length) return 'days';
  if (!state.isAnswered) return 'papers';
  return state.end ? 'over' : 'ending';
}

export function followedLot({ lots }: Detention, { followed }: State): Lot | undefined {
  return lots[followed];
}

/** The day that a question asks for. */
export function rightDay({ from, days, isBusiness }: Question, state: Pick<State, 'days'>): number {
  const first = state.days[from];
  return isBusiness ? businessDaysAfter(first, days) : first + days;
}

/** The right day of one of the scenario’s questions. */
export function dayOfQuestion({ questions }: Detention, state: State, id: string): number {
  const question = questions.find((one) => one.id === id);
  return question ? rightDay(question, state) : state.today;
}

/** The importer’s last day. */
export function lastDay(scenario: Detention, state: State): number {
  return dayOfQuestion(scenario, state, scenario.answerBy);
}

/** The state with one more line of what happened. */
export function noted(state: State, tone: LogEntry['tone'], text: string): State {
  return { ...state, entries: [...state.entries, { text, tone }] };
}

export function marked(state: State, mark: Mark): State {
  return { ...state, marks: [...state.marks, mark] };
}
