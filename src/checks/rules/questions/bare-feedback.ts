import { kindOf } from '#src/questions/registry.ts';
import { allQuestions } from '#src/checks/all-questions.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { wordsOf } from '#src/checks/words.ts';

const VERDICT = new Set(
  `absolutely almost answer choice close correct exactly false good great incorrect indeed is it job no nope not option
quite right sorry that that’s this true unfortunately well wrong yes you’re you are`.split(/\s+/),
);

/** Feedback teaches: it never only says right or wrong. */
export const bareFeedback: Rule = {
  id: 'quiz/bare-feedback',
  *check(loaded) {
    for (const placed of allQuestions(loaded)) {
      for (const { role, path, text } of kindOf(placed.question).texts(placed.question)) {
        if (role !== 'feedback' || teaches(text)) continue;
        yield inQuestion(loaded, placed, path, {
          severity: 'error',
          rule: 'quiz/bare-feedback',
          message: `The feedback “${text}” only says right or wrong.`,
          hint: 'Say why: what makes it right, or what makes it tempting and wrong.',
        });
      }
    }
  },
  examples: {
    good: [
      {
        name: 'a verdict with its reason',
        files: { '01-boxes/quiz.yaml': ['Green means released.', 'No, green means released.'] },
      },
    ],
    bad: [
      {
        name: 'a verdict alone',
        files: { '01-boxes/quiz.yaml': ['Green means released.', 'Sorry, that is not correct.'] },
        says: [
          'lessons/01-boxes/quiz.yaml:15  error  quiz/bare-feedback\n  Question “first-question”: The feedback “Sorry, that is not correct.” only says right or wrong.\n  Say why: what makes it right, or what makes it tempting and wrong.',
        ],
      },
      {
        name: 'nothing but “Right!” for a number',
        files: { '01-boxes/quiz.yaml': ['One red, one green.', 'Right!'] },
        says: [
          'lessons/01-boxes/quiz.yaml:37  error  quiz/bare-feedback\n  Question “quick-check”: The feedback “Right!” only says right or wrong.\n  Say why: what makes it right, or what makes it tempting and wrong.',
        ],
      },
    ],
  },
};

function teaches(feedback: string): boolean {
  return wordsOf(feedback).some((word) => !VERDICT.has(word.toLowerCase().replace("'", '’')));
}
