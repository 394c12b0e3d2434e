import { isRunning, learnerTexts } from '#src/checks/learner-texts.ts';
import type { Rule } from '#src/checks/rule.ts';
import { wordsOf } from '#src/checks/words.ts';
import { cutSentences } from '#src/content/sentences.ts';

const MOST_WORDS = 30;

/** A sentence can be held in mind as one. */
export const longSentence: Rule = {
  id: 'text/long-sentence',
  *check(loaded) {
    for (const text of [...learnerTexts(loaded)].filter(isRunning)) {
      for (const { text: sentence } of cutSentences(text.text)) {
        const words = wordsOf(sentence);
        if (words.length <= MOST_WORDS) continue;
        yield {
          file: text.file,
          line: text.line(),
          severity: 'warning',
          rule: 'text/long-sentence',
          message: `The sentence “${words.slice(0, 6).join(' ')} …” has ${words.length} words.`,
          hint: `Cut it in two; ${MOST_WORDS} are the most, 18 a good aim.`,
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: 'thirty words',
        files: { '01-boxes/index.md': ['One is red', `So ${'red, '.repeat(28)}red. One is red`] },
      },
    ],
    bad: [
      {
        name: 'a long sentence in a lesson',
        files: { '01-boxes/index.md': ['One is red', `So ${'red, '.repeat(30)}red. One is red`] },
        says: [
          'lessons/01-boxes/index.md:19  warning  text/long-sentence\n  The sentence “So red red red red red …” has 32 words.\n  Cut it in two; 30 are the most, 18 a good aim.',
        ],
      },
      {
        name: 'a long sentence in feedback',
        files: {
          '01-boxes/quiz.yaml': [
            'Green means released.',
            `Green is released. So ${'red, '.repeat(30)}red.`,
          ],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:15  warning  text/long-sentence\n  The sentence “So red red red red red …” has 32 words.\n  Cut it in two; 30 are the most, 18 a good aim.',
        ],
      },
    ],
  },
};
