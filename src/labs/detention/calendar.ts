import {
  businessDaysBetween,
  dayName,
  dayOfMonth,
  isBusinessDay,
  monthName,
  weekday,
} from './days.ts';
import type { Detention, Question } from './scenario.ts';
import { marked, noted, rightDay, type State } from './state.ts';

export const CALENDAR_DAYS = 42;

/** What the calendar depends on. */
export type Dated = Pick<State, 'days' | 'asked'>;

/** The Monday on which the calendar begins. */
export function calendarStart({ days }: Dated): number {
  return days.presented - weekday(days.presented);
}

/** What the calendar marks, with the letter that marks it. */
export interface Event {
  readonly sign: string;
  readonly day: number;
  readonly label: string;
}

const SIGNS = 'ABCDEFGHIJ';

/** What is known by now, in order of time. The day of the notice is known once it is due. */
export function eventsSoFar({ events, questions }: Detention, state: Dated): readonly Event[] {
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
  return known
    .sort((a, b) => a.day - b.day)
    .map((event, index) => ({ ...event, sign: SIGNS.charAt(index) }));
}

/** A day as the calendar shows it. */
export interface CalendarDay {
  readonly day: number;
  /** Such as `3`, or `Mar 1` where a month begins. */
  readonly date: string;
  readonly isBusiness: boolean;
  /** Its number among the business days that count; undefined for all others. */
  readonly number: number | undefined;
  /** Letters of its events. */
  readonly signs: readonly string[];
}

export function calendarOf(scenario: Detention, state: Dated): readonly CalendarDay[] {
  const first = calendarStart(state);
  const events = eventsSoFar(scenario, state);
  const numbered = numberedDays(scenario, state);
  return Array.from({ length: CALENDAR_DAYS }, (_, index) => {
    const day = first + index;
    const isBusiness = isBusinessDay(day);
    const isNumbered = isBusiness && numbered && day > numbered.from && day <= numbered.until;
    return {
      day,
      date: dateOf(day, index === 0),
      isBusiness,
      number: isNumbered ? businessDaysBetween(numbered.from, day) : undefined,
      signs: events.filter((event) => event.day === day).map(({ sign }) => sign),
    };
  });
}

function dateOf(day: number, isFirst: boolean): string {
  const date = dayOfMonth(day);
  return isFirst || date === 1 ? `${monthName(day)} ${date}` : `${date}`;
}

/** The business days that the calendar numbers: after `from`, up to and with `until`. */
function numberedDays({ questions, answerBy }: Detention, state: Dated) {
  const asked =
    state.asked < questions.length
      ? questions[state.asked - 1]
      : questions.find(({ id }) => id === answerBy);
  if (!asked?.isBusiness) return undefined;
  return { from: state.days[asked.from], until: rightDay(asked, state) };
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

/** Answers the question about a day, counted from the calendar’s first. */
export function choose(scenario: Detention, state: State, offset: number): State | undefined {
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
