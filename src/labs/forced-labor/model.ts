import { shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel } from '#src/labs/lab.ts';
import { debriefOf, scoreOf, stepsOf, type Mark } from '#src/labs/marks.ts';
import { decisivePapers, isInformed, refusalOf } from './judging.ts';
import { MOST_PAPERS, ROUTES, type Case, type ForcedLabor, type Route } from './scenario.ts';
import {
  canExtend,
  capital,
  caseOnDesk,
  lastDay,
  maskOf,
  noted,
  noticed,
  papersAtHand,
  papersOf,
  type Decision,
  type State,
} from './state.ts';

function ask(scenario: ForcedLabor, state: State, number: number): State | undefined {
  const one = caseOnDesk(scenario, state);
  const found = one && papersOf(one)[number];
  if (!found || state.asked.includes(number)) return undefined;
  const { paper, link } = found;
  const day = state.day + paper.days;
  const next = { ...state, day, asked: [...state.asked, number] };
  const told = noted(next, 'plain', `${capital(link.label)}. ${paper.text}: ${paper.shows}`);
  return !state.excluded && day > lastDay(scenario, state) ? lapsed(scenario, told) : told;
}

/** Nothing came in time: the law takes silence for an exclusion. */
function lapsed(scenario: ForcedLabor, state: State): State {
  const { day, deadline } = state;
  const late = { ...state, day: Math.max(day, deadline) };
  return excluded(scenario, noted(late, 'bad', scenario.outcomes.silent), 'silent');
}

/** The goods are excluded; what is left is a protest. */
function excluded(scenario: ForcedLabor, state: State, why: State['excluded']): State {
  const deadline = state.day + scenario.clock.protest;
  const next = { ...state, deadline, excluded: why };
  return noted(next, 'plain', scenario.again.replace('{day}', `day ${deadline}`));
}

function extend(scenario: ForcedLabor, state: State): State | undefined {
  if (!caseOnDesk(scenario, state) || !canExtend(scenario, state)) return undefined;
  const { extensions, deadline } = state;
  const next = {
    ...state,
    extensions: extensions + 1,
    deadline: deadline + scenario.clock.extension,
  };
  const text = scenario.extended.replace('{day}', `day ${lastDay(scenario, next)}`);
  return noted(next, 'plain', text);
}

function answer(
  scenario: ForcedLabor,
  state: State,
  route: Route,
  mask: number,
): State | undefined {
  const one = caseOnDesk(scenario, state);
  if (!one) return undefined;
  const file = papersAtHand(one, state).filter(({ number }) => (mask & (2 ** number)) !== 0);
  if (mask !== maskOf(file)) return undefined;
  if (route === 'export') return leave(scenario, state, one);
  const { routes, refusals, outcomes } = scenario;
  const sent = `You send: ${routes[route].label}.`;
  const refusal = refusalOf(one, route, file);
  if (!refusal) {
    const outcome = route === 'exception' ? outcomes.granted : outcomes.released;
    return close(scenario, noted(state, 'good', `${sent} ${outcome}`), { one, route, proof: FULL });
  }
  const why = refusals[refusal.why].replace('{link}', refusal.link?.label ?? '');
  const next = noted(state, 'bad', `${sent} ${why}`);
  if (state.excluded)
    return close(scenario, noted(next, 'plain', outcomes.denied), { one, route, proof: 0 });
  return excluded(scenario, { ...next, refused: route }, 'refused');
}

/** Full marks of a step; what comes on protest, or without looking, has half of them. */
const FULL = 1;
const HALF = 0.5;

/** The importer gives up the entry and exports the goods. */
function leave(scenario: ForcedLabor, state: State, one: Case): State {
  const { exported, blind, wasted } = scenario.outcomes;
  const end = (next: State, proof: number) =>
    close(scenario, next, { one, route: 'export', proof });
  if (one.fits !== 'export') return end(noted(state, 'bad', wasted), 0);
  if (!isInformed(one, state)) return end(noted(state, 'bad', blind), HALF);
  return end(noted(state, state.excluded ? 'plain' : 'good', exported), FULL);
}

/** How a case ended. */
interface Ending {
  readonly one: Case;
  /** Of the last answer. */
  readonly route: Route;
  /** Share that this answer’s proof earned. */
  readonly proof: number;
}

/** The case is closed by its last answer. */
function close(scenario: ForcedLabor, state: State, ending: Ending): State {
  return {
    ...state,
    ...noticed(scenario),
    place: state.place + 1,
    marks: [...state.marks, ...marksOf(scenario, state, ending)],
  };
}

function marksOf(scenario: ForcedLabor, state: State, { one, route, proof }: Ending): Mark[] {
  const { routes, rules, clock } = scenario;
  const { refused, excluded: exclusion, day } = state;
  const first = refused ?? route;
  const when = exclusion ? 'on protest' : 'at once';
  const ends = route === 'export' ? 'exported' : proof > 0 ? `released ${when}` : 'excluded';
  const isSilent = exclusion === 'silent';
  return [
    {
      step: `${one.id}_route`,
      share: first === one.fits ? FULL : route === one.fits ? HALF : 0,
      did: `${one.goods}. Your first route: ${routes[first].label}.`,
      expert: `${routes[one.fits].label}. ${one.because}`,
      rule: rules.route,
    },
    {
      step: `${one.id}_proof`,
      share: exclusion ? proof * HALF : proof,
      did: `${one.goods}: ${ends}.`,
      expert: one.proof,
      rule: rules.proof,
    },
    {
      step: `${one.id}_clock`,
      share: isSilent ? 0 : FULL,
      did: isSilent
        ? `${one.goods}: CBP heard nothing before the last day.`
        : `${one.goods}: CBP heard from you in time. The case closed on day ${day}.`,
      expert: clock.because,
      rule: rules.clock,
    },
  ];
}

/** Codes: first the papers to ask for, then the answers by route, each with its papers; then more time. */
const ANSWERS_FROM = MOST_PAPERS;
const FILES = 2 ** MOST_PAPERS;
const EXTEND = ANSWERS_FROM + ROUTES.length * FILES;

export const model: LabModel<ForcedLabor, State, Decision> = {
  start: (scenario, seed) => ({
    ...noticed(scenario),
    drawn: shuffledOrder(scenario.cases.length, seed).slice(0, scenario.draws),
    place: 0,
    marks: [],
    entries: [],
  }),
  decide(scenario, state, decision) {
    switch (decision.type) {
      case 'ask':
        return ask(scenario, state, decision.paper);
      case 'extend':
        return extend(scenario, state);
      case 'answer':
        return answer(scenario, state, decision.route, decision.papers);
    }
  },
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
    if (missing) {
      const isTight = state.day + missing.paper.days > lastDay(scenario, state);
      if (isTight && canExtend(scenario, state)) return { type: 'extend' };
      return { type: 'ask', paper: missing.number };
    }
    return {
      type: 'answer',
      route: one.fits,
      papers: one.fits === 'export' ? 0 : maskOf(decisive),
    };
  },
  encode(_, decision) {
    if (decision.type === 'ask') return decision.paper;
    if (decision.type === 'extend') return EXTEND;
    return ANSWERS_FROM + ROUTES.indexOf(decision.route) * FILES + decision.papers;
  },
  decode(_, code) {
    if (code < ANSWERS_FROM) return { type: 'ask', paper: code };
    if (code === EXTEND) return { type: 'extend' };
    const place = code - ANSWERS_FROM;
    const route = ROUTES[Math.floor(place / FILES)];
    return route && { type: 'answer', route, papers: place % FILES };
  },
};
