import { shuffledOrder } from '#src/course/shuffle.ts';
import type { Credit } from '#src/course/question.ts';
import { followPath } from '#src/questions/case/path.ts';
import { matchingTask } from '#src/questions/matching/matching.ts';
import { kindOf, type Question, type QuestionResponse } from '#src/questions/registry.ts';

/** Numbers in 0 ≤ n < 1. */
export type Chance = () => number;

/** What somebody earns who answers without reading. */
export function guess(question: Question, chance: Chance): Credit {
  return kindOf(question).score(question, randomResponse(question, chance));
}

/** Any response that the screen would take; nobody guesses a number or a name. */
function randomResponse(question: Question, chance: Chance): QuestionResponse {
  const any = (count: number) => Math.floor(chance() * count);
  const shuffled = (count: number) => shuffledOrder(count, any(2 ** 31));
  const some = (options: readonly { readonly correct: boolean }[]) =>
    shuffled(options.length)
      .slice(0, options.filter(({ correct }) => correct).length)
      .sort((a, b) => a - b);
  switch (question.kind) {
    case 'single-choice':
      return any(question.options.length);
    case 'multiple-response':
      return some(question.options);
    case 'hotspot':
      return some(question.regions);
    case 'ordering':
      return shuffled(question.steps.length);
    case 'matching':
      return shuffled(matchingTask(question).targets.length).slice(0, question.pairs.length);
    case 'categorize':
      return question.items.map(() => any(question.bins.length));
    case 'case':
      return followPath(question, (ways) => ways[any(ways.length)]).map(({ chosen }) => chosen);
    case 'numeric':
      return String(question.answer + 1000);
    case 'short-answer':
      return 'no idea';
  }
}
