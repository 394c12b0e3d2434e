import type { Credit } from './question.ts';

/**
 * One answered question in neutral form. A question kind yields it; each tracker encodes it.
 * The set of types is closed: it is the part of SCORM 2004's vocabulary (RTE 4.2.9) that we use,
 * so a new question kind never touches a tracker.
 *
 * Option ids are lower-case letters and digits (`a`, `b`, … in authored order), which is what the
 * strictest LMS accepts in both standards (field guide R23, R24).
 */
export type InteractionBody =
  | {
      readonly type: 'choice';
      /** Chosen option ids. */
      readonly response: readonly string[];
      readonly correct: readonly string[];
    }
  | {
      readonly type: 'sequencing';
      /** Step ids in the order given. */
      readonly response: readonly string[];
      readonly correct: readonly string[];
    }
  | {
      readonly type: 'numeric';
      readonly response: number;
      /** Both ends belong to the range. */
      readonly correct: { readonly min: number; readonly max: number };
    }
  | {
      readonly type: 'matching';
      /** Pairs of source id and target id, each source once. */
      readonly response: readonly (readonly [string, string])[];
      readonly correct: readonly (readonly [string, string])[];
    }
  | {
      readonly type: 'fill-in';
      readonly response: string;
      readonly correct: readonly string[];
    }
  | {
      readonly type: 'performance';
      /** Steps taken: step id and what was done. */
      readonly response: readonly (readonly [string, string])[];
      readonly correct: readonly (readonly [string, string])[];
    };

/** The longest time that an answer is said to have taken: a computer may have slept meanwhile. */
const LONGEST_LATENCY = 30 * 60_000;

/** Milliseconds from seeing a question to answering it. */
export function latencyOf(shownAt: number, at: number): number {
  return Math.min(Math.max(0, at - shownAt), LONGEST_LATENCY);
}

/** What an id in a response or in a key stands for. */
export interface Label {
  /** Letter or figure that the learner saw before it, in lower case. */
  readonly seen: string;
  /** Its words, plain text. */
  readonly text: string;
}

/**
 * Labels by option id; for the second half of a performance's step by `<step id>.<option id>`. An id
 * that is not in it speaks for itself.
 */
export type Labels = Readonly<Record<string, Label>>;

export type Interaction = InteractionBody & {
  /** `<lesson id>.<question id>`; a tracker adds what makes it unique. ASCII without spaces. */
  readonly id: string;
  /** Which answer to this question this is, from 1. */
  readonly attempt: number;
  /** Objective id, `<lesson id>.<objective id>`. */
  readonly objective: string;
  /** The stem, as plain text; trackers shorten it. */
  readonly description: string;
  readonly labels?: Labels | undefined;
  /** 8 bits of a hash of the wording: reworded, it is another question in reports. */
  readonly wording?: number | undefined;
  /** Asked in the final assessment. */
  readonly isFinal?: true | undefined;
  readonly credit: Credit;
  /** Milliseconds since 1970, when the answer was submitted. */
  readonly at: number;
  /** Milliseconds from seeing the question to submitting. */
  readonly latency: number;
};
