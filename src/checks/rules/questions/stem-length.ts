import { allQuestions } from '#src/checks/all-questions.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { wordsOf } from '#src/checks/words.ts';

const MOST_WORDS = 60;

/** A stem is short: it tests the matter, not reading. */
export const stemLength: Rule = {
  id: 'quiz/stem-length',
  *check(loaded) {
    for (const placed of allQuestions(loaded)) {
      const count = wordsOf(placed.question.stem).length;
      if (count <= MOST_WORDS) continue;
      yield inQuestion(loaded, placed, ['stem'], {
        severity: 'error',
        rule: 'quiz/stem-length',
        message: `The stem has ${count} words.`,
        hint: `Cut it to ${MOST_WORDS}: leave out what the answer does not need.`,
      });
    }
  },
  examples: {
    good: [
      {
        name: 'sixty words',
        files: { '01-boxes/quiz.yaml': ['Which box', `${'It rained. '.repeat(28)}Which box`] },
      },
    ],
    bad: [
      {
        name: 'sixty-two words',
        files: { '01-boxes/quiz.yaml': ['Which box', `${'It rained. '.repeat(29)}Which box`] },
        says: [
          'lessons/01-boxes/quiz.yaml:4  error  quiz/stem-length\n  Question “first-question”: The stem has 62 words.\n  Cut it to 60: leave out what the answer does not need.',
        ],
      },
    ],
  },
};
