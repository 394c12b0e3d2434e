import type { Feedback } from './kind.ts';

/** What the review shows of one option, step or number: a mark, the same in words, a remark. */
export interface Verdict {
  readonly right: boolean;
  /** Not right, but not quite wrong: half a mark. */
  readonly isPartial?: boolean;
  /** Did the learner give it? False for the right answer that was missed. */
  readonly given: boolean;
  readonly words: string;
  readonly remark: string;
}

/** Verdict on a thing that was given as an answer, or should have been. */
export function answerVerdict({ right, text }: Feedback, given: boolean): Verdict {
  const words = right ? 'Your answer, right' : 'Your answer, wrong';
  return { right, given, words: given ? words : 'Right answer', remark: text };
}
