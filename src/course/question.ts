/**
 * What every question has, whatever its kind. The kinds themselves live in `src/questions/`.
 *
 * Naming: a *question* is one item of a bank; its *stem* asks; *options* are what can be chosen;
 * a *response* is what a learner gave; a *credit* is what the response earned.
 */

/** Bloom's revised taxonomy, the level that a question or an objective asks for. */
export const BLOOM_LEVELS = ['remember', 'understand', 'apply', 'analyze', 'evaluate'] as const;
export type BloomLevel = (typeof BLOOM_LEVELS)[number];

/**
 * What a response earned, in quarters of the whole: 0 is wrong, 4 is fully right.
 * Quarters, so that a saved result is exact and takes little room in an LMS.
 */
export type Credit = 0 | 1 | 2 | 3 | 4;
export const FULL_CREDIT = 4;

/** Rounds a share of the whole (0…1) down to quarters; only a full share earns full credit. */
export function toCredit(share: number): Credit {
  return Math.max(0, Math.min(FULL_CREDIT, Math.floor(share * FULL_CREDIT + 1e-9))) as Credit;
}

/** Where a statement comes from: a source of `sources.yaml`, and for the recap a short exact quote. */
export interface Citation {
  readonly source: string;
  readonly quote?: string | undefined;
  /** Session that the quote is from, where it is not the lesson's own. */
  readonly session?: string | undefined;
}

/**
 * What a question is for. `practice` teaches in the lesson's quiz and its checks, with its key.
 * `exam` is asked in the final assessment alone, so that nobody has seen its key.
 */
export const USES = ['practice', 'exam'] as const;
export type Use = (typeof USES)[number];

export interface QuestionBase {
  /** Unique in its lesson, kebab-case, permanent: saved progress depends on it. */
  readonly id: string;
  /** Small permanent number from `lessons/ids.json`, unique in its lesson. */
  readonly number: number;
  readonly kind: string;
  /** What is asked. Plain text. */
  readonly stem: string;
  /** Id of the lesson objective that this question tests. */
  readonly objective: string;
  readonly bloom: BloomLevel;
  /** By default its file decides: quiz.yaml is for practice, exam.yaml for the assessment. */
  readonly use?: Use | undefined;
  /** Title of the lesson's part that teaches it. */
  readonly part?: string | undefined;
  /** How often it may be answered in one round of the quiz. Default 1; inline checks: no limit. */
  readonly tries: number;
  /** Shown after the answer, whatever it was. */
  readonly explanation?: string | undefined;
  readonly cites: readonly Citation[];
  /** Findings of the checks that are fine here. No screen shows them. */
  readonly lint?: readonly LintException[] | undefined;
}

/** A finding that the author lets stand, and why. */
export interface LintException {
  /** `group/name` of the rule. */
  readonly rule: string;
  readonly because: string;
}
