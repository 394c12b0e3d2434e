import { mergeProgress } from './merge-progress.ts';
import { decodeProgress, encodeProgress } from './progress-codec.ts';

/**
 * The best of two saved records, such as those of two tabs of one learner; the first where either
 * can't be read. `limit`: most characters that its keeper takes; left out, what SCORM 1.2 takes.
 */
export function mergeRecords(mine: string, other: string, limit?: number): string {
  const [one, two] = [decodeProgress(mine), decodeProgress(other)];
  return one.ok && two.ok ? encodeProgress(mergeProgress(one.progress, two.progress), limit) : mine;
}
