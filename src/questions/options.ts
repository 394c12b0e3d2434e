import * as v from 'valibot';
import { described, textField } from '#src/course/schemas.ts';
import type { InteractionBody, Labels } from '#src/course/interaction.ts';
import { toCredit, type Credit } from '#src/course/question.ts';
import type { ChoiceSet, Feedback, Finding, QuestionText } from './kind.ts';
import { shuffledOrder } from '#src/course/shuffle.ts';

/* What the choice kinds share: options that can be chosen, each right or wrong for itself. */

/** One thing that can be chosen. */
export const optionSchema = v.strictObject({
  text: textField('What can be chosen.'),
  feedback: textField('Why it is right, or what makes it tempting and wrong.'),
  correct: v.optional(described(v.boolean(), 'true: this option is right. Default false.'), false),
});
export type Option = v.InferOutput<typeof optionSchema>;

/** The fields of both choice kinds. */
export const optionEntries = {
  options: described(
    v.pipe(
      v.array(optionSchema),
      v.minLength(2, 'must have at least 2 options'),
      v.maxLength(8, 'must have at most 8 options'),
    ),
    'What can be chosen, 2 to 8 options.',
  ),
  shuffle: v.optional(
    described(
      v.boolean(),
      'false keeps the authored order, as for True and False or for amounts. Default true.',
    ),
    true,
  ),
} as const;

interface Choice {
  readonly options: readonly Option[];
  readonly shuffle: boolean;
}

/** Id of an option or step in interactions: `a` for the first as authored (field guide R23). */
export function optionId(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

/** Authored indices of the right options. */
export function rightOptions(options: readonly Option[]): readonly number[] {
  return options.flatMap((option, index) => (option.correct ? [index] : []));
}

/** A choice without any right option can't be answered. `noun`: what the options are called. */
export function findNoCorrectOption(
  options: readonly Option[],
  noun = 'option',
): readonly Finding[] {
  if (rightOptions(options).length > 0) return [];
  return [
    {
      rule: `quiz/no-correct-${noun}`,
      path: [`${noun}s`],
      message: `No ${noun} is correct.`,
      hint: `Add \`correct: true\` to the ${noun} that is right.`,
    },
  ];
}

/** Where all options are right, choosing everything earns full credit without a thought. */
export function findAllOptionsCorrect(
  options: readonly Option[],
  noun = 'option',
): readonly Finding[] {
  if (options.some(({ correct }) => !correct)) return [];
  return [
    {
      rule: `quiz/all-${noun}s-correct`,
      path: [`${noun}s`],
      message: `All ${noun}s are correct, so choosing everything is right.`,
      hint: `Add a wrong ${noun}, or remove \`correct: true\` from one.`,
    },
  ];
}

/** The chosen options with that one chosen, or no longer chosen; ascending. */
export function toggleOption(chosen: readonly number[], index: number): readonly number[] {
  const others = chosen.filter((each) => each !== index);
  return others.length < chosen.length ? others : [...others, index].toSorted((a, b) => a - b);
}

/** Right options chosen less wrong ones, of all right ones: choosing everything earns little. */
export function scoreOptions(options: readonly Option[], chosen: readonly number[]): Credit {
  const right = chosen.filter((index) => options[index]?.correct).length;
  const wrong = chosen.length - right;
  return toCredit((right - wrong) / rightOptions(options).length);
}

/** How many of the right options were chosen, and how many wrong ones with them. */
export function optionTally(options: readonly Option[], chosen: readonly number[]): string {
  const right = chosen.filter((index) => options[index]?.correct).length;
  const wrong = chosen.length - right;
  const found = `${right} of ${rightOptions(options).length} right`;
  return wrong === 0 ? found : `${found}, ${wrong} wrong`;
}

/** Remarks on every chosen option, and on the right ones that were missed. */
export function optionFeedback(
  options: readonly Option[],
  chosen: readonly number[],
): readonly Feedback[] {
  return options.flatMap(({ correct, feedback }, option) =>
    correct || chosen.includes(option) ? [{ option, right: correct, text: feedback }] : [],
  );
}

/** What a learner can read in options. */
export function optionTexts(options: readonly Option[]): readonly QuestionText[] {
  return options.flatMap(({ text, feedback }, index): QuestionText[] => [
    { path: ['options', index, 'text'], role: 'item', text },
    { path: ['options', index, 'feedback'], role: 'feedback', text: feedback },
  ]);
}

interface Asked extends Pick<Choice, 'options'> {
  readonly stem: string;
}

/** The options as a set to choose from; three to five do (Haladyna, Downing, Rodriguez 2002). */
export function optionChoices({ stem, options }: Asked): readonly ChoiceSet[] {
  return [{ path: ['options'], prompt: stem, options, sensible: { min: 3, max: 5 } }];
}

/** The options as authored, or in an order drawn from the seed. */
export function optionOrder({ options, shuffle }: Choice, seed: number): readonly number[] {
  return shuffle ? shuffledOrder(options.length, seed) : [...options.keys()];
}

/** Neutral record of a choice. */
export function choiceInteraction(
  options: readonly Option[],
  chosen: readonly number[],
): InteractionBody {
  return {
    type: 'choice',
    response: chosen.map(optionId),
    correct: rightOptions(options).map(optionId),
  };
}

/** What the option ids of a record stand for: each option has the letter of its place. */
export function optionLabels(
  options: readonly { readonly text: string }[],
  order: readonly number[],
): Labels {
  return Object.fromEntries(
    options.map(({ text }, index) => [
      optionId(index),
      { seen: optionId(order.indexOf(index)), text },
    ]),
  );
}

/** The chosen options as one integer: bit n is set where option n is chosen. */
export function encodeOptions(chosen: readonly number[]): readonly number[] {
  return [chosen.reduce((bits, index) => bits + 2 ** index, 0)];
}

/** The chosen options, ascending; undefined where the code is none of so many options. */
export function decodeOptions(
  options: readonly Option[],
  code: readonly number[],
): readonly number[] | undefined {
  const [bits] = code;
  if (code.length !== 1 || bits === undefined) return undefined;
  if (!Number.isInteger(bits) || bits < 0 || bits >= 2 ** options.length) return undefined;
  return [...options.keys()].filter((index) => bits & (1 << index));
}
