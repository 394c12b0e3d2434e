import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import { example as multipleResponse } from '#src/questions/multiple-response/example.ts';
import { example as numeric } from '#src/questions/numeric/example.ts';
import { example as ordering } from '#src/questions/ordering/example.ts';
import { saveResponse, type QuestionResponse } from '#src/questions/registry.ts';
import { example as singleChoice } from '#src/questions/single-choice/example.ts';
import { currentQuestion, quizMachine, type QuizFact, type QuizInput } from './quiz-machine.ts';
import { OUTCOME } from './rounds.ts';

const AT = Date.UTC(2026, 10, 24, 12);
const RIGHT = 1;
const WRONG = 0;

const twoTries = { ...singleChoice, tries: 2 };

/** A round over one question that may be answered once; say what matters. */
function open(changes: Partial<QuizInput> = {}) {
  const questions = changes.questions ?? [singleChoice];
  const actor = createActor(quizMachine, {
    input: {
      lesson: 'security',
      questions,
      question: questions[0]?.number ?? OUTCOME,
      answered: [],
      earlier: new Map(),
      unlimited: false,
      at: AT,
      ...changes,
    },
  });
  const facts: QuizFact[] = [];
  actor.on('*', (fact) => facts.push(fact));
  actor.start();
  return {
    facts,
    get snapshot() {
      return actor.getSnapshot();
    },
    get question() {
      return currentQuestion(actor.getSnapshot().context);
    },
    respond: (response: QuestionResponse) => actor.send({ type: 'response.change', response }),
    submit: (at = AT) => actor.send({ type: 'answer.submit', at }),
    retry: (at = AT) => actor.send({ type: 'answer.retry', at }),
    next: (at = AT) => actor.send({ type: 'question.next', at }),
  };
}

type Quiz = ReturnType<typeof open>;

function answer(quiz: Quiz, response: QuestionResponse, at = AT): void {
  quiz.respond(response);
  quiz.submit(at);
}

function answeredFacts({ facts }: Quiz) {
  return facts.flatMap((fact) => (fact.type === 'question.answered' ? [fact] : []));
}

function typesOf({ facts }: Quiz): string[] {
  return facts.map(({ type }) => type);
}

function earlierAnswer(response: QuestionResponse, credit: Credit, attempts = 1) {
  return new Map([
    [singleChoice.number, { attempts, credit, response: saveResponse(singleChoice, response) }],
  ]);
}

describe('answering', () => {
  it('starts without a response and without a fact', () => {
    const quiz = open();
    expect(quiz.snapshot.context.response).toBeNull();
    expect(quiz.snapshot.hasTag('review')).toBe(false);
    expect(quiz.facts).toEqual([]);
  });

  it('tells each change of the response as a draft of the question, and no place', () => {
    const quiz = open();
    quiz.respond(WRONG);
    expect(quiz.facts).toEqual([
      {
        type: 'draft.changed',
        question: singleChoice.number,
        response: saveResponse(singleChoice, WRONG),
      },
    ]);
  });

  it('does not submit what is not complete', () => {
    const quiz = open();
    quiz.submit();
    expect(quiz.snapshot.can({ type: 'answer.submit', at: AT })).toBe(false);
    expect(quiz.facts).toEqual([]);
  });

  it('does not submit a draft that became incomplete again', () => {
    const quiz = open({ questions: [multipleResponse] });
    quiz.respond([0]);
    quiz.respond([]);
    quiz.submit();
    expect(answeredFacts(quiz)).toEqual([]);
  });

  it('does not go on before the question was answered', () => {
    const quiz = open({ questions: [singleChoice, numeric] });
    quiz.respond(RIGHT);
    quiz.next();
    expect(quiz.question?.id).toBe(singleChoice.id);
    expect(quiz.snapshot.can({ type: 'question.next', at: AT })).toBe(false);
  });
});

