import { describe, expect, it } from 'vitest';
import { transition, type SnapshotFrom } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  currentQuestion,
  quizMachine,
  type QuizEvent,
  type QuizFact,
} from '#src/machine/quiz-machine.ts';
import { example as multipleResponse } from '#src/questions/multiple-response/example.ts';
import { example as numeric } from '#src/questions/numeric/example.ts';
import type { Question, QuestionResponse } from '#src/questions/registry.ts';
import { example as singleChoice } from '#src/questions/single-choice/example.ts';

type Snapshot = SnapshotFrom<typeof quizMachine>;

const AT = Date.UTC(2026, 10, 24);

const QUESTIONS: readonly Question[] = [
  { ...singleChoice, tries: 2 },
  { ...multipleResponse, tries: 2 },
  numeric,
];

/** For each kind what is blank, wrong, partly right and right. */
const RESPONSES: Readonly<Record<string, readonly QuestionResponse[]>> = {
  'single-choice': [null, 0, 1],
  'multiple-response': [[], [1], [0, 2], [0, 2, 3]],
  numeric: ['', 'x', '17', '83'],
};

/** Everything a learner can do at a place, allowed or not. */
function eventsAt({ context }: Snapshot): QuizEvent[] {
  const kind = currentQuestion(context)?.kind ?? '';
  return [
    ...(RESPONSES[kind] ?? []).map((response): QuizEvent => ({
      type: 'response.change',
      response,
    })),
    { type: 'answer.submit', at: AT },
    { type: 'answer.retry', at: AT },
    { type: 'question.next', at: AT },
  ];
}

function factsOf(
  actions: readonly { readonly type: string; readonly params?: unknown }[],
): QuizFact[] {
  return actions.flatMap(({ type, params }) =>
    type === 'xstate.emit' ? [(params as { event: QuizFact }).event] : [],
  );
}

interface Step {
  readonly event: QuizEvent;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly facts: readonly QuizFact[];
}

/** What is open in a round: questions that it still asks. */
function openQuestions({ context }: Snapshot): number[] {
  return QUESTIONS.map(({ number }) => number).filter(
    (number) => !context.answered.includes(number),
  );
}

/** What a step does against the rules. */
function violations({ event, before, after, facts }: Step): string[] {
  const { index, answered, tries } = after.context;
  const answers = facts.filter(({ type }) => type === 'question.answered').length;
  const submitted = after.context.tries > before.context.tries && index === before.context.index;
  const left = before.context.questions[before.context.index]?.number ?? 0;
  const tests: [boolean, string][] = [
    [before.context.answered.some((number) => !answered.includes(number)), 'lost an answer'],
    [new Set(answered).size < answered.length, 'counted a question twice'],
    [!Number.isInteger(index) || index < 0 || index > QUESTIONS.length, 'has no such index'],
    [
      index !== before.context.index && !before.context.answered.includes(left),
      'left a question open',
    ],
    [after.hasTag('outcome') !== (index === QUESTIONS.length), 'is at the outcome only by name'],
    [after.hasTag('outcome') && openQuestions(after).length > 0, 'skipped questions'],
    [tries > (QUESTIONS[index]?.tries ?? 0), 'allowed a try too many'],
    [
      after.hasTag('review') && !answered.includes(QUESTIONS[index]?.number ?? 0),
      'reviewed too early',
    ],
    [answers !== (submitted ? 1 : 0), `told ${answers} answers`],
    [submitted && event.type !== 'answer.submit', 'submitted by itself'],
  ];
  return tests.flatMap(([is, what]) => (is ? [`${event.type}: ${what}`] : []));
}

describe.each([
  ['from its beginning', 1, []],
  ['over the missed ones', 2, [1]],
  ['that began in the middle', 4, []],
])('every way through a round %s', (_name, question, answered) => {
  const input = {
    lesson: 'security',
    questions: QUESTIONS,
    question,
    answered,
    earlier: new Map(),
    unlimited: false,
    at: AT,
  };
  const paths = getShortestPaths(quizMachine, {
    input,
    events: eventsAt,
    limit: 100_000,
    // Attempts and moments do not decide what comes next.
    serializeState: ({ value, context }) =>
      JSON.stringify([
        value,
        context.index,
        context.response,
        context.credit,
        context.tries,
        context.answered,
      ]),
  });

  it('was generated, and reaches the outcome', () => {
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.some(({ state }) => state.hasTag('outcome'))).toBe(true);
  });

  it('keeps what was answered, asks every question before it is left, and tells each answer once', () => {
    const found = paths.flatMap(({ state }) =>
      eventsAt(state).flatMap((event) => {
        const [after, actions] = transition(quizMachine, state, event);
        return violations({ event, before: state, after, facts: factsOf(actions) });
      }),
    );
    expect(found).toEqual([]);
  });

  it('is never stuck: everywhere but at the outcome something can be done', () => {
    const stuck = paths.filter(
      ({ state }) => !state.hasTag('outcome') && !eventsAt(state).some((event) => state.can(event)),
    );
    expect(stuck).toEqual([]);
  });
});
