import { FULL_CREDIT, toCredit, type Credit } from '#src/course/question.ts';
import { optionId, optionLabels } from '#src/questions/options.ts';
import type { Feedback, QuestionKind, QuestionText } from '#src/questions/kind.ts';
import { shuffledOrder } from '#src/course/shuffle.ts';
import { orderingSchema, type Ordering, type OrderingResponse } from './schema.ts';

function isAuthoredOrder(order: readonly number[]): boolean {
  return order.every((step, place) => step === place);
}

/** Shuffled, and never right from the start: where chance says so, the order is turned round. */
function startOrder({ steps }: Ordering, seed: number): readonly number[] {
  const order = shuffledOrder(steps.length, seed);
  return isAuthoredOrder(order) ? order.toReversed() : order;
}

/** The order with the step at place `from` moved to place `to`. Places count from 0. */
export function moveStep(order: readonly number[], from: number, to: number): readonly number[] {
  const moved = order.filter((_step, place) => place !== from);
  return moved.toSpliced(to, 0, ...order.slice(from, from + 1));
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}

/**
 * The most steps that stand in the right order among themselves; the others have to be moved.
 * Empty where not even two do. Of several equally long runs, the one that ends first.
 */
export function stepsInOrder(order: readonly number[]): readonly number[] {
  const runs: (readonly number[])[] = [];
  for (const step of order) {
    const before = longest(runs.filter((run) => (run.at(-1) ?? 0) < step));
    runs.push([...before, step]);
  }
  const best = longest(runs);
  return best.length > 1 ? best : [];
}

/**
 * Share of the moves that are not needed: n steps need n − 1 moves at worst. One step out of
 * place costs one move, however far it went, where counting right places would cost them all.
 */
function score({ steps }: Ordering, response: OrderingResponse): Credit {
  const inOrder = stepsInOrder(response ?? []).length;
  return toCredit((inOrder - 1) / (steps.length - 1));
}

function tally({ steps }: Ordering, response: OrderingResponse): string {
  return `${stepsInOrder(response ?? []).length} of ${steps.length} in order`;
}

function feedback(spec: Ordering, response: OrderingResponse): readonly Feedback[] {
  const inOrder = stepsInOrder(response ?? []);
  const onSteps = spec.steps.map((step, option) => ({
    option,
    right: inOrder.includes(option),
    text: step.feedback,
  }));
  if (score(spec, response) === FULL_CREDIT) return onSteps;
  return [{ right: false, text: spec.wrong }, ...onSteps];
}

function decode({ steps }: Ordering, code: readonly number[]): OrderingResponse | undefined {
  if (code.length === 0) return null;
  const isPermutation =
    code.length === steps.length && isAuthoredOrder(code.toSorted((a, b) => a - b));
  return isPermutation ? code : undefined;
}

function texts({ steps, wrong }: Ordering): readonly QuestionText[] {
  return [
    ...steps.flatMap(({ text, feedback }, index): QuestionText[] => [
      { path: ['steps', index, 'text'], role: 'item', text },
      { path: ['steps', index, 'feedback'], role: 'feedback', text: feedback },
    ]),
    { path: ['wrong'], role: 'feedback', text: wrong },
  ];
}

/** Put steps in order. Partial credit by the steps that stand in order; full only for all. */
export const ordering = {
  kind: 'ordering',
  schema: orderingSchema,
  findings: () => [],
  blank: () => null,
  isComplete: (_spec, response) => response !== null,
  missing: () => 'Move the steps first, or press “Keep this order” if it is right as it stands.',
  score,
  tally,
  feedback,
  order: startOrder,
  interaction: ({ steps }, response) => ({
    type: 'sequencing',
    response: (response ?? []).map(optionId),
    correct: [...steps.keys()].map(optionId),
  }),
  labels: ({ steps }, order) => optionLabels(steps, order),
  encode: (_spec, response) => response ?? [],
  decode,
  wording: ({ steps }) => steps.map(({ text }) => text),
  texts,
  choices: () => [],
} satisfies QuestionKind<Ordering, OrderingResponse>;
