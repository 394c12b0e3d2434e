import { FULL_CREDIT } from '#src/course/question.ts';
import type { Feedback, Finding, QuestionKind, QuestionText } from '#src/questions/kind.ts';
import { accepted, nearAnswer } from './accept.ts';
import { fold } from './fold.ts';
import { shortAnswerSchema, type ShortAnswer, type ShortAnswerResponse } from './schema.ts';
import { codeToText, MAX_LENGTH, textToCode } from './text-code.ts';

/** What can be typed; shown below the field. */
export function typingHint({ exactCase }: ShortAnswer): string {
  return exactCase
    ? 'Type a word, a name or a number. Capital letters count; accents and punctuation do not.'
    : 'Type a word, a name or a number. Capital letters, accents and punctuation do not count.';
}

function findUnreadableAnswers({ answers, exactCase }: ShortAnswer): readonly Finding[] {
  return answers.flatMap((answer, index) =>
    fold(answer, exactCase) !== ''
      ? []
      : [
          {
            rule: 'quiz/unreadable-answer',
            path: ['answers', index],
            message: `The answer “${answer}” has neither letters nor digits, and signs do not count.`,
            hint: 'Write the answer in words.',
          },
        ],
  );
}

function findRightNearAnswers({ answers, near, exactCase }: ShortAnswer): readonly Finding[] {
  return near.flatMap(({ answer }, index) => {
    const right = answers.find((one) => fold(one, exactCase) === fold(answer, exactCase));
    if (right === undefined) return [];
    return [
      {
        rule: 'quiz/near-answer-is-right',
        path: ['near', index, 'answer'],
        message: `The near answer “${answer}” counts as “${right}”, which is right.`,
        hint: 'Remove it; case, accents, spaces and punctuation make no difference.',
      },
    ];
  });
}

/** Right, or what went wrong and then the right answer. */
function feedback(spec: ShortAnswer, response: ShortAnswerResponse): readonly Feedback[] {
  const right = { right: true, text: spec.right };
  if (accepted(spec, response) !== undefined) return [right];
  return [{ right: false, text: nearAnswer(spec, response)?.feedback ?? spec.wrong }, right];
}

function texts({ answers, right, wrong, near }: ShortAnswer): readonly QuestionText[] {
  return [
    ...answers.map((text, index) => ({ path: ['answers', index], role: 'label', text }) as const),
    { path: ['right'], role: 'feedback', text: right },
    { path: ['wrong'], role: 'feedback', text: wrong },
    ...near.map(
      ({ feedback: text }, index) =>
        ({ path: ['near', index, 'feedback'], role: 'feedback', text }) as const,
    ),
  ];
}

/** Write a word, a name or a number. All or nothing; spelling of no weight is forgiven. */
export const shortAnswer = {
  kind: 'short-answer',
  schema: shortAnswerSchema,
  findings: (spec) => [...findUnreadableAnswers(spec), ...findRightNearAnswers(spec)],
  blank: () => '',
  isComplete: (_spec, response) => response.trim() !== '',
  missing: () => 'Type an answer first.',
  score: (spec, response) => (accepted(spec, response) === undefined ? 0 : FULL_CREDIT),
  feedback,
  order: () => [],
  /** A right response goes as the variant it amounts to, so that an LMS that compares agrees. */
  interaction: (spec, response) => ({
    type: 'fill-in',
    response: accepted(spec, response) ?? response,
    correct: spec.answers,
  }),
  labels: () => ({}),
  encode: (_spec, response) => textToCode(response.slice(0, MAX_LENGTH)),
  decode: (_spec, code) => codeToText(code),
  wording: ({ stem }) => [stem],
  texts,
  choices: () => [],
} satisfies QuestionKind<ShortAnswer, ShortAnswerResponse>;
