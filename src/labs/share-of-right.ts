import type { DebriefPoint } from './lab.ts';

/** Score of a lab whose points of the debrief all weigh the same: 1 only where each is right. */
export function shareOfRight(points: readonly DebriefPoint[]): number {
  return points.filter(({ right }) => right).length / Math.max(1, points.length);
}
