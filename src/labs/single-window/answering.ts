import type { SingleWindow, Trouble } from './scenario.ts';
import {
  agencyName,
  ANSWERS,
  flagOf,
  marked,
  movesFor,
  named,
  noted,
  openTrouble,
  shipmentOnDesk,
  withThread,
  type Decision,
  type State,
  type Thread,
} from './state.ts';

/** Share of full marks for settling a trouble, by how often it went wrong before. */
const SHARES = [1, 0.5];

/** Deals with an open trouble; undefined where it can’t be dealt with so. */
export function answer(
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
  const subject = `${shipment?.goods ?? ''}, ${name}, ${ANSWERS[trouble.answer].label.toLowerCase()}`;
  return marked(scenario, settled, {
    step: 'answer',
    share: SHARES[tried.length] ?? 0,
    did: named(`${subject}. Your first move: ${chosen ?? ''}.`, name),
    expert: named(why, name),
  });
}
