import { chance, mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel, LogEntry } from '#src/labs/lab.ts';
import { debriefOf, scoreOf, stepsOf, type Mark } from '#src/labs/marks.ts';
import { businessDaysAfter, dayName, dayOf, weekday } from './days.ts';
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

export const CALENDAR_DAYS = 42;

/** The Monday on which the calendar begins. */
export function calendarStart({ days }: State): number {
  return days.presented - weekday(days.presented);
}

export function isSuspect({ least }: Detention, { signs }: Lot): boolean {
  return signs.filter(({ odd }) => odd).length >= least;
}

function canBeDetained(scenario: Detention, lot: Lot): boolean {
  return lot.isRecorded && isSuspect(scenario, lot);
}

export function followedLot({ lots }: Detention, { followed }: State): Lot | undefined {
  return lots[followed];
}

/** The day that a question asks for. */
export function rightDay({ from, days, isBusiness }: Question, state: State): number {
  const first = state.days[from];
  return isBusiness ? businessDaysAfter(first, days) : first + days;
}

function dayOfQuestion({ questions }: Detention, state: State, id: string): number {
  const question = questions.find((one) => one.id === id);
  return question ? rightDay(question, state) : state.today;
}

/** The importer’s last day. */
export function lastDay(scenario: Detention, state: State): number {
  return dayOfQuestion(scenario, state, scenario.answerBy);
}

/** What the calendar marks. */
export interface Event {
  readonly day: number;
  readonly label: string;
}

/** What is known by now, in order of time. The day of the notice is known once it is due. */
export function eventsSoFar({ events, questions }: Detention, state: State): readonly Event[] {
  const { presented, detained, noticed } = state.days;
  const known = [
    { day: presented, label: events.presented },
    { day: detained, label: events.detained },
    ...(state.asked > 0 ? [{ day: noticed, label: events.noticed }] : []),
    ...questions.slice(0, state.asked).map((question) => ({
      day: rightDay(question, state),
      label: question.label,
    })),
  ];
  return known.sort((a, b) => a.day - b.day);
}

/** The business days that the calendar numbers: after `from`, up to and with `until`. */
export function numberedDays(scenario: Detention, state: State) {
  const { questions, answerBy } = scenario;
  const asked =
    phaseOf(scenario, state) === 'days'
      ? questions[state.asked - 1]
      : questions.find(({ id }) => id === answerBy);
  if (!asked?.isBusiness) return undefined;
  return { from: state.days[asked.from], until: rightDay(asked, state) };
}

/** What was said of a lot; undefined while it lies on the table. */
export function verdictOn(scenario: Detention, { lot, verdict, isLookedUp }: Judged) {
  const one = scenario.lots[lot];
  if (!one || !verdict) return undefined;
  const kind = kindOf(scenario, one, isLookedUp, verdict === 'detained');
  return { isRight: SHARES[kind] === 1, text: scenario.verdicts[kind] };
}

function noted(state: State, tone: LogEntry['tone'], text: string): State {
  return { ...state, entries: [...state.entries, { text, tone }] };
}

function marked(state: State, mark: Mark): State {
  return { ...state, marks: [...state.marks, mark] };
}

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

type Kind = keyof Detention['verdicts'];

const SHARES: Readonly<Record<Kind, number>> = {
  caught: 1,
  checked: 1,
  free: 1,
  blind: 0.5,
  lucky: 0.5,
  baseless: 0,
  harsh: 0,
  lenient: 0,
};

