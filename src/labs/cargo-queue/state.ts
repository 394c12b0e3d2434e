import { chance, mixSeed, shuffledOrder } from '#src/course/shuffle.ts';
import type { LogEntry } from '#src/labs/lab.ts';
import {
  newTruck,
  STOPS,
  truckInDoubt,
  workWaiting,
  type Crossing,
  type Lane,
  type Post,
  type Truck,
} from './crossing.ts';
import { fitsJointLane, type CargoQueue, type Load } from './scenario.ts';

/** How a learner answers a doubt at the joint booth. */
export const ANSWERS = ['dock', 'release', 'back'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What one run is made of, drawn once. */
export interface Draw {
  /** Indices of the half hours in order. */
  readonly halfHours: readonly number[];
  /** For each half hour the indices of the loads that arrive. */
  readonly loads: readonly (readonly number[])[];
  readonly reports: readonly number[];
  /** For each report the indices of its sentences, as they are shown. */
  readonly sentences: readonly (readonly number[])[];
}

/** What the learner decided, with what was known of it then. */
export type Choice =
  | {
      readonly kind: 'plan';
      readonly turn: number;
      readonly lanes: readonly Lane[];
      readonly post: Post;
      /** Where the third team helps; both where neither line is longer. */
      readonly best: readonly Post[];
    }
  | { readonly kind: 'doubt'; readonly load: number; readonly answer: Answer }
  | { readonly kind: 'report'; readonly report: number; readonly sentence: number };

/** Minutes through the port for a truck that arrives now. */
export interface Sample extends Readonly<Record<Lane, number>> {
  readonly clock: number;
}

export interface State {
  readonly draw: Draw;
  readonly crossing: Crossing;
  readonly choices: readonly Choice[];
  readonly samples: readonly Sample[];
  /** What happened. */
  readonly told: readonly LogEntry[];
}

/** What is to be decided now. */
export type Phase =
  | { readonly kind: 'plan'; readonly turn: number; readonly loads: readonly number[] }
  | { readonly kind: 'doubt'; readonly truck: number; readonly load: number }
  | { readonly kind: 'report'; readonly report: number; readonly sentences: readonly number[] };

export function phaseOf(state: State): Phase | undefined {
  const { draw, crossing, choices } = state;
  const truck = truckInDoubt(crossing);
  const load = truck === undefined ? null : (crossing.trucks[truck]?.load ?? null);
  if (truck !== undefined && load !== null) return { kind: 'doubt', truck, load };
  const count = (kind: Choice['kind']) => choices.filter((choice) => choice.kind === kind).length;
  const turn = count('plan');
  const loads = draw.loads[turn];
  if (loads) return { kind: 'plan', turn, loads };
  const place = count('report');
  const report = draw.reports[place];
  const sentences = draw.sentences[place];
  return report === undefined || !sentences ? undefined : { kind: 'report', report, sentences };
}

/** The number that the learner knows a load by: they are counted as they arrive. */
export function truckNumber({ draw }: State, load: number): number {
  return draw.loads.flat().indexOf(load) + 1;
}

/** Where the third team helps now. */
export function bestPosts(scenario: CargoQueue, crossing: Crossing): readonly Post[] {
  const booth = workWaiting(scenario, crossing, 'booth');
  const dock = workWaiting(scenario, crossing, 'dock');
  if (booth === dock) return ['booth', 'dock'];
  return booth > dock ? ['booth'] : ['dock'];
}

/** Takes from a drawn order of loads, each once. */
function dealer(loads: readonly Load[], seed: number) {
  const order = shuffledOrder(loads.length, seed);
  const pile = (belongs: (load: Load) => boolean) =>
    order.filter((index) => belongs(loads[index] as Load));
  const fit = pile((load) => fitsJointLane(load) && !load.doubt);
  const doubtful = pile((load) => fitsJointLane(load) && load.doubt !== undefined);
  const unfit = pile((load) => !fitsJointLane(load));
  return (half: CargoQueue['halfHours'][number], mix: number): number[] => {
    const hand = [
      ...fit.splice(0, half.fit),
      ...doubtful.splice(0, half.doubtful),
      ...unfit.splice(0, half.unfit),
    ];
    return shuffledOrder(hand.length, mix).map((place) => hand[place] as number);
  };
}

export function drawRun(scenario: CargoQueue, seed: number): Draw {
  const { halfHours, loads, reports, reportDraws } = scenario;
  const later = shuffledOrder(halfHours.length - 1, mixSeed(seed, 1)).map((index) => index + 1);
  const order = [0, ...later];
  const deal = dealer(loads, mixSeed(seed, 2));
  const drawn = shuffledOrder(reports.length, mixSeed(seed, 3)).slice(0, reportDraws);
  return {
    halfHours: order,
    loads: order.flatMap((index, turn) => {
      const half = halfHours[index];
      return half ? [deal(half, mixSeed(seed, 4, turn))] : [];
    }),
    reports: drawn,
    sentences: drawn.map((report) =>
      shuffledOrder(reports[report]?.options.length ?? 0, mixSeed(seed, 5, report)),
    ),
  };
}

/** The port when the run begins. */
export function openedPort({ stops, lines, spread }: CargoQueue, seed: number): Crossing {
  const more = Math.floor(chance(mixSeed(seed, 6))() * (spread + 1));
  const trucks = STOPS.flatMap((at) => {
    const lane: Lane = at === 'booth' || at === 'dock' ? 'joint' : 'regular';
    const isRoad = at === 'road';
    const times = isRoad ? { began: 0, ends: stops.road.minutes } : { began: null, ends: null };
    const visit = { at, joined: 0, ...times };
    const count = lines[at] + (at === 'booth' ? more : 0);
    return Array.from({ length: count }, (_, index) => {
      const afterBooth = at === 'booth' && index < lines.examined ? 'dock' : 'out';
      return newTruck({ lane, arrives: 0, afterBooth, visits: [visit] });
    });
  });
  return { clock: 0, post: null, trucks };
}

/** The trucks of a half hour, spread over it: those that the learner routes, and others. */
export function arrivals(
  scenario: CargoQueue,
  draw: Draw,
  turn: number,
  lanes: readonly Lane[],
): readonly Truck[] {
  const half = scenario.halfHours[draw.halfHours[turn] ?? -1];
  const from = turn * scenario.minutes;
  const spread = (count: number, make: (index: number) => Partial<Truck> & Pick<Truck, 'lane'>) =>
    Array.from({ length: count }, (_, index) =>
      newTruck({ arrives: from + Math.floor((index * scenario.minutes) / count), ...make(index) }),
    );
  const own = spread(lanes.length, (index) => {
    const load = draw.loads[turn]?.[index] ?? -1;
    const of = scenario.loads[load];
    const afterBooth = of && fitsJointLane(of) ? (of.doubt ? 'ask' : 'out') : 'mexico';
    const lane = lanes[index] ?? 'regular';
    return { load, lane, afterBooth, isHeld: of?.doubt?.held ?? false };
  });
  const joint = spread(half?.joint ?? 0, (index) => ({
    lane: 'joint',
    afterBooth: index < (half?.examined ?? 0) ? 'dock' : 'out',
  }));
  return [...own, ...joint, ...spread(half?.regular ?? 0, () => ({ lane: 'regular' }))];
}

/** Minutes through the port of the learner’s trucks that left it by a lane. */
export function tripsBy({ crossing }: State, lane: Lane): readonly number[] {
  return crossing.trucks.flatMap((truck) =>
    truck.load !== null && truck.lane === lane && truck.out !== null
      ? [truck.out - truck.arrives]
      : [],
  );
}

export function average(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  return Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
}
