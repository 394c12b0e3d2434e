import { chance, mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel } from '#src/labs/lab.ts';
import { debriefOf, scoreOf, stepsOf } from '#src/labs/marks.ts';
import { calendarStart, choose } from './calendar.ts';
import { businessDaysAfter, dayOf } from './days.ts';
import { answer, finish, obtain } from './importer.ts';
import { canBeDetained, isSuspect, judge, lookUp } from './lots.ts';
import type { Detention } from './scenario.ts';
import { phaseOf, rightDay, type Decision, type State } from './state.ts';

function start(scenario: Detention, seed: number): State {
  const { lots, draws, starts, endings } = scenario;
  const order = shuffledOrder(lots.length, seed);
  const fits = (index: number) => !!lots[index] && canBeDetained(scenario, lots[index]);
  const followed = order.find(fits) ?? 0;
  const drawn = [followed, ...order.filter((index) => index !== followed)].slice(0, draws);
  const next = chance(mixSeed(seed, 1));
  const draw = (length: number) => Math.floor(next() * length);
  const monday = dayOf(starts[draw(starts.length)] ?? '');
  const presented = businessDaysAfter(monday - 1, 1 + draw(3));
  const detained = businessDaysAfter(presented, 1 + draw(2));
  const noticed = businessDaysAfter(detained, 2 + draw(3));
  const received = businessDaysAfter(noticed, 1 + draw(2));
  return {
    lots: order.filter((index) => drawn.includes(index)).map((lot) => ({ lot, isLookedUp: false })),
    followed,
    days: { presented, detained, noticed, received },
    asked: 0,
    today: received,
    papers: [],
    isAnswered: false,
    endings: shuffledOrder(endings.length, mixSeed(seed, 2)),
    marks: [],
    entries: [],
  };
}

function decide(scenario: Detention, state: State, decision: Decision): State | undefined {
  switch (phaseOf(scenario, state)) {
    case 'lots':
      if (decision.type === 'look-up') return lookUp(scenario, state, decision.place);
      if (decision.type === 'detain') return judge(scenario, state, decision.place, 'detained');
      if (decision.type === 'let-go') return judge(scenario, state, decision.place, 'gone');
      return undefined;
    case 'days':
      return decision.type === 'day' ? choose(scenario, state, decision.offset) : undefined;
    case 'papers':
      if (decision.type === 'paper') return obtain(scenario, state, decision.paper);
      return decision.type === 'answer' ? answer(scenario, state) : undefined;
    case 'ending':
      return decision.type === 'ending' ? finish(scenario, state, decision.ending) : undefined;
    case 'over':
      return undefined;
  }
}

function expert(scenario: Detention, state: State): Decision | undefined {
  switch (phaseOf(scenario, state)) {
    case 'lots': {
      const place = state.lots.findIndex(({ verdict }) => !verdict);
      const judged = state.lots[place];
      const lot = judged && scenario.lots[judged.lot];
      if (!lot || !isSuspect(scenario, lot)) return { type: 'let-go', place };
      if (!judged.isLookedUp) return { type: 'look-up', place };
      return { type: lot.isRecorded ? 'detain' : 'let-go', place };
    }
    case 'days': {
      const question = scenario.questions[state.asked];
      const day = question ? rightDay(question, state) : 0;
      return { type: 'day', offset: day - calendarStart(state) };
    }
    case 'papers': {
      if (state.papers.some((paper) => scenario.papers[paper]?.isProof)) return { type: 'answer' };
      const [soonest] = [...scenario.papers.entries()]
        .filter(([, { isProof }]) => isProof)
        .sort(([, a], [, b]) => a.days - b.days);
      return soonest ? { type: 'paper', paper: soonest[0] } : { type: 'answer' };
    }
    case 'ending':
      return { type: 'ending', ending: scenario.endings.findIndex(({ right }) => right) };
    case 'over':
      return undefined;
  }
}

/** A code is the kind of the decision, a hundred each, and what it is about. */
const KINDS = ['look-up', 'detain', 'let-go', 'day', 'paper', 'answer', 'ending'] as const;
const ROOM = 100;

function subjectOf(decision: Decision): number {
  if ('place' in decision) return decision.place;
  if ('offset' in decision) return decision.offset;
  if ('paper' in decision) return decision.paper;
  return 'ending' in decision ? decision.ending : 0;
}

function decode(code: number): Decision | undefined {
  const type = KINDS[Math.floor(code / ROOM)];
  const subject = code % ROOM;
  switch (type) {
    case 'look-up':
    case 'detain':
    case 'let-go':
      return { type, place: subject };
    case 'day':
      return { type, offset: subject };
    case 'paper':
      return { type, paper: subject };
    case 'answer':
      return subject === 0 ? { type } : undefined;
    case 'ending':
      return { type, ending: subject };
    case undefined:
      return undefined;
  }
}

export const model: LabModel<Detention, State, Decision> = {
  start,
  decide,
  isOver: (scenario, state) => phaseOf(scenario, state) === 'over',
  score: (_, { marks }) => scoreOf(marks),
  log: (_, { entries }) => entries,
  debrief: (_, { marks }) => debriefOf(marks),
  steps: (_, { marks }) => stepsOf(marks),
  expert,
  encode: (_, decision) => KINDS.indexOf(decision.type) * ROOM + subjectOf(decision),
  decode: (_, code) => decode(code),
};
