import { allChoices } from '#src/checks/choices.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';

const TRUE_FALSE = /^(true|false|yes|no|right|wrong)[.!]?$/i;

/** A choice has as many options as its kind calls sensible; True and False are two. */
export const optionCount: Rule = {
  id: 'quiz/option-count',
  *check(loaded) {
    for (const { placed, path, options, sensible } of allChoices(loaded)) {
      const count = options.length;
      if (count >= sensible.min && count <= sensible.max) continue;
      if (count === 2 && options.every(({ text }) => TRUE_FALSE.test(text.trim()))) continue;
      yield inQuestion(loaded, placed, path, {
        severity: 'error',
        rule: 'quiz/option-count',
        message: `It has ${count} options.`,
        hint: `Give it ${sensible.min} to ${sensible.max}: fewer invite a guess, more are padding.`,
      });
    }
  },
  examples: {
    good: [{ name: 'three options', files: {} }],
    bad: [
      {
        name: 'two options',
        files: {
          '01-boxes/quiz.yaml': [
            '      - text: The blue one\n        feedback: No box on this dock is blue.\n',
            '',
          ],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:10  error  quiz/option-count\n  Question “first-question”: It has 2 options.\n  Give it 3 to 5: fewer invite a guess, more are padding.',
        ],
      },
      {
        name: 'six options',
        files: {
          '01-boxes/quiz.yaml': [
            '      - text: The blue one\n',
            ['pink', 'gray', 'cyan']
              .map((color) => `      - text: The ${color} one\n        feedback: There is none.\n`)
              .join('') + '      - text: The blue one\n',
          ],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:10  error  quiz/option-count\n  Question “first-question”: It has 6 options.\n  Give it 3 to 5: fewer invite a guess, more are padding.',
        ],
      },
    ],
  },
};
