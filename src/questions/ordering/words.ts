import type { Feedback } from '#src/questions/kind.ts';
import type { Verdict } from '#src/questions/verdict.ts';

/** Announced once the learner said that the order shown is right. */
export const KEPT = 'Kept: this order is your answer.';

/** Announced after a move, for whoever doesn't see it. `place` counts from 0. */
export function movedText(step: string, place: number, steps: number): string {
  return `${step}: now ${place + 1} of ${steps}.`;
}

/** Verdict on one step; `step` is its authored index and so its right place. */
export function stepVerdict({ right, text }: Feedback, step: number): Verdict {
  const words = right ? 'In order' : `Out of order, belongs in place ${step + 1}`;
  return { right, given: true, words, remark: text };
}