function kindOf(scenario: Detention, lot: Lot, isLookedUp: boolean, isDetained: boolean): Kind {
  if (!isSuspect(scenario, lot)) return isDetained ? 'harsh' : 'free';
  if (!lot.isRecorded) return isDetained ? 'baseless' : isLookedUp ? 'checked' : 'lucky';
  return isDetained ? (isLookedUp ? 'caught' : 'blind') : 'lenient';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withJudged(state: State, place: number, judged: Judged): State {
  return { ...state, lots: state.lots.map((one, index) => (index === place ? judged : one)) };
}

function lookUp(scenario: Detention, state: State, place: number): State | undefined {
  const judged = state.lots[place];
  const lot = judged && scenario.lots[judged.lot];
  if (!lot || judged.verdict || judged.isLookedUp) return undefined;
  const text = (lot.isRecorded ? scenario.recorded : scenario.unrecorded).replace(
    '{mark}',
    lot.mark,
  );
  return noted(withJudged(state, place, { ...judged, isLookedUp: true }), 'plain', text);
}

function judge(
  scenario: Detention,
  state: State,
  place: number,
  verdict: 'detained' | 'gone',
): State | undefined {
  const judged = state.lots[place];
  const lot = judged && scenario.lots[judged.lot];
  if (!lot || judged.verdict) return undefined;
  const kind = kindOf(scenario, lot, judged.isLookedUp, verdict === 'detained');
  const best = kindOf(scenario, lot, true, canBeDetained(scenario, lot));
  const share = SHARES[kind];
  const did = `${capital(lot.goods)}: ${verdict === 'detained' ? 'detained' : 'let go'}.`;
  const said = `${did} ${scenario.verdicts[kind]}`;
  const settled = withJudged(state, place, { ...judged, verdict });
  const next = marked(noted(settled, share === 1 ? 'good' : 'bad', said), {
    step: `lot_${lot.id}`,
    share,
    did: judged.isLookedUp ? `${did} You had looked up the mark.` : did,
    expert: `${lot.because} ${scenario.verdicts[best]}`,
    rule: isSuspect(scenario, lot) ? scenario.rules.recordation : undefined,
  });
  if (phaseOf(scenario, next) === 'lots') return next;
  const goods = followedLot(scenario, state)?.goods ?? '';
  return noted(next, 'plain', scenario.detained.replace('{goods}', goods));
}

/** What may have gone wrong in counting to a day. */
function slipOf(question: Question, state: State, day: number): keyof Detention['slips'] {
  const { from, days, isBusiness } = question;
  const first = state.days[from];
  if (isBusiness && day === first + days) return 'weekends';
  const short = { ...question, days: days - 1 };
  if (day === rightDay(short, state)) return 'first';
  const others = (['presented', 'detained', 'noticed'] as const).filter((one) => one !== from);
  const isElsewhere = others.some((one) => day === rightDay({ ...question, from: one }, state));
  return isElsewhere ? 'start' : 'other';
}

function choose(scenario: Detention, state: State, offset: number): State | undefined {
  const question = scenario.questions[state.asked];
  if (!question || offset >= CALENDAR_DAYS) return undefined;
  const day = calendarStart(state) + offset;
  const right = rightDay(question, state);
  const isRight = day === right;
  const slip = isRight ? '' : scenario.slips[slipOf(question, state, day)];
  const text = isRight
    ? `${dayName(day)}: right. ${question.because}`
    : `${dayName(day)}: not right. ${slip.replace('{day}', dayName(right))}`;
  const next = marked(noted(state, isRight ? 'good' : 'bad', text), {
    step: `day_${question.id}`,
    share: isRight ? 1 : 0,
    did: `${question.text} You chose ${dayName(day)}.`,
    expert: isRight ? question.because : `${dayName(right)}. ${question.because}`,
    rule: scenario.rules.detention,
  });
  const asked = state.asked + 1;
  if (asked < scenario.questions.length) return { ...next, asked };
  const letter = scenario.letter.replace('{day}', dayName(state.today));
  return noted({ ...next, asked }, 'plain', letter);
}

function obtain(scenario: Detention, state: State, index: number): State | undefined {
  const paper = scenario.papers[index];
  const lot = followedLot(scenario, state);
  if (!paper || !lot || state.papers.includes(index)) return undefined;
  const today = businessDaysAfter(state.today, paper.days);
  const shows = lot.isGenuine ? paper.genuine : paper.counterfeit;
  const next = { ...state, today, papers: [...state.papers, index] };
  return noted(next, 'plain', `${dayName(today)}. ${paper.text}: ${shows}`);
}

function answer(scenario: Detention, state: State): State {
  const { outcomes, rules } = scenario;
  const file = state.papers.flatMap((paper) => scenario.papers[paper] ?? []);
  const isProved = file.some(({ isProof }) => isProof);
  const isInTime = state.today <= lastDay(scenario, state);
  const isGenuine = followedLot(scenario, state)?.isGenuine === true;
  const isReleased = isGenuine && isProved;
  const outcome = isReleased
    ? outcomes[isInTime ? 'released' : 'late']
    : outcomes[isProved ? 'seized' : 'unproved'];
  const decided = dayName(dayOfQuestion(scenario, state, scenario.decideBy));
  const text = `You answer on ${dayName(state.today)}. ${outcome.replace('{day}', decided)}`;
  const papers = file.map((paper) => paper.text).join('; ');
  let next = noted(state, isReleased ? 'good' : isProved ? 'plain' : 'bad', text);
  next = marked(next, {
    step: 'proof',
    share: isProved ? 1 : 0,
    did: papers ? `In your answer: ${papers}.` : 'You answered without any paper.',
    expert: scenario.proof,
    rule: rules.detention,
  });
  next = marked(next, {
    step: 'in_time',
    share: isInTime && papers ? 1 : 0,
    did: `You answered on ${dayName(state.today)}. The last day was ${dayName(lastDay(scenario, state))}.`,
    expert: scenario.promptness,
    rule: rules.detention,
  });
  return { ...next, isAnswered: true, ...(isReleased && { end: 'released' }) };
}

function finish(scenario: Detention, state: State, index: number): State | undefined {
  const ending = scenario.endings[index];
  if (!ending) return undefined;
  const isRight = ending.right === true;
  const next = noted(state, isRight ? 'good' : 'bad', `${ending.text}. ${ending.then}`);
  return {
    ...marked(next, {
      step: 'seizure',
      share: isRight ? 1 : 0,
      did: `After the seizure: ${ending.text}.`,
      expert: scenario.afterwards,
      rule: scenario.rules.petition,
    }),
    end: 'seized',
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