describe('submitting', () => {
  it('tells the place first, then the answer', () => {
    const quiz = open();
    answer(quiz, RIGHT);
    expect(typesOf(quiz)).toEqual(['draft.changed', 'place.changed', 'question.answered']);
    expect(quiz.facts[1]).toMatchObject({ answered: [singleChoice.number] });
  });

  it('tells exactly one answer, however often it is sent', () => {
    const quiz = open();
    answer(quiz, RIGHT);
    quiz.submit();
    quiz.submit();
    expect(answeredFacts(quiz)).toHaveLength(1);
  });

  it('shows the review, which takes no other response', () => {
    const quiz = open();
    answer(quiz, WRONG);
    quiz.respond(RIGHT);
    expect(quiz.snapshot.hasTag('review')).toBe(true);
    expect(quiz.snapshot.context.response).toBe(WRONG);
  });

  it.each([
    ['right', RIGHT, FULL_CREDIT],
    ['wrong', WRONG, 0],
  ])('scores a %s answer', (_name, response, credit) => {
    const quiz = open();
    answer(quiz, response);
    expect(quiz.snapshot.context.credit).toBe(credit);
    expect(answeredFacts(quiz)[0]?.credit).toBe(credit);
  });

  it('scores partial credit', () => {
    const quiz = open({ questions: [multipleResponse] });
    answer(quiz, [0, 2]);
    expect(answeredFacts(quiz)[0]?.credit).toBe(2);
  });

  it('tells the response in the form in which it is saved', () => {
    const quiz = open();
    answer(quiz, RIGHT);
    expect(answeredFacts(quiz)[0]?.response).toEqual(saveResponse(singleChoice, RIGHT));
  });
});

describe('the interaction of an answer', () => {
  it('names the question, its objective and its stem', () => {
    const quiz = open();
    answer(quiz, RIGHT);
    expect(answeredFacts(quiz)[0]?.interaction).toMatchObject({
      id: 'security.seal-mismatch',
      objective: 'security.check-seals',
      description: singleChoice.stem,
    });
  });

  it('holds what was answered, what was right, and the credit', () => {
    const quiz = open();
    answer(quiz, WRONG);
    expect(answeredFacts(quiz)[0]?.interaction).toMatchObject({
      type: 'choice',
      response: ['a'],
      correct: ['b'],
      credit: 0,
    });
  });

  it('measures the time from seeing the question to submitting', () => {
    const quiz = open({ questions: [singleChoice, numeric] });
    answer(quiz, RIGHT, AT + 4_000);
    quiz.next(AT + 10_000);
    answer(quiz, '83', AT + 17_000);
    expect(
      answeredFacts(quiz).map(({ interaction }) => [interaction.at, interaction.latency]),
    ).toEqual([
      [AT + 4_000, 4_000],
      [AT + 17_000, 7_000],
    ]);
  });

  it('measures the time of a retry from the retry', () => {
    const quiz = open({ questions: [twoTries] });
    answer(quiz, WRONG, AT + 1_000);
    quiz.retry(AT + 60_000);
    answer(quiz, RIGHT, AT + 62_000);
    expect(answeredFacts(quiz)[1]?.interaction.latency).toBe(2_000);
  });

  it('has no negative time when the clock was set back', () => {
    const quiz = open();
    answer(quiz, RIGHT, AT - 5_000);
    expect(answeredFacts(quiz)[0]?.interaction.latency).toBe(0);
  });

  it('counts attempts over all rounds, earlier ones included', () => {
    const quiz = open({ questions: [twoTries], earlier: earlierAnswer(WRONG, 0, 3) });
    answer(quiz, WRONG);
    quiz.retry();
    answer(quiz, RIGHT);
    expect(answeredFacts(quiz).map(({ interaction }) => interaction.attempt)).toEqual([4, 5]);
  });

  it('counts attempts of each question by themselves', () => {
    const quiz = open({ questions: [singleChoice, numeric] });
    answer(quiz, RIGHT);
    quiz.next();
    answer(quiz, '83');
    expect(answeredFacts(quiz).map(({ interaction }) => interaction.attempt)).toEqual([1, 1]);
  });
});

