import { allChoices } from '#src/checks/choices.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';

const ABSOLUTE = /\b(always|never|only|all|every|none)\b/i;

/** Absolute words give wrong options away where no right one has any. */
export const absoluteWords: Rule = {
  id: 'quiz/absolute-words',
  *check(loaded) {
    for (const { placed, path, options } of allChoices(loaded)) {
      if (options.some(({ text, correct }) => correct && ABSOLUTE.test(text))) continue;
      for (const [index, { text }] of options.entries()) {
        const word = ABSOLUTE.exec(text)?.[0];
        if (word === undefined) continue;
        yield inQuestion(loaded, placed, [...path, index, 'text'], {
          severity: 'warning',
          rule: 'quiz/absolute-words',
          message: `“${word}” stands in a wrong option and in no right one, which gives it away.`,
          hint: 'Say it without the absolute word, or use one in the right option too.',
        });
      }
    }
  },
  examples: {
    good: [
      {
        name: 'absolute words in right and wrong options',
        files: {
          '01-boxes/quiz.yaml': [
            'The red one\n        correct: true\n        feedback: Red means held on this dock.\n      - text: The green one',
            'All red ones\n        correct: true\n        feedback: Red means held on this dock.\n      - text: All green ones',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'an absolute word in a wrong option',
        files: { '01-boxes/quiz.yaml': ['The green one', 'Every green one'] },
        says: [
          'lessons/01-boxes/quiz.yaml:14  warning  quiz/absolute-words\n  Question “first-question”: “Every” stands in a wrong option and in no right one, which gives it away.\n  Say it without the absolute word, or use one in the right option too.',
        ],
      },
    ],
  },
};
