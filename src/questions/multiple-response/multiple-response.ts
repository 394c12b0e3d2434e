import { toCredit } from '#src/course/question.ts';
import {
  choiceInteraction,
  findNoCorrectOption,
  optionChoices,
  optionFeedback,
  optionOrder,
  optionTexts,
  rightOptions,
} from '#src/questions/options.ts';
import type { Finding, QuestionKind } from '#src/questions/kind.ts';
import {
  multipleResponseSchema,
  type MultipleResponse,
  type MultipleResponseResponse,
} from './schema.ts';

/** The response with that option chosen, or no longer chosen. */
export function toggleOption(
  response: MultipleResponseResponse,
  index: number,
): MultipleResponseResponse {
  const others = response.filter((chosen) => chosen !== index);
  return others.length < response.length ? others : [...others, index].toSorted((a, b) => a - b);
}

/** Where all options are right, choosing everything earns full credit without a thought. */
function findAllOptionsCorrect({ options }: MultipleResponse): readonly Finding[] {
  if (options.some(({ correct }) => !correct)) return [];
  return [
    {
      rule: 'quiz/all-options-correct',
      path: ['options'],
      message: 'All options are correct, so choosing everything is right.',
      hint: 'Add an option that is wrong, or remove `correct: true` from one.',
    },
  ];
}

/** Right options chosen less wrong ones, of all right ones: choosing everything earns little. */
function share({ options }: MultipleResponse, response: MultipleResponseResponse): number {
  const right = response.filter((index) => options[index]?.correct).length;
  const wrong = response.length - right;
  return (right - wrong) / rightOptions(options).length;
}

/** Choose all that apply. Partial credit; full only for exactly the right options. */
export const multipleResponse = {
  kind: 'multiple-response',
  schema: multipleResponseSchema,
  findings: (spec) => [...findNoCorrectOption(spec.options), ...findAllOptionsCorrect(spec)],
  blank: () => [],
  isComplete: (_spec, response) => response.length > 0,
  score: (spec, response) => toCredit(share(spec, response)),
  feedback: ({ options }, response) => optionFeedback(options, response),
  order: (spec, seed) => optionOrder(spec, seed),
  interaction: ({ options }, response) => choiceInteraction(options, response),
  /** One integer: bit n is set where option n is chosen. */
  encode: (_spec, response) => [response.reduce((bits, index) => bits + 2 ** index, 0)],
  decode({ options }, code) {
    const [bits] = code;
    if (code.length !== 1 || bits === undefined) return undefined;
    if (!Number.isInteger(bits) || bits < 0 || bits >= 2 ** options.length) return undefined;
    return [...options.keys()].filter((index) => bits & (1 << index));
  },
  wording: ({ options }) => options.map(({ text }) => text),
  texts: ({ options }) => optionTexts(options),
  choices: (spec) => optionChoices(spec),
} satisfies QuestionKind<MultipleResponse, MultipleResponseResponse>;
