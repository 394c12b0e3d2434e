import { allChoices } from '#src/checks/choices.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';

const SWEEPING =
  /\b(all|none|neither|both|any) (of )?(the |these |those )?(above|below|others?|answers|options|(is|are) (right|correct|true))\b|^(all|none|neither|both) of (them|these|those|the two)\.?$/i;

/** No option speaks of the others: options are shuffled, and half-knowledge finds it. */
export const allOfTheAbove: Rule = {
  id: 'quiz/all-of-the-above',
  *check(loaded) {
    for (const { placed, path, options } of allChoices(loaded)) {
      for (const [index, { text }] of options.entries()) {
        if (!SWEEPING.test(text)) continue;
        yield inQuestion(loaded, placed, [...path, index, 'text'], {
          severity: 'error',
          rule: 'quiz/all-of-the-above',
          message: `The option “${text}” speaks of the other options.`,
          hint: 'Write an option that stands for itself, or ask to choose several.',
        });
      }
    }
  },
  examples: {
    good: [
      {
        name: 'an option that speaks of all boxes',
        files: { '01-boxes/quiz.yaml': ['The red one', 'All the red ones'] },
      },
    ],
    bad: [
      {
        name: 'all of the above',
        files: { '01-boxes/quiz.yaml': ['The blue one', 'Any of the above'] },
        says: [
          'lessons/01-boxes/quiz.yaml:16  error  quiz/all-of-the-above\n  Question “first-question”: The option “Any of the above” speaks of the other options.\n  Write an option that stands for itself, or ask to choose several.',
        ],
      },
      {
        name: 'both of them',
        files: { '01-boxes/quiz.yaml': ['The blue one', 'Both of them'] },
        says: [
          'lessons/01-boxes/quiz.yaml:16  error  quiz/all-of-the-above\n  Question “first-question”: The option “Both of them” speaks of the other options.\n  Write an option that stands for itself, or ask to choose several.',
        ],
      },
    ],
  },
};
