import type { CargoQueue } from './scenario.ts';

/*
 * The simulation: trucks that move through a border port, minute by minute. Where a truck is follows
 * from its visits alone, so no truck can be in two lines, or in none.
 */

export const STOPS = ['mexico', 'road', 'border', 'booth', 'dock'] as const;
export type Stop = (typeof STOPS)[number];
/** Stops with officers, and so with a line. */
export const STATIONS = ['mexico', 'border', 'booth', 'dock'] as const;
export type Station = (typeof STATIONS)[number];
export type Lane = 'joint' | 'regular';
/** Where the third team may work. */
export const POSTS = ['booth', 'dock'] as const;
export type Post = (typeof POSTS)[number];

/** Minutes count from the start of the run; null: not yet. */
export interface Visit {
  readonly at: Stop;
  readonly joined: number;
  readonly began: number | null;
  readonly ends: number | null;
}

export interface Truck {
  /** Index of its load; null: a truck that the learner does not route. */
  readonly load: number | null;
  readonly lane: Lane;
  readonly arrives: number;
  /** What follows the joint booth; `ask`: the learner decides. */
  readonly afterBooth: 'out' | 'dock' | 'mexico' | 'ask';
  readonly isHeld: boolean;
  readonly visits: readonly Visit[];
  /** When it left the port, or was held for good. */
  readonly out: number | null;
}

export interface Crossing {
  readonly clock: number;
  /** Where the third team works; null: nowhere yet. */
  readonly post: Post | null;
  readonly trucks: readonly Truck[];
}

export function newTruck(of: Pick<Truck, 'lane' | 'arrives'> & Partial<Truck>): Truck {
  return { load: null, afterBooth: 'out', isHeld: false, visits: [], out: null, ...of };
}

/** Where a truck is now; undefined before it arrives and after it left. */
function current({ visits, out }: Truck): Visit | undefined {
  return out === null ? visits.at(-1) : undefined;
}

/** Trucks at a stop, those that wait in the order of the line. */
export function trucksAt({ trucks }: Crossing, stop: Stop) {
  const here = trucks.flatMap((truck, index) => {
    const visit = current(truck);
    return visit?.at === stop ? [{ truck, index, visit }] : [];
  });
  return {
    waiting: here
      .filter(({ visit }) => visit.began === null)
      .sort((one, other) => one.visit.joined - other.visit.joined || one.index - other.index),
    inside: here.filter(({ visit }) => visit.began !== null),
  };
}

/** How many trucks a station takes at a time. */
export function teamsAt({ post }: Crossing, station: Station): number {
  return station === post ? 2 : 1;
}

/** Minutes of work that wait in line at a station. */
export function workWaiting({ stops }: CargoQueue, crossing: Crossing, station: Station): number {
  return trucksAt(crossing, station).waiting.length * stops[station].minutes;
}

/** Minutes until a truck that joins the line now would be taken in. */
function waitAt(scenario: CargoQueue, crossing: Crossing, station: Station): number {
  const { inside } = trucksAt(crossing, station);
  const teams = teamsAt(crossing, station);
  const left = inside.reduce(
    (sum, { visit }) => sum + Math.max(0, (visit.ends ?? 0) - crossing.clock),
    0,
  );
  return inside.length < teams
    ? 0
    : Math.round((workWaiting(scenario, crossing, station) + left) / teams);
}

/** Minutes through the port for a truck that arrives now, by each lane. */
export function tripFromNow(scenario: CargoQueue, crossing: Crossing): Record<Lane, number> {
  const { mexico, road, border, booth } = scenario.stops;
  const through = (stations: readonly Station[]) =>
    stations.reduce((sum, station) => sum + waitAt(scenario, crossing, station), 0);
  return {
    joint: road.minutes + through(['booth']) + booth.minutes,
    regular: through(['mexico', 'border']) + mexico.minutes + road.minutes + border.minutes,
  };
}

