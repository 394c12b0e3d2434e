import type { LogEntry } from '#src/labs/lab.ts';
import type { Mark } from '#src/labs/marks.ts';
import type { Case, ForcedLabor, Link, Paper, Route } from './scenario.ts';

/** How far a case has come. */
export interface Standing {
  /** Numbers of the papers asked for, in order. */
  readonly asked: readonly number[];
  /** Days since the goods were presented for examination. */
  readonly day: number;
  /** Last day on which CBP may decide; from an exclusion on, the last for a protest. */
  readonly deadline: number;
  /** How often there was more time. */
  readonly extensions: number;
  /** refused: CBP was not persuaded. silent: nothing came in time. */
  readonly excluded?: 'refused' | 'silent' | undefined;
  /** The first answer, where CBP was not persuaded. */
  readonly refused?: Route | undefined;
}

export interface State extends Standing {
  /** Indices of the cases of this run, in their order. */
  readonly drawn: readonly number[];
  /** Place of the case on the desk. */
  readonly place: number;
  readonly marks: readonly Mark[];
  readonly entries: readonly LogEntry[];
}

export type Decision =
  /** Asks a link for a paper. */
  | { readonly type: 'ask'; readonly paper: number }
  /** Asks CBP for more time. */
  | { readonly type: 'extend' }
  /** Answers CBP by a route, with the papers whose bits are set. */
  | { readonly type: 'answer'; readonly route: Route; readonly papers: number };

/** A case at the moment when the notice of detention comes. */
export function noticed({ clock }: ForcedLabor): Standing {
  return {
    asked: [],
    day: clock.notice,
    deadline: clock.decision,
    extensions: 0,
    excluded: undefined,
    refused: undefined,
  };
}

export function caseOnDesk({ cases }: ForcedLabor, { drawn, place }: State): Case | undefined {
  return cases[drawn[place] ?? -1];
}

/** Last day for the request to CBP or, once the goods are excluded, for the protest. */
export function lastDay({ clock }: ForcedLabor, { deadline, excluded }: State): number {
  return excluded ? deadline : deadline - clock.review;
}

export function canExtend({ clock }: ForcedLabor, { extensions, excluded }: State): boolean {
  return !excluded && extensions < clock.extensions;
}

/** A paper of a case, by the number that decisions carry. */
export interface Numbered {
  readonly number: number;
  readonly link: Link;
  readonly paper: Paper;
}

/** All papers that can be asked for, link by link. */
export function papersOf({ links }: Case): readonly Numbered[] {
  return links
    .flatMap((link) => link.papers.map((paper) => ({ link, paper })))
    .map((one, number) => ({ ...one, number }));
}

/** Papers that were asked for and have come. */
export function papersAtHand(one: Case, { asked }: State): readonly Numbered[] {
  return papersOf(one).filter(
    ({ number, paper }) => asked.includes(number) && paper.kind !== 'refused',
  );
}

/** Kinds of papers that show something about their link, for this lot. */
const SHOWING: readonly Paper['kind'][] = ['trace', 'guidance', 'inquiry'];

/** How well a link is known by now. */
export function standingOf(link: Link, one: Case, state: State): 'unknown' | 'shown' | 'reached' {
  const own = papersAtHand(one, state).filter((paper) => paper.link === link);
  if (own.some(({ paper }) => paper.reaches)) return 'reached';
  return own.some(({ paper }) => SHOWING.includes(paper.kind)) ? 'shown' : 'unknown';
}

export function maskOf(papers: readonly Numbered[]): number {
  return papers.reduce((mask, { number }) => mask | (2 ** number), 0);
}

/** How long a paper takes, in words. */
export function inDays({ days }: Paper): string {
  return days === 1 ? '1 day' : `${days} days`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function noted(state: State, tone: LogEntry['tone'], text: string): State {
  return { ...state, entries: [...state.entries, { text: `Day ${state.day}. ${text}`, tone }] };
}
