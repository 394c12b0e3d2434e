import type { DebriefPoint } from './lab.ts';

/** One thing that a run is judged by, noted when it is decided. Plain data: it may stand in a state. */
export interface Mark {
  /** Its name for the LMS: a short word of letters, digits and `_`. */
  readonly step: string;
  /** Share of full marks that it earned, 0…1. */
  readonly share: number;
  readonly did: string;
  readonly expert: string;
  readonly rule?: string | undefined;
}

/** All marks weigh the same. */
export function scoreOf(marks: readonly Mark[]): number {
  return marks.reduce((sum, { share }) => sum + share, 0) / Math.max(1, marks.length);
}

export function debriefOf(marks: readonly Mark[]): readonly DebriefPoint[] {
  return marks.map(({ share, did, expert, rule }) => ({ right: share === 1, did, expert, rule }));
}

export function stepsOf(marks: readonly Mark[]): readonly (readonly [string, string])[] {
  return marks.map(({ step, share }) => [step, share === 1 ? 'right' : 'flawed'] as const);
}
