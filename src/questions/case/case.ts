import { FULL_CREDIT, toCredit, type Credit } from '#src/course/question.ts';
import type { Label, Labels } from '#src/course/interaction.ts';
import { optionId } from '#src/questions/options.ts';
import type { ChoiceSet, Feedback, QuestionKind, QuestionText } from '#src/questions/kind.ts';
import { shuffledOrder } from '#src/course/shuffle.ts';
import { caseFindings } from './findings.ts';
import { bestPath, isBest, openDecision, stepsOf, type Step } from './path.ts';
import { caseSchema, FULL_POINTS, type Case, type CaseResponse, type Decision } from './schema.ts';

/** Number of the decision's first option, where the options of the whole case are counted through. */
function firstOption({ decisions }: Case, decision: Decision): number {
  return decisions
    .slice(0, decisions.indexOf(decision))
    .reduce((count, { options }) => count + options.length, 0);
}

/** All options of the case, counted through: one decision's order tells nothing about another's. */
function optionOrder({ decisions }: Case, seed: number): readonly number[] {
  return shuffledOrder(decisions.flatMap(({ options }) => options).length, seed);
}

/** Authored indices of the decision's options, in the order to show them. */
export function shownOptions(
  spec: Case,
  decision: Decision,
  order: readonly number[],
): readonly number[] {
  const first = firstOption(spec, decision);
  return order.map((option) => option - first).filter((option) => option in decision.options);
}

/**
 * Points earned, of those of the best path. A detour makes the whole larger by the decisions it
 * adds: what it earns on the way does not make up for the decision that led there.
 */
function score(spec: Case, response: CaseResponse): Credit {
  const steps = stepsOf(spec, response);
  const points = steps.reduce((sum, { option }) => sum + option.points, 0);
  const most = FULL_POINTS * Math.max(steps.length, bestPath(spec).length);
  return toCredit(points / most);
}

/** On each decision: what was chosen, and the best where that was not it. */
function feedback(spec: Case, response: CaseResponse): readonly Feedback[] {
  return stepsOf(spec, response).flatMap(({ decision, chosen, option }) =>
    decision.options.flatMap((each, index) => {
      const isMissed = isBest(each) && !isBest(option);
      if (index !== chosen && !isMissed) return [];
      return [
        {
          option: firstOption(spec, decision) + index,
          right: isBest(each),
          text: each.consequence,
        },
      ];
    }),
  );
}

function tally(spec: Case, response: CaseResponse): string {
  const steps = stepsOf(spec, response);
  const best = steps.filter(({ option }) => isBest(option)).length;
  return `${best} of ${steps.length} decisions best`;
}

function pairsOf(steps: readonly Step[]): readonly (readonly [string, string])[] {
  return steps.map(({ decision, chosen }) => [decision.id, optionId(chosen)]);
}

/** The options of each decision, by `<decision id>.<option id>`. */
function labels(spec: Case, order: readonly number[]): Labels {
  const entries = spec.decisions.flatMap((decision) => {
    const shown = shownOptions(spec, decision, order);
    return decision.options.map(({ text }, index): [string, Label] => [
      `${decision.id}.${optionId(index)}`,
      { seen: optionId(shown.indexOf(index)), text },
    ]);
  });
  return Object.fromEntries(entries);
}

function texts({ decisions }: Case): readonly QuestionText[] {
  return decisions.flatMap(({ prompt, options }, index): QuestionText[] => {
    const path = ['decisions', index] as const;
    return [
      { path: [...path, 'prompt'], role: 'prompt', text: prompt },
      ...options.flatMap(({ text, consequence }, option): QuestionText[] => [
        { path: [...path, 'options', option, 'text'], role: 'item', text },
        { path: [...path, 'options', option, 'consequence'], role: 'feedback', text: consequence },
      ]),
    ];
  });
}

/** The options of each decision; two may do, where a decision is a fork. */
function choices({ decisions }: Case): readonly ChoiceSet[] {
  return decisions.map(({ prompt, options }, index) => ({
    path: ['decisions', index, 'options'],
    prompt,
    options: options.map((option) => ({ text: option.text, correct: isBest(option) })),
    sensible: { min: 2, max: 4 },
  }));
}

/** Decide one thing after the other. Partial credit; full only where every decision was best. */
export const caseKind = {
  kind: 'case',
  schema: caseSchema,
  findings: caseFindings,
  isLed: true,
  missing: () => 'Decide to the end, then check.',
  blank: () => [],
  isComplete: (spec, response) => openDecision(spec, response) === undefined,
  score,
  tally,
  feedback,
  order: optionOrder,
  interaction(spec, response) {
    const taken = pairsOf(stepsOf(spec, response));
    // Of several best paths the one that was taken is as right as any other.
    const isRight = score(spec, response) === FULL_CREDIT;
    return {
      type: 'performance',
      response: taken,
      correct: isRight ? taken : pairsOf(bestPath(spec)),
    };
  },
  labels,
  encode: (_spec, response) => response,
  decode: (spec, code) => (stepsOf(spec, code).length === code.length ? code : undefined),
  wording: ({ decisions }) =>
    decisions.flatMap(({ id, prompt, options }) => [
      id,
      prompt,
      ...options.flatMap(({ text, next }) => [text, next ?? '']),
    ]),
  texts,
  choices,
} satisfies QuestionKind<Case, CaseResponse>;