describe('retrying', () => {
  it('is not offered where a question may be answered once', () => {
    const quiz = open();
    answer(quiz, WRONG);
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(false);
  });

  it('is offered while tries are left', () => {
    const quiz = open({ questions: [twoTries] });
    answer(quiz, WRONG);
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(true);
    quiz.retry();
    answer(quiz, WRONG);
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(false);
  });

  it('is not offered after full credit', () => {
    const quiz = open({ questions: [twoTries] });
    answer(quiz, RIGHT);
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(false);
  });

  it('is offered after partial credit', () => {
    const quiz = open({ questions: [{ ...multipleResponse, tries: 2 }] });
    answer(quiz, [0, 2]);
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(true);
  });

  it('begins with a blank response', () => {
    const quiz = open({ questions: [twoTries] });
    answer(quiz, WRONG);
    quiz.retry();
    expect(quiz.snapshot.hasTag('review')).toBe(false);
    expect(quiz.snapshot.context.response).toBeNull();
  });

  it('counts the question once among the answered', () => {
    const quiz = open({ questions: [twoTries] });
    answer(quiz, WRONG);
    quiz.retry();
    answer(quiz, RIGHT);
    expect(quiz.snapshot.context.answered).toEqual([singleChoice.number]);
  });

  it('starts anew with each question', () => {
    const quiz = open({ questions: [twoTries, { ...numeric, tries: 2 }] });
    answer(quiz, WRONG);
    quiz.retry();
    answer(quiz, WRONG);
    quiz.next();
    answer(quiz, '1');
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(true);
  });

  it('has no limit in a check, until it is right', () => {
    const quiz = open({ unlimited: true });
    for (let time = 0; time < 9; time++) {
      answer(quiz, WRONG);
      quiz.retry();
    }
    answer(quiz, RIGHT);
    expect(answeredFacts(quiz)).toHaveLength(10);
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(false);
  });
});

describe('going on', () => {
  const questions = [singleChoice, multipleResponse, ordering, numeric];

  it('leads to the next question, not yet answered, and tells the place', () => {
    const quiz = open({ questions });
    answer(quiz, RIGHT);
    quiz.next();
    expect(quiz.question?.id).toBe(multipleResponse.id);
    expect(quiz.snapshot.context.response).toEqual([]);
    expect(quiz.facts.at(-1)).toEqual({
      type: 'place.changed',
      question: multipleResponse.number,
      answered: [singleChoice.number],
    });
  });

  it('leaves out what the round does not ask', () => {
    const quiz = open({ questions, answered: [multipleResponse.number, ordering.number] });
    answer(quiz, RIGHT);
    quiz.next();
    expect(quiz.question?.id).toBe(numeric.id);
  });

  it('comes back to questions left open before the one it began at', () => {
    const quiz = open({ questions: [singleChoice, numeric], question: numeric.number });
    answer(quiz, '83');
    quiz.next();
    expect(quiz.question?.id).toBe(singleChoice.id);
  });

  it('leads to the outcome when nothing is left, and tells that place', () => {
    const quiz = open();
    answer(quiz, WRONG);
    quiz.next();
    expect(quiz.snapshot.hasTag('outcome')).toBe(true);
    expect(quiz.facts.at(-1)).toMatchObject({ type: 'place.changed', question: OUTCOME });
  });

  it('ends at the outcome: nothing can be answered there', () => {
    const quiz = open({ question: OUTCOME });
    answer(quiz, RIGHT);
    quiz.retry();
    quiz.next();
    expect(quiz.snapshot.hasTag('outcome')).toBe(true);
    expect(quiz.facts).toEqual([]);
  });
});

