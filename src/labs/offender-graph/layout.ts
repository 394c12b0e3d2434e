import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { chance } from '#src/course/shuffle.ts';
import type { Link } from './links.ts';

/** A place in percent of the picture’s width and height. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** More than these move nothing that the eye would see. */
const TICKS = 100;
/** The heat that is left after the last. */
const COLD = 0.001;
/** Nodes stay so far from the edge, in percent. */
const MARGIN = 12;

/** Where each file stands: linked ones draw near, others keep away. The same links, the same places. */
export function layout(count: number, links: readonly Link[], seed: number): Place[] {
  const next = chance(seed);
  const nodes = Array.from({ length: count }, (): SimulationNodeDatum => ({
    x: (next() - 0.5) * 100,
    y: (next() - 0.5) * 100,
  }));
  forceSimulation(nodes)
    .randomSource(next)
    .force(
      'links',
      forceLink(links.map(({ a, b }) => ({ source: a, target: b })))
        .distance(36)
        .strength(0.7),
    )
    .force('apart', forceManyBody().strength(-120))
    .force('room', forceCollide(13).iterations(2))
    .force('x', forceX(0).strength(0.2))
    .force('y', forceY(0).strength(0.2))
    .stop()
    .alphaDecay(1 - COLD ** (1 / TICKS))
    .tick(TICKS);
  return spread(nodes.map(({ x = 0, y = 0 }) => ({ x, y })));
}

/** Fills the picture, whatever came out. */
function spread(places: readonly Place[]): Place[] {
  const scale = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number) =>
      high === low ? 50 : MARGIN + ((value - low) / (high - low)) * (100 - 2 * MARGIN);
  };
  const [x, y] = [scale(places.map((place) => place.x)), scale(places.map((place) => place.y))];
  return places.map((place) => ({ x: x(place.x), y: y(place.y) }));
}
