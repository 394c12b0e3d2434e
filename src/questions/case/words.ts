import type { Verdict } from '#src/questions/verdict.ts';
import { isBest, type Step } from './path.ts';
import type { DecisionOption } from './schema.ts';

/** Shown to whoever wants to go on without having chosen. */
export const CHOOSE_FIRST = 'Choose first, then decide.';

/** Shown once nothing is left to decide. */
export const CASE_ENDS = 'The case ends here. Check the answer to see how well you decided.';

const WORDS = {
  0: 'Your decision, poor',
  1: 'Your decision, partly right',
  2: 'Your decision, best',
} as const;

/** One option in review. */
export interface Judged {
  readonly text: string;
  readonly verdict: Verdict;
}

function judgeChosen(option: DecisionOption): Judged {
  const { text, points, consequence } = option;
  const verdict = {
    right: isBest(option),
    isPartial: points === 1,
    given: true,
    words: WORDS[points],
    remark: consequence,
  };
  return { text, verdict };
}

function judgeMissed({ text, consequence }: DecisionOption): Judged {
  const words = 'Best decision';
  return { text, verdict: { right: true, given: false, words, remark: consequence } };
}

/** What was decided, and what would have been best where that was not it. */
export function judge({ decision, option }: Step): readonly Judged[] {
  const missed = isBest(option) ? [] : decision.options.filter(isBest);
  return [judgeChosen(option), ...missed.map(judgeMissed)];
}
