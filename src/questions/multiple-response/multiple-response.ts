import {
  choiceInteraction,
  decodeOptions,
  encodeOptions,
  findAllOptionsCorrect,
  findNoCorrectOption,
  optionChoices,
  optionFeedback,
  optionLabels,
  optionOrder,
  optionTally,
  optionTexts,
  scoreOptions,
} from '#src/questions/options.ts';
import type { QuestionKind } from '#src/questions/kind.ts';
import {
  multipleResponseSchema,
  type MultipleResponse,
  type MultipleResponseResponse,
} from './schema.ts';

/** Choose all that apply. Partial credit; full only for exactly the right options. */
export const multipleResponse = {
  kind: 'multiple-response',
  schema: multipleResponseSchema,
  findings: ({ options }) => [...findNoCorrectOption(options), ...findAllOptionsCorrect(options)],
  blank: () => [],
  isComplete: (_spec, response) => response.length > 0,
  missing: () => 'Choose at least one answer first.',
  score: ({ options }, response) => scoreOptions(options, response),
  tally: ({ options }, response) => optionTally(options, response),
  feedback: ({ options }, response) => optionFeedback(options, response),
  order: (spec, seed) => optionOrder(spec, seed),
  interaction: ({ options }, response) => choiceInteraction(options, response),
  labels: ({ options }, order) => optionLabels(options, order),
  encode: (_spec, response) => encodeOptions(response),
  decode: ({ options }, code) => decodeOptions(options, code),
  wording: ({ options }) => options.map(({ text }) => text),
  texts: ({ options }) => optionTexts(options),
  choices: (spec) => optionChoices(spec),
} satisfies QuestionKind<MultipleResponse, MultipleResponseResponse>;
