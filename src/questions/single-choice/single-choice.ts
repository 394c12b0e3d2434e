import { FULL_CREDIT } from '#src/course/question.ts';
import {
  choiceInteraction,
  findNoCorrectOption,
  optionChoices,
  optionFeedback,
  optionLabels,
  optionOrder,
  optionTexts,
  rightOptions,
} from '#src/questions/options.ts';
import type { Finding, QuestionKind } from '#src/questions/kind.ts';
import { singleChoiceSchema, type SingleChoice, type SingleChoiceResponse } from './schema.ts';

function chosen(response: SingleChoiceResponse): readonly number[] {
  return response === null ? [] : [response];
}

function findSeveralCorrectOptions({ options }: SingleChoice): readonly Finding[] {
  const [, second, ...others] = rightOptions(options);
  if (second === undefined) return [];
  return [
    {
      rule: 'quiz/several-correct-options',
      path: ['options', second, 'correct'],
      message: `${others.length + 2} options are correct; a single choice has one.`,
      hint: 'Keep `correct: true` on one option, or write `kind: multiple-response`.',
    },
  ];
}

/** Choose one. All or nothing: a choice is right or wrong. */
export const singleChoice = {
  kind: 'single-choice',
  schema: singleChoiceSchema,
  findings: (spec) => [...findNoCorrectOption(spec.options), ...findSeveralCorrectOptions(spec)],
  blank: () => null,
  isComplete: (_spec, response) => response !== null,
  missing: () => 'Choose an answer first.',
  score: ({ options }, response) =>
    response !== null && options[response]?.correct ? FULL_CREDIT : 0,
  feedback: ({ options }, response) => optionFeedback(options, chosen(response)),
  order: (spec, seed) => optionOrder(spec, seed),
  interaction: ({ options }, response) => choiceInteraction(options, chosen(response)),
  labels: ({ options }, order) => optionLabels(options, order),
  encode: (_spec, response) => chosen(response),
  decode({ options }, code) {
    const [index] = code;
    if (index === undefined) return null;
    return code.length === 1 && index in options ? index : undefined;
  },
  wording: ({ options }) => options.map(({ text }) => text),
  texts: ({ options }) => optionTexts(options),
  choices: (spec) => optionChoices(spec),
} satisfies QuestionKind<SingleChoice, SingleChoiceResponse>;
