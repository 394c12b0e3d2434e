import { fetched } from './moving.ts';
import type { SingleWindow } from './scenario.ts';
import {
  agencyName,
  ANSWERS,
  comingThreads,
  CUSTOMS,
  isBlocked,
  isReleased,
  mayProceed,
  named,
  noted,
  openTrouble,
  withThread,
  type State,
  type Thread,
} from './state.ts';

/** Time passes until the next answer, which comes in; undefined where none is on its way. */
export function wait(scenario: SingleWindow, state: State): State | undefined {
  const coming = comingThreads(scenario, state);
  if (coming.length === 0) return undefined;
  const clock = Math.max(state.clock, Math.min(...coming.map(({ due }) => due)));
  const isLate = state.isLate || (isReleased(state) && !state.isFetched);
  let next: State = { ...state, clock, isLate };
  const due = state.threads.filter((thread) => isDue(thread, clock));
  for (const thread of due.toSorted((one, other) => one.due - other.due))
    next = thread.agency === CUSTOMS ? released(scenario, next) : arrived(scenario, next, thread);
  next = released(scenario, next);
  return mayProceed(next) ? noted(next, 'plain', scenario.proceed) : next;
}

function isDue({ status, due }: Thread, clock: number): boolean {
  return status === 'waiting' && due <= clock;
}

/** The answer of an agency. */
function arrived(scenario: SingleWindow, state: State, thread: Thread): State {
  const name = agencyName(scenario, thread.agency);
  const open: Thread = { ...thread, status: 'open' };
  const trouble = openTrouble(scenario, state, open);
  if (!trouble) {
    const satisfied: Thread = { ...thread, status: 'satisfied', isStopping: false };
    return noted(withThread(state, satisfied), 'plain', `${name}: May proceed.`);
  }
  const { label, stops } = ANSWERS[trouble.answer];
  const next = withThread(state, { ...open, isStopping: stops });
  return noted(next, 'plain', `${name}: ${label}. ${named(trouble.message, name)}`);
}

/** CBP releases once its time has come and no agency keeps it from that. */
function released(scenario: SingleWindow, state: State): State {
  const customs = state.threads.find(({ agency }) => agency === CUSTOMS);
  if (!customs || !isDue(customs, state.clock) || isBlocked(scenario, state)) return state;
  const next = noted(
    withThread(state, { ...customs, status: 'satisfied' }),
    'plain',
    `${scenario.customs.label}: ${scenario.released}`,
  );
  return state.isAtGate ? fetched(scenario, next) : next;
}
