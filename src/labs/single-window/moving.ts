import type { Shipment, SingleWindow } from './scenario.ts';
import {
  canCallTruck,
  canDeliver,
  flagOf,
  isReleased,
  marked,
  mayProceed,
  NOT_BEGUN,
  noted,
  shipmentOnDesk,
  type State,
} from './state.ts';

/** A truck is sent to the terminal; undefined where there is nothing for it to do. */
export function callTruck(scenario: SingleWindow, state: State): State | undefined {
  if (!canCallTruck(state)) return undefined;
  if (isReleased(state)) return fetched(scenario, state);
  const clock = state.clock + scenario.minutes.gate;
  return noted({ ...state, clock, isAtGate: true }, 'bad', scenario.truck.early);
}

/** The truck takes the goods off the terminal. */
export function fetched(scenario: SingleWindow, state: State): State {
  const shipment = shipmentOnDesk(scenario, state);
  if (!shipment) return state;
  const { truck } = scenario;
  const { share, when } = state.isAtGate
    ? { share: 0, when: 'the truck came before CBP’s release' }
    : state.isLate
      ? { share: 0.5, when: 'the truck came long after CBP’s release' }
      : { share: 1, when: 'the truck came with CBP’s release' };
  const tone = share === 1 ? 'good' : state.isLate ? 'bad' : 'plain';
  const next = noted(state, tone, state.isLate ? truck.late : truck.done);
  return marked(
    scenario,
    { ...next, isFetched: true, isAtGate: false },
    {
      step: 'truck',
      share,
      did: `${shipment.goods}: ${when}.`,
      expert: [truck.because, ...meanwhile(scenario, shipment)].join(' '),
      rule: [truck.rule, ...rules(scenario, shipment)].join('; '),
    },
  );
}

/** The agencies that were asked. */
function asked(scenario: SingleWindow, shipment: Shipment): SingleWindow['agencies'] {
  return scenario.agencies.filter((_, agency) => flagOf(scenario, shipment, agency));
}

function meanwhile(scenario: SingleWindow, shipment: Shipment): readonly string[] {
  return asked(scenario, shipment).map((agency) => agency.meanwhile);
}

function rules(scenario: SingleWindow, shipment: Shipment): readonly string[] {
  return asked(scenario, shipment).flatMap(({ rule }) => rule ?? []);
}

/** The goods go on to the customer; undefined where they can’t. */
export function deliver(scenario: SingleWindow, state: State): State | undefined {
  if (!canDeliver(state)) return undefined;
  const { delivery, minutes } = scenario;
  if (!mayProceed(state)) {
    const clock = state.clock + minutes.recall;
    return noted({ ...state, clock, isRecalled: true }, 'bad', delivery.early);
  }
  const { isRecalled } = state;
  const goods = shipmentOnDesk(scenario, state)?.goods ?? '';
  const gone = marked(scenario, noted(state, isRecalled ? 'plain' : 'good', delivery.done), {
    step: 'delivery',
    share: isRecalled ? 0 : 1,
    did: `${goods}: they went out ${isRecalled ? 'before' : 'after'} the last “may proceed”.`,
    expert: delivery.because,
    rule: delivery.rule,
  });
  return { ...gone, ...NOT_BEGUN, place: state.place + 1 };
}
