import { shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel, LogEntry } from '#src/labs/lab.ts';
import { debriefOf, scoreOf, stepsOf, type Mark } from '#src/labs/marks.ts';
import {
  MOST_PAPERS,
  ROUTES,
  type Case,
  type ForcedLabor,
  type Link,
  type Paper,
  type Route,
} from './scenario.ts';

export interface State {
  /** Indices of the cases of this run, in their order. */
  readonly drawn: readonly number[];
  /** Place of the case on the desk. */
  readonly place: number;
  /** Numbers of the papers asked for in this case, in order. */
  readonly asked: readonly number[];
  /** The first answer in this case, where CBP was not persuaded. */
  readonly refused?: Route | undefined;
  readonly marks: readonly Mark[];
  readonly entries: readonly LogEntry[];
}

export type Decision =
  /** Asks a link for a paper. */
  | { readonly type: 'ask'; readonly paper: number }
  /** Answers CBP by a route, with the papers whose bits are set. */
  | { readonly type: 'answer'; readonly route: Route; readonly papers: number };

export function caseOnDesk({ cases }: ForcedLabor, { drawn, place }: State): Case | undefined {
  return cases[drawn[place] ?? -1];
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

/** How well a link is known by now. */
export function standingOf(link: Link, one: Case, state: State): 'unknown' | 'traced' | 'reached' {
  const own = papersAtHand(one, state).filter((paper) => paper.link === link);
  if (own.some(({ paper }) => paper.reaches)) return 'reached';
  return own.some(({ paper }) => paper.kind === 'trace') ? 'traced' : 'unknown';
}

type Refusal = keyof ForcedLabor['refusals'];

/** Why an answer does not persuade CBP; undefined where it does. */
function refusalOf(
  one: Case,
  route: Exclude<Route, 'export'>,
  file: readonly Numbered[],
): { readonly why: Refusal; readonly link?: Link } | undefined {
  const has = (kind: Paper['kind']) => file.some(({ paper }) => paper.kind === kind);
  const all = papersOf(one);
  if (route === 'both' || (route === 'scope' && has('conduct'))) return { why: 'mixed' };
  if (file.every(({ paper }) => paper.kind === 'claim')) return { why: 'letter' };
  if (route === 'exception') {
    if (one.fits === 'scope') return { why: 'conceded' };
    const evidence = all.filter(({ paper }) => paper.kind === 'conduct');
    const isClear = evidence.length > 0 && evidence.every((piece) => holds(file, piece));
    return isClear && !has('stray') ? undefined : { why: 'unclear' };
  }
  const reached = all.find(({ paper }) => paper.reaches);
  if (reached) return { why: 'reached', link: reached.link };
  const stray = file.find(({ paper }) => paper.kind === 'stray');
  if (stray) return { why: 'stray', link: stray.link };
  const gap = one.links.find(
    (link) => !file.some((piece) => piece.link === link && piece.paper.kind === 'trace'),
  );
  return gap && { why: 'gap', link: gap };
}

function holds(file: readonly Numbered[], { number }: Numbered): boolean {
  return file.some((piece) => piece.number === number);
}

function noted(state: State, tone: LogEntry['tone'], text: string): State {
  return { ...state, entries: [...state.entries, { text, tone }] };
}

function ask(scenario: ForcedLabor, state: State, number: number): State | undefined {
  const one = caseOnDesk(scenario, state);
  const found = one && papersOf(one)[number];
  if (!found || state.asked.includes(number)) return undefined;
  const { paper, link } = found;
  const next = { ...state, asked: [...state.asked, number] };
  return noted(next, 'plain', `${capital(link.label)}. ${paper.text}: ${paper.shows}`);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Did the importer see that the Act reaches the goods, and that proof was refused? */
function isInformed(one: Case, { asked }: State): boolean {
  const seen = papersOf(one).filter(({ number }) => asked.includes(number));
  const isReached = seen.some(({ paper }) => paper.reaches);
  return isReached && seen.some(({ paper }) => paper.kind === 'refused');
}

/** What an expert asks for in a case. */
function decisivePapers(one: Case): readonly Numbered[] {
  const isDecisive = ({ paper: { kind, reaches } }: Numbered) =>
    one.fits === 'scope'
      ? kind === 'trace'
      : reaches === true || kind === (one.fits === 'export' ? 'refused' : 'conduct');
  return papersOf(one).filter(isDecisive);
}

function answer(
  scenario: ForcedLabor,
  state: State,
  route: Route,
  mask: number,
): State | undefined {
  const one = caseOnDesk(scenario, state);
  if (!one) return undefined;
  const hand = papersAtHand(one, state);
  const file = hand.filter(({ number }) => (mask & (2 ** number)) !== 0);
  if (mask !== maskOf(file)) return undefined;
  if (route === 'export') return leave(scenario, state, one);
  const sent = `You answer: ${scenario.routes[route].label}.`;
  const refusal = refusalOf(one, route, file);
  if (!refusal) {
    const next = noted(state, 'good', `${sent} ${scenario.outcomes.released}`);
    return close(scenario, next, one, route, FULL);
  }
  const why = scenario.refusals[refusal.why].replace('{link}', refusal.link?.label ?? '');
  const next = noted(state, 'bad', `${sent} ${why}`);
  if (!state.refused) return { ...noted(next, 'plain', scenario.again), refused: route };
  return close(scenario, noted(next, 'bad', scenario.outcomes.excluded), one, route, 0);
}

/** Full marks of a step; what comes at the second try has half of them. */
const FULL = 1;
const HALF = 0.5;

/** The importer gives up the entry and exports the goods. */
function leave(scenario: ForcedLabor, state: State, one: Case): State {
  const { exported, blind, wasted } = scenario.outcomes;
  if (one.fits !== 'export') return close(scenario, noted(state, 'bad', wasted), one, 'export', 0);
  if (!isInformed(one, state))
    return close(scenario, noted(state, 'bad', blind), one, 'export', HALF);
  return close(scenario, noted(state, 'good', exported), one, 'export', FULL);
}

/** The case is closed by its last answer, which earned a share for its proof. */
function close(scenario: ForcedLabor, state: State, one: Case, route: Route, proof: number): State {
  const { refused, marks } = state;
  const first = refused ?? route;
  const { routes, rules } = scenario;
  const tries = refused ? 'at the second try' : 'at once';
  const ends = route === 'export' ? 'exported' : proof > 0 ? `released ${tries}` : 'excluded';
  const closing: Mark[] = [
    {
      step: `${one.id}_route`,
      share: first === one.fits ? FULL : route === one.fits ? HALF : 0,
      did: `${one.goods}. Your first route: ${routes[first].label}.`,
      expert: `${routes[one.fits].label}. ${one.because}`,
      rule: rules.route,
    },
    {
      step: `${one.id}_proof`,
      share: refused ? proof * HALF : proof,
      did: `${one.goods}: ${ends}.`,
      expert: one.proof,
      rule: rules.proof,
    },
  ];
  return {
    ...state,
    place: state.place + 1,
    asked: [],
    refused: undefined,
    marks: [...marks, ...closing],
  };
}

function maskOf(papers: readonly Numbered[]): number {
  return papers.reduce((mask, { number }) => mask | (2 ** number), 0);
}

/** Codes: first the papers to ask for, then the answers by route, each with its papers. */
const ANSWERS_FROM = MOST_PAPERS;
const FILES = 2 ** MOST_PAPERS;

export const model: LabModel<ForcedLabor, State, Decision> = {
  start: ({ cases, draws }, seed) => ({
    drawn: shuffledOrder(cases.length, seed).slice(0, draws),
    place: 0,
    asked: [],
    refused: undefined,
    marks: [],
    entries: [],
  }),
  decide: (scenario, state, decision) =>
    decision.type === 'ask'
      ? ask(scenario, state, decision.paper)
      : answer(scenario, state, decision.route, decision.papers),
  isOver: (scenario, state) => caseOnDesk(scenario, state) === undefined,
  score: (_, { marks }) => scoreOf(marks),
  log: (_, { entries }) => entries,
  debrief: (_, { marks }) => debriefOf(marks),
  steps: (_, { marks }) => stepsOf(marks),
  expert(scenario, state) {
    const one = caseOnDesk(scenario, state);
    if (!one) return undefined;
    const decisive = decisivePapers(one);
    const missing = decisive.find(({ number }) => !state.asked.includes(number));
    if (missing) return { type: 'ask', paper: missing.number };
    const papers = one.fits === 'export' ? 0 : maskOf(decisive);
    return { type: 'answer', route: one.fits, papers };
  },
  encode: (_, decision) =>
    decision.type === 'ask'
      ? decision.paper
      : ANSWERS_FROM + ROUTES.indexOf(decision.route) * FILES + decision.papers,
  decode(_, code) {
    if (code < ANSWERS_FROM) return { type: 'ask', paper: code };
    const place = code - ANSWERS_FROM;
    const route = ROUTES[Math.floor(place / FILES)];
    return route && { type: 'answer', route, papers: place % FILES };
  },
};
