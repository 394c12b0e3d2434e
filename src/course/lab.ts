import type { Citation, LintException } from './question.ts';
import type { Source } from './schemas.ts';

/**
 * One practice of a lesson, whatever its kind. The kinds live in `src/labs/`; the scenario is what
 * the author writes for that kind, checked by the kind's own schema when the course is read.
 */
export interface Lab {
  /** Unique in its lesson, kebab-case, permanent: saved progress depends on it. */
  readonly id: string;
  /** Small permanent number from `lessons/ids.json`, unique among the questions and labs of its lesson. */
  readonly number: number;
  readonly kind: string;
  readonly title: string;
  /** Id of the lesson objective that it trains. */
  readonly objective: string;
  readonly minutes: number;
  /** The situation, and what to do in it. Plain text. */
  readonly intro: string;
  /** What is made up for practice, in a sentence; shown with the lab. */
  readonly invented: string;
  readonly cites: readonly Citation[];
  readonly lint?: readonly LintException[] | undefined;
  readonly scenario: unknown;
}

/** What a lesson's own chunk carries of a lab. */
export interface LabContent extends Omit<Lab, 'cites'> {
  readonly sources: readonly Source[];
}

/** A run of a lab: the one under way, or the last one that was finished. */
export interface LabRun {
  /** Permanent numbers. */
  readonly lesson: number;
  readonly lab: number;
  /** Which run of this lab it is, from 1: another run draws another seed. */
  readonly run: number;
  /** 8 bits of a hash of the scenario: decisions in another scenario are not restored. */
  readonly fingerprint: number;
  /** The decisions in order, each as a non-negative integer; their meaning belongs to the kind. */
  readonly decisions: readonly number[];
}
