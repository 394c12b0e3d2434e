import { assign, enqueueActions, setup } from 'xstate';
import { latencyOf, type Interaction } from '#src/course/interaction.ts';
import type { SavedResponse } from '#src/course/progress.ts';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import {
  kindOf,
  restoreResponse,
  saveResponse,
  type Question,
  type QuestionResponse,
} from '#src/questions/registry.ts';
import { OUTCOME } from './rounds.ts';

export interface QuizInput {
  /** Id of the lesson, for interaction ids. */
  readonly lesson: string;
  /** The questions of this round, in the order to ask them. */
  readonly questions: readonly Question[];
  /** Number of the question to begin at; `OUTCOME` for the outcome. */
  readonly question: number;
  /** Numbers of questions that this round does not ask again. */
  readonly answered: readonly number[];
  /** Answers before this session: question number → attempts and last response. */
  readonly earlier: ReadonlyMap<number, EarlierAnswer>;
  readonly draft?: SavedResponse | undefined;
  /** No limit of tries: for inline checks. */
  readonly unlimited: boolean;
  /** No key and no feedback after an answer: the next question follows at once. */
  readonly silent?: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface EarlierAnswer {
  readonly attempts: number;
  readonly credit: Credit;
  readonly response?: SavedResponse | undefined;
}

export interface QuizContext {
  readonly lesson: string;
  readonly questions: readonly Question[];
  /** Index of the question in view; past the end: the outcome. */
  readonly index: number;
  readonly answered: readonly number[];
  readonly response: QuestionResponse;
  /** Credit of the response in review. */
  readonly credit: Credit;
  /** Times each question was answered, all rounds; question number → count. */
  readonly attempts: ReadonlyMap<number, number>;
  /** The question in view is answered, and shows its feedback. */
  readonly isReview: boolean;
  /** Times the question in view was answered in this round. */
  readonly tries: number;
  readonly unlimited: boolean;
  readonly silent: boolean;
  readonly shownAt: number;
}

/**
 * `at` is milliseconds since 1970. `order` has the authored indices in the order in which they were
 * shown: the letters that the learner saw follow from it.
 */
export type QuizEvent =
  | { readonly type: 'response.change'; readonly response: QuestionResponse }
  | {
      readonly type: 'answer.submit';
      readonly at: number;
      readonly order?: readonly number[] | undefined;
    }
  | { readonly type: 'answer.retry'; readonly at: number }
  | { readonly type: 'question.next'; readonly at: number };

export type QuizFact =
  | {
      readonly type: 'question.answered';
      readonly question: number;
      readonly credit: Credit;
      readonly response: SavedResponse;
      readonly at: number;
      readonly interaction: Interaction;
    }
  | {
      readonly type: 'draft.changed';
      readonly question: number;
      readonly response: SavedResponse;
    }
  | {
      readonly type: 'place.changed';
      readonly question: number;
      readonly answered: readonly number[];
    };

/** The question in view; undefined at the outcome. */
export function currentQuestion({ questions, index }: QuizContext): Question | undefined {
  return questions[index];
}

function canSubmit(context: QuizContext): boolean {
  const question = currentQuestion(context);
  return question !== undefined && kindOf(question).isComplete(question, context.response);
}

function hasTriesLeft(context: QuizContext): boolean {
  const question = currentQuestion(context);
  const limit = context.unlimited ? Infinity : (question?.tries ?? 0);
  return context.credit < FULL_CREDIT && context.tries < limit;
}

/** The next question that the round still asks, after the one in view and then from the start. */
function nextIndex({ questions, answered, index }: QuizContext): number {
  const isOpen = (question: Question) => !answered.includes(question.number);
  const after = questions.findIndex((question, at) => at > index && isOpen(question));
  if (after >= 0) return after;
  const first = questions.findIndex(isOpen);
  return first >= 0 ? first : questions.length;
}

/** Context with the question at `index` in view, not yet answered. */
function show(context: QuizContext, index: number, at: number): QuizContext {
  const question = context.questions[index];
  const response = question ? kindOf(question).blank(question) : null;
  return { ...context, index, response, credit: 0, isReview: false, tries: 0, shownAt: at };
}

function begin(input: QuizInput): QuizContext {
  const { lesson, questions, answered, unlimited, earlier, silent = false } = input;
  const attempts = new Map([...earlier].map(([number, answer]) => [number, answer.attempts]));
  const start =
    input.question === OUTCOME
      ? -1
      : questions.findIndex(({ number }) => number === input.question);
  const blank = {
    lesson,
    questions,
    answered,
    unlimited,
    silent,
    attempts,
    index: 0,
    response: null,
    credit: 0,
    isReview: false,
    tries: 0,
    shownAt: 0,
  } as const;
  const isOver = silent && answered.includes(input.question);
  const place = start < 0 ? questions.length : start;
  const context = show(blank, isOver ? nextIndex({ ...blank, index: place }) : place, input.at);
  const question = currentQuestion(context);
  return question ? resumeQuestion(context, question, input) : context;
}

/** Brings back a draft, or an answer that was in review, with the tries it took. */
function resumeQuestion(context: QuizContext, question: Question, input: QuizInput): QuizContext {
  const earlier = input.earlier.get(question.number);
  const wasAnswered = input.answered.includes(question.number);
  // Attempts of earlier rounds count as tries of this one: a reload must not give a try more.
  const tries = wasAnswered ? (earlier?.attempts ?? 1) : 0;
  const draft = input.draft && restoreResponse(question, input.draft);
  if (draft !== undefined) return { ...context, response: draft, tries };
  const response =
    wasAnswered && earlier?.response ? restoreResponse(question, earlier.response) : undefined;
  if (response === undefined) return context;
  const credit = kindOf(question).score(question, response);
  return { ...context, response, tries, credit, isReview: true };
}

function answer(context: QuizContext, at: number): QuizContext {
  const question = currentQuestion(context);
  if (!question) return context;
  const { number } = question;
  return {
    ...context,
    credit: kindOf(question).score(question, context.response),
    isReview: true,
    tries: context.tries + 1,
    attempts: new Map(context.attempts).set(number, (context.attempts.get(number) ?? 0) + 1),
    answered: context.answered.includes(number) ? context.answered : [...context.answered, number],
    shownAt: at,
  };
}

function answeredFact(
  before: QuizContext,
  after: QuizContext,
  { at, order }: Extract<QuizEvent, { type: 'answer.submit' }>,
): QuizFact | undefined {
  const question = currentQuestion(after);
  if (!question) return undefined;
  const { response, credit, lesson } = after;
  const kind = kindOf(question);
  const saved = saveResponse(question, response);
  return {
    type: 'question.answered',
    question: question.number,
    credit,
    response: saved,
    at,
    interaction: {
      ...kind.interaction(question, response),
      labels: order && kind.labels(question, order),
      wording: saved.fingerprint,
      id: `${lesson}.${question.id}`,
      attempt: after.attempts.get(question.number) ?? 1,
      objective: `${lesson}.${question.objective}`,
      description: question.stem,
      credit,
      at,
      latency: latencyOf(before.shownAt, at),
    },
  };
}

function placeFact(context: QuizContext): QuizFact {
  const { answered } = context;
  return { type: 'place.changed', question: currentQuestion(context)?.number ?? OUTCOME, answered };
}

function draftFact(context: QuizContext): QuizFact | undefined {
  const question = currentQuestion(context);
  if (!question) return undefined;
  const response = saveResponse(question, context.response);
  return { type: 'draft.changed', question: question.number, response };
}

/** One round of a quiz, or one inline check: what is asked, answered, shown. */
export const quizMachine = setup({
  types: {
    context: {} as QuizContext,
    events: {} as QuizEvent,
    emitted: {} as QuizFact,
    input: {} as QuizInput,
  },
  guards: {
    canSubmit: ({ context }) => canSubmit(context),
    canSubmitSilently: ({ context }) => context.silent && canSubmit(context),
    hasTriesLeft: ({ context }) => hasTriesLeft(context),
    isAtOutcome: ({ context }) => currentQuestion(context) === undefined,
    isInReview: ({ context }) => context.isReview,
  },
  actions: {
    keepResponse: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'response.change') return;
      const next = { ...context, response: event.response };
      enqueue.assign(next);
      const fact = draftFact(next);
      if (fact) enqueue.emit(fact);
    }),
    scoreAnswer: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'answer.submit') return;
      const next = answer(context, event.at);
      enqueue.assign(next);
      enqueue.emit(placeFact(next));
      const fact = answeredFact(context, next, event);
      if (fact) enqueue.emit(fact);
    }),
    clearAnswer: assign(({ context, event }) => {
      if (event.type !== 'answer.retry') return {};
      return { ...show(context, context.index, event.at), tries: context.tries };
    }),
    showNext: enqueueActions(({ context, event, enqueue }) => {
      if (!('at' in event)) return;
      const next = show(context, nextIndex(context), event.at);
      enqueue.assign(next);
      enqueue.emit(placeFact(next));
    }),
  },
}).createMachine({
  id: 'quiz',
  context: ({ input }) => begin(input),
  initial: 'opening',
  states: {
    opening: {
      always: [
        { target: 'outcome', guard: 'isAtOutcome' },
        { target: 'reviewing', guard: 'isInReview' },
        { target: 'answering' },
      ],
    },
    answering: {
      on: {
        'response.change': { actions: 'keepResponse' },
        'answer.submit': [
          {
            target: 'moving',
            guard: 'canSubmitSilently',
            actions: ['scoreAnswer', 'showNext'],
          },
          { target: 'reviewing', guard: 'canSubmit', actions: 'scoreAnswer' },
        ],
      },
    },
    reviewing: {
      tags: 'review',
      on: {
        'answer.retry': { target: 'answering', guard: 'hasTriesLeft', actions: 'clearAnswer' },
        'question.next': { target: 'moving', actions: 'showNext' },
      },
    },
    moving: {
      always: [{ target: 'outcome', guard: 'isAtOutcome' }, { target: 'answering' }],
    },
    outcome: { tags: 'outcome' },
  },
});
