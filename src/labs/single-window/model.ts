import { shuffledOrder } from '#src/course/shuffle.ts';
import type { LabModel } from '#src/labs/lab.ts';
import { debriefOf, scoreOf, stepsOf } from '#src/labs/marks.ts';
import { answer } from './answering.ts';
import { file, rightMask } from './filing.ts';
import { callTruck, deliver } from './moving.ts';
import type { SingleWindow } from './scenario.ts';
import {
  comingThreads,
  isFiled,
  isReleased,
  NOT_BEGUN,
  openThreads,
  shipmentOnDesk,
  type Decision,
  type State,
} from './state.ts';
import { wait } from './waiting.ts';

/** Room for the options of one agency in the code of a decision. */
const OPTIONS = 20;

/** Codes: those of the plain decisions, then all filings, then all answers. */
const PLAIN = ['wait', 'truck', 'deliver'] as const;
const FILINGS_FROM = PLAIN.length;
const answersFrom = ({ agencies }: SingleWindow) => FILINGS_FROM + 2 ** agencies.length;

export const model: LabModel<SingleWindow, State, Decision> = {
  start: ({ shipments, draws }, seed) => ({
    ...NOT_BEGUN,
    seed,
    drawn: shuffledOrder(shipments.length, seed).slice(0, draws),
    place: 0,
    clock: 0,
    marks: [],
    entries: [],
  }),
  decide(scenario, state, decision) {
    if (!shipmentOnDesk(scenario, state)) return undefined;
    switch (decision.type) {
      case 'file':
        return isFiled(state) ? undefined : file(scenario, state, decision.agencies);
      case 'wait':
        return wait(scenario, state);
      case 'answer':
        return answer(scenario, state, decision);
      case 'truck':
        return callTruck(scenario, state);
      case 'deliver':
        return deliver(scenario, state);
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
    if (isReleased(state) && !state.isFetched) return { type: 'truck' };
    const [open] = openThreads(scenario, state);
    if (open) {
      const option = open.trouble.options.findIndex(({ right }) => right);
      return { type: 'answer', agency: open.thread.agency, option };
    }
    return { type: comingThreads(scenario, state).length > 0 ? 'wait' : 'deliver' };
  },
  encode(scenario, decision) {
    if (decision.type === 'file') return FILINGS_FROM + decision.agencies;
    if (decision.type !== 'answer') return PLAIN.indexOf(decision.type);
    return answersFrom(scenario) + decision.agency * OPTIONS + decision.option;
  },
  decode(scenario, code) {
    const type = PLAIN[code];
    if (type) return { type };
    const place = code - answersFrom(scenario);
    if (place < 0) return { type: 'file', agencies: code - FILINGS_FROM };
    const agency = Math.floor(place / OPTIONS);
    if (!scenario.agencies[agency]) return undefined;
    return { type: 'answer', agency, option: place % OPTIONS };
  },
};
