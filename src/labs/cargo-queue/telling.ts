import type { DebriefPoint, LogEntry } from '#src/labs/lab.ts';
import { tripFromNow, type Crossing, type Lane } from './crossing.ts';
import { fitsJointLane, type CargoQueue, type Load } from './scenario.ts';
import { average, truckNumber, tripsBy, type Choice, type State } from './state.ts';

/** A minute of the run as a time of day. */
export function timeOfDay({ opens }: Pick<CargoQueue, 'opens'>, minute: number): string {
  const clock = opens + minute;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(clock / 60) % 24)}:${two(clock % 60)}`;
}

/** A load as the log names it. */
export function truckName(state: State, load: Load, index: number): string {
  return `Truck ${truckNumber(state, index)} (${load.goods})`;
}

type Plan = Extract<Choice, { kind: 'plan' }>;

/** The loads of a plan, each with its lane. */
export function routed(scenario: CargoQueue, state: State, { turn, lanes }: Plan) {
  return (state.draw.loads[turn] ?? []).flatMap((index, place) => {
    const load = scenario.loads[index];
    const lane = lanes[place];
    if (!load || !lane) return [];
    const isRight = fitsJointLane(load) === (lane === 'joint');
    return [{ load, lane, isRight, name: truckName(state, load, index) }];
  });
}

/** Why the third team helps most where it does. */
function reason(team: CargoQueue['team'], { best }: Plan): string {
  const [only] = best;
  return best.length === 1 && only ? team[only] : team.either;
}

const good = (text: string): LogEntry => ({ text, tone: 'good' });
const bad = (text: string): LogEntry => ({ text, tone: 'bad' });
const plain = (text: string): LogEntry => ({ text, tone: 'plain' });

/** What a decision does at once. */
export function tellChoice(
  scenario: CargoQueue,
  state: State,
  choice: Choice,
): readonly LogEntry[] {
  const { lanes, team, doubt, reports } = scenario;
  if (choice.kind === 'plan') {
    const wrong = routed(scenario, state, choice).filter(({ isRight }) => !isRight);
    return [
      ...wrong.map(({ lane, name }) =>
        bad(`${name}: ${lane === 'joint' ? lanes.unfit : lanes.fit}`),
      ),
      choice.best.includes(choice.post) ? good(reason(team, choice)) : bad(team.wrong),
    ];
  }
  if (choice.kind === 'doubt') {
    const load = scenario.loads[choice.load];
    if (!load?.doubt) return [];
    const name = truckName(state, load, choice.load);
    const { then } = doubt[choice.answer];
    if (choice.answer === 'dock') return [good(`${name}: ${then} ${load.doubt.finding}`)];
    return [bad(`${name}: ${then}`)];
  }
  const sentence = reports[choice.report]?.options[choice.sentence];
  return sentence ? [sentence.right ? good(sentence.then) : bad(sentence.then)] : [];
}

/** Which of the learner’s trucks left while time passed. */
function left(scenario: CargoQueue, before: Crossing, { crossing, ...rest }: State): string[] {
  return crossing.trucks.flatMap((truck, index) => {
    const load = truck.load === null ? undefined : scenario.loads[truck.load];
    const wasThere = (before.trucks[index]?.out ?? null) === null;
    if (!load || truck.load === null || truck.out === null || !wasThere) return [];
    const minutes = `${truck.out - truck.arrives} min`;
    const number = truckNumber({ crossing, ...rest }, truck.load);
    return [truck.isHeld ? `truck ${number} held (${minutes})` : `truck ${number} (${minutes})`];
  });
}

/** What time brought since the crossing was as it was `before`. */
export function tellTime(scenario: CargoQueue, before: Crossing, state: State): LogEntry[] {
  const { crossing } = state;
  const out = left(scenario, before, state);
  const { joint, regular } = tripFromNow(scenario, crossing);
  const clock = timeOfDay(scenario, crossing.clock);
  const done =
    out.length > 0 ? `Out of the port: ${out.join(', ')}.` : 'None of your trucks left meanwhile.';
  const isEmpty = crossing.trucks.every((truck) => truck.out !== null);
  return isEmpty
    ? [plain(`${clock}. ${done} No truck is left in the port.`)]
    : [
        plain(
          `${clock}. ${done} A truck that joins now needs ${joint} min joint, ${regular} min regular.`,
        ),
      ];
}

/** Minutes that the learner’s trucks took on average, by lane. */
export function averages(state: State): readonly { lane: Lane; trucks: number; minutes: number }[] {
  return (['regular', 'joint'] as const).flatMap((lane) => {
    const trips = tripsBy(state, lane);
    const minutes = average(trips);
    return minutes === undefined ? [] : [{ lane, trucks: trips.length, minutes }];
  });
}

function planPoint(scenario: CargoQueue, state: State, plan: Plan): DebriefPoint {
  const { lanes, team, minutes, stops } = scenario;
  const all = routed(scenario, state, plan);
  const wrong = all.filter(({ isRight }) => !isRight);
  const kept = `${all.length - wrong.length} of ${all.length} loads in their lane`;
  const did = `${timeOfDay(scenario, plan.turn * minutes)}: ${kept}, third team at the ${stops[plan.post].label}.`;
  const reasons = wrong.map(({ name, load }) => `${name}: ${load.because}`);
  return {
    right: wrong.length === 0 && plan.best.includes(plan.post),
    did: [did, ...wrong.map(({ name, lane }) => `${name} went ${lane}.`)].join(' '),
    expert: [...(wrong.length > 0 ? reasons : [lanes.right]), reason(team, plan)].join(' '),
    rule: lanes.rule,
  };
}

export function tellDebrief(scenario: CargoQueue, state: State): readonly DebriefPoint[] {
  const { doubt, reports, loads } = scenario;
  return state.choices.flatMap((choice): DebriefPoint[] => {
    if (choice.kind === 'plan') return [planPoint(scenario, state, choice)];
    if (choice.kind === 'doubt') {
      const load = loads[choice.load];
      if (!load) return [];
      const did = `${truckName(state, load, choice.load)}: “${doubt[choice.answer].label}.”`;
      return [{ right: choice.answer === 'dock', did, expert: doubt.because, rule: doubt.rule }];
    }
    const report = reports[choice.report];
    const chosen = report?.options[choice.sentence];
    const best = report?.options.find(({ right }) => right);
    if (!report || !chosen || !best) return [];
    const expert = chosen.right ? best.then : `${best.text} ${best.then}`;
    return [{ right: chosen.right, did: `You signed: ${chosen.text}`, expert, rule: report.rule }];
  });
}
