import { shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel } from '#src/labs/lab.ts';
import { debriefOf, scoreOf, stepsOf } from '#src/labs/marks.ts';
import { answer } from './answering.ts';
import { file, rightMask } from './filing.ts';
import type { SingleWindow } from './scenario.ts';
import {
  agencyName,
  ANSWERS,
  canCallTruck,
  canWait,
  isFiled,
  isReleased,
  marked,
  named,
  noted,
  openThreads,
  openTrouble,
  shipmentOnDesk,
  withThread,
  type Decision,
  type State,
  type Thread,
} from './state.ts';

/** Time passes until the next answer, which comes in. */
function wait(scenario: SingleWindow, state: State): State {
  const due = Math.min(
    ...state.threads.filter(({ status }) => status === 'waiting').map((thread) => thread.due),
  );
  const clock = Math.max(state.clock, due);
  let next: State = { ...state, clock };
  for (const thread of state.threads) {
    if (thread.status !== 'waiting' || thread.due > clock) continue;
    const name = agencyName(scenario, thread.agency);
    const arrived: Thread = { ...thread, status: 'open' };
    const trouble = openTrouble(scenario, state, arrived);
    next = withThread(next, trouble ? arrived : { ...thread, status: 'satisfied' });
    next = trouble
      ? noted(next, 'plain', `${name}: ${ANSWERS[trouble.answer]}. ${named(trouble.message, name)}`)
      : noted(next, 'good', `${name}: May proceed.`);
  }
  return isReleased(next) ? noted(next, 'good', scenario.released) : next;
}

function truck(scenario: SingleWindow, state: State): State {
  const goods = shipmentOnDesk(scenario, state)?.goods ?? '';
  if (!isReleased(state)) {
    const clock = state.clock + scenario.minutes.gate;
    return noted({ ...state, clock, isAtGate: true }, 'bad', scenario.early);
  }
  const gone = marked(scenario, noted(state, 'good', scenario.gone), {
    step: 'release',
    share: state.isAtGate ? 0 : 1,
    did: `${goods}: ${state.isAtGate ? 'the truck came before the release.' : 'the truck came after the release.'}`,
    expert: scenario.waited,
    rule: scenario.releaseRule,
  });
  return { ...gone, place: state.place + 1, threads: [], isAtGate: false };
}

/** Room for the options of one agency in the code of a decision. */
const OPTIONS = 20;

/** Codes: 0 wait, 1 truck, then all filings, then all answers. */
const FILINGS_FROM = 2;
const answersFrom = ({ agencies }: SingleWindow) => FILINGS_FROM + 2 ** agencies.length;

export const model: LabModel<SingleWindow, State, Decision> = {
  start: ({ shipments, draws }, seed) => ({
    seed,
    drawn: shuffledOrder(shipments.length, seed).slice(0, draws),
    place: 0,
    clock: 0,
    threads: [],
    isAtGate: false,
    marks: [],
    entries: [],
  }),
  decide(scenario, state, decision) {
    if (!shipmentOnDesk(scenario, state)) return undefined;
    switch (decision.type) {
      case 'file':
        return isFiled(state) ? undefined : file(scenario, state, decision.agencies);
      case 'wait':
        return canWait(state) ? wait(scenario, state) : undefined;
      case 'answer':
        return answer(scenario, state, decision);
      case 'truck':
        return canCallTruck(state) ? truck(scenario, state) : undefined;
    }
  },
  isOver: (scenario, state) => shipmentOnDesk(scenario, state) === undefined,
  score: (_, { marks }) => scoreOf(marks),
  log: (_, { entries }) => entries,
  debrief: (_, { marks }) => debriefOf(marks),
  steps: (_, { marks }) => stepsOf(marks),
  expert(scenario, state) {
    const shipment = shipmentOnDesk(scenario, state);
    if (!shipment) return undefined;
    if (!isFiled(state)) return { type: 'file', agencies: rightMask(scenario, shipment) };
    const [open] = openThreads(scenario, state);
    if (!open) return { type: canWait(state) ? 'wait' : 'truck' };
    const option = open.trouble.options.findIndex(({ right }) => right);
    return { type: 'answer', agency: open.thread.agency, option };
  },
  encode(scenario, decision) {
    if (decision.type === 'wait') return 0;
    if (decision.type === 'truck') return 1;
    if (decision.type === 'file') return FILINGS_FROM + decision.agencies;
    return answersFrom(scenario) + decision.agency * OPTIONS + decision.option;
  },
  decode(scenario, code) {
    if (code < FILINGS_FROM) return { type: code === 0 ? 'wait' : 'truck' };
    const place = code - answersFrom(scenario);
    if (place < 0) return { type: 'file', agencies: code - FILINGS_FROM };
    const agency = Math.floor(place / OPTIONS);
    if (!scenario.agencies[agency]) return undefined;
    return { type: 'answer', agency, option: place % OPTIONS };
  },
};