describe('resuming', () => {
  it('begins at the question of the bookmark', () => {
    expect(
      open({ questions: [singleChoice, numeric], question: numeric.number }).question?.id,
    ).toBe(numeric.id);
  });

  it('opens the outcome where the bookmark stands there, or the question is gone', () => {
    expect(open({ question: OUTCOME }).snapshot.hasTag('outcome')).toBe(true);
    expect(open({ question: 99 }).snapshot.hasTag('outcome')).toBe(true);
  });

  it('brings the draft back, ready to submit', () => {
    const quiz = open({ questions: [numeric], draft: saveResponse(numeric, '8') });
    expect(quiz.snapshot.context.response).toBe('8');
    expect(quiz.snapshot.hasTag('review')).toBe(false);
    quiz.submit();
    expect(answeredFacts(quiz)).toHaveLength(1);
  });

  it('drops the draft of a question that was reworded since', () => {
    const reworded = { ...numeric, stem: 'And by how much in percent?' };
    const quiz = open({ questions: [reworded], draft: saveResponse(numeric, '8') });
    expect(quiz.snapshot.context.response).toBe('');
  });

  it('brings an answered question back in review, with its credit, telling nothing again', () => {
    const quiz = open({
      answered: [singleChoice.number],
      earlier: earlierAnswer(RIGHT, FULL_CREDIT),
    });
    expect(quiz.snapshot.hasTag('review')).toBe(true);
    expect(quiz.snapshot.context).toMatchObject({ response: RIGHT, credit: FULL_CREDIT });
    expect(quiz.facts).toEqual([]);
  });

  it('shows in review what the last answer earned, not the best one', () => {
    const quiz = open({
      answered: [singleChoice.number],
      earlier: earlierAnswer(WRONG, FULL_CREDIT, 2),
    });
    expect(quiz.snapshot.context.credit).toBe(0);
  });

  it('goes on from the review', () => {
    const quiz = open({
      questions: [singleChoice, numeric],
      answered: [singleChoice.number],
      earlier: earlierAnswer(RIGHT, FULL_CREDIT),
    });
    quiz.next();
    expect(quiz.question?.id).toBe(numeric.id);
  });

  it('does not allow another try of a question that may be answered once', () => {
    const quiz = open({ answered: [singleChoice.number], earlier: earlierAnswer(WRONG, 0) });
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(false);
  });

  it('asks an answered question again where its response was not kept', () => {
    const quiz = open({
      answered: [singleChoice.number],
      earlier: new Map([[singleChoice.number, { attempts: 1, credit: 0 as const }]]),
    });
    expect(quiz.snapshot.hasTag('review')).toBe(false);
    answer(quiz, RIGHT);
    expect(answeredFacts(quiz)[0]?.interaction.attempt).toBe(2);
  });

  it('shows no earlier response to a question that this round asks again', () => {
    const quiz = open({ earlier: earlierAnswer(WRONG, 0) });
    expect(quiz.snapshot.context.response).toBeNull();
  });
});

describe('taking up a question that was answered', () => {
  it('gives no try more than were left', () => {
    const quiz = open({
      questions: [twoTries],
      answered: [twoTries.number],
      earlier: earlierAnswer(WRONG, 0, 2),
    });
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(false);
  });

  it('offers the try that was left', () => {
    const quiz = open({
      questions: [twoTries],
      answered: [twoTries.number],
      earlier: earlierAnswer(WRONG, 0, 1),
    });
    expect(quiz.snapshot.can({ type: 'answer.retry', at: AT })).toBe(true);
  });

  it('brings back the answer begun in a further try, not the one before', () => {
    const quiz = open({
      questions: [twoTries],
      answered: [twoTries.number],
      earlier: earlierAnswer(WRONG, 0, 1),
      draft: saveResponse(twoTries, RIGHT),
    });
    expect(quiz.snapshot.hasTag('review')).toBe(false);
    expect(quiz.snapshot.context.response).toBe(RIGHT);
  });
});

describe('a test without keys', () => {
  const silent = (changes: Partial<QuizInput> = {}) =>
    open({ questions: [singleChoice, { ...singleChoice, number: 99 }], silent: true, ...changes });

  it('goes on to the next question with the answer, and shows neither key nor feedback', () => {
    const quiz = silent();
    answer(quiz, WRONG);
    expect(quiz.snapshot.hasTag('review')).toBe(false);
    expect(quiz.question?.number).toBe(99);
    expect(answeredFacts(quiz).map(({ question }) => question)).toEqual([singleChoice.number]);
    answer(quiz, RIGHT);
    expect(quiz.snapshot.hasTag('outcome')).toBe(true);
  });

  it('takes no second answer, also when it is taken up at the one before', () => {
    const quiz = silent({
      answered: [singleChoice.number],
      earlier: earlierAnswer(WRONG, 0),
    });
    expect(quiz.snapshot.hasTag('review')).toBe(false);
    expect(quiz.question?.number).toBe(99);
  });

  it('asks for a complete answer like any other', () => {
    const quiz = silent();
    quiz.submit();
    expect(quiz.question?.number).toBe(singleChoice.number);
    expect(answeredFacts(quiz)).toEqual([]);
  });
});
