import { allCitations } from '#src/checks/all-citations.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Quotes are short: what is somebody else's text stays theirs. */
const MOST_WORDS = 25;

export const shortQuote: Rule = {
  id: 'claims/long-quote',
  *check(loaded) {
    for (const { citation, file, path } of allCitations(loaded)) {
      const words = citation.quote?.split(/\s+/).length ?? 0;
      if (words <= MOST_WORDS) continue;
      yield {
        file,
        line: loaded.lineOf(file, [...path, 'quote']),
        severity: 'error',
        rule: 'claims/long-quote',
        message: `The quote has ${words} words; ${MOST_WORDS} are the most.`,
        hint: 'Keep only the words that carry the fact.',
      };
    }
  },
  examples: {
    good: [
      {
        name: 'a quote of 25 words',
        files: {
          'sources.yaml': ['  quoted: true\n', ''],
          '01-boxes/quiz.yaml': ['CBP must still release items', 'word '.repeat(25)],
        },
      },
    ],
    bad: [
      {
        name: 'a quote of 26 words',
        files: {
          'sources.yaml': ['  quoted: true\n', ''],
          '01-boxes/quiz.yaml': ['CBP must still release items', 'word '.repeat(26)],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:9  error  claims/long-quote\n  The quote has 26 words; 25 are the most.\n  Keep only the words that carry the fact.',
        ],
      },
    ],
  },
};