/** What comes after a stop; undefined: the learner must decide first. */
function nextStop({ lane, afterBooth }: Truck, { at }: Visit): Stop | 'out' | undefined {
  if (at === 'booth') return afterBooth === 'ask' ? undefined : afterBooth;
  if (at === 'mexico') return 'road';
  if (at === 'road') return lane === 'joint' ? 'booth' : 'border';
  return 'out';
}

function enter(scenario: CargoQueue, truck: Truck, at: Stop, clock: number): Truck {
  const isRoad = at === 'road';
  const visit: Visit = {
    at,
    joined: clock,
    began: isRoad ? clock : null,
    ends: isRoad ? clock + scenario.stops.road.minutes : null,
  };
  const lane = at === 'mexico' ? 'regular' : truck.lane;
  return { ...truck, lane, visits: [...truck.visits, visit] };
}

/** A truck that has arrived, or is done where it was, moves on. */
function movedOn(scenario: CargoQueue, truck: Truck, clock: number): Truck {
  if (truck.visits.length === 0) {
    if (truck.arrives > clock) return truck;
    return enter(scenario, truck, truck.lane === 'joint' ? 'road' : 'mexico', clock);
  }
  const visit = current(truck);
  if (!visit || visit.ends === null || visit.ends > clock) return truck;
  const next = nextStop(truck, visit);
  if (next === undefined) return truck;
  return next === 'out' ? { ...truck, out: clock } : enter(scenario, truck, next, clock);
}

/** Free officers take in who is first in line. */
function takenIn(scenario: CargoQueue, crossing: Crossing): Crossing {
  const { clock } = crossing;
  const first = new Map(
    STATIONS.flatMap((station) => {
      const { waiting, inside } = trucksAt(crossing, station);
      const free = Math.max(0, teamsAt(crossing, station) - inside.length);
      const ends = clock + scenario.stops[station].minutes;
      return waiting.slice(0, free).map(({ index }) => [index, ends] as const);
    }),
  );
  const trucks = crossing.trucks.map((truck, index) => {
    const ends = first.get(index);
    const visit = truck.visits.at(-1);
    if (ends === undefined || !visit) return truck;
    return { ...truck, visits: [...truck.visits.slice(0, -1), { ...visit, began: clock, ends }] };
  });
  return { ...crossing, trucks };
}

/** Index of the truck at the joint booth that waits for the learner’s word. */
export function truckInDoubt({ trucks, clock }: Crossing): number | undefined {
  const index = trucks.findIndex((truck) => {
    const visit = current(truck);
    return visit?.at === 'booth' && truck.afterBooth === 'ask' && (visit.ends ?? Infinity) <= clock;
  });
  return index < 0 ? undefined : index;
}

export function isEmpty({ trucks }: Crossing): boolean {
  return trucks.every(({ out }) => out !== null);
}

/** What the minute brings, at the clock as it stands. */
function settled(scenario: CargoQueue, crossing: Crossing): Crossing {
  const trucks = crossing.trucks.map((truck) => movedOn(scenario, truck, crossing.clock));
  return takenIn(scenario, { ...crossing, trucks });
}

/** Goal: all trucks have left. */
export const EMPTY = 'empty';

/** Far more than any port takes to empty, in minutes. */
const LONGEST = 10_000;

/**
 * Lets time pass until the goal; stops early where a truck waits for the learner’s word. `onMinute`
 * sees each minute.
 */
export function advance(
  scenario: CargoQueue,
  from: Crossing,
  goal: number | typeof EMPTY,
  onMinute: (crossing: Crossing) => void,
): Crossing {
  let crossing = settled(scenario, from);
  while (crossing.clock < LONGEST && truckInDoubt(crossing) === undefined) {
    if (goal === EMPTY ? isEmpty(crossing) : crossing.clock >= goal) break;
    crossing = settled(scenario, { ...crossing, clock: crossing.clock + 1 });
    onMinute(crossing);
  }
  return crossing;
}
