import { allCitations } from '#src/checks/all-citations.ts';
import type { Rule } from '#src/checks/rule.ts';

/** A source that is `quoted` is never cited without its words. */
export const givenQuote: Rule = {
  id: 'claims/missing-quote',
  *check(loaded) {
    for (const { citation, file, path } of allCitations(loaded)) {
      const { source, quote } = citation;
      if (quote !== undefined || !loaded.course.sources.get(source)?.quoted) continue;
      yield {
        file,
        line: loaded.lineOf(file, [...path, 'source']),
        severity: 'error',
        rule: 'claims/missing-quote',
        message: `“${source}” is cited without its words.`,
        hint: 'Add `quote:` with the exact words that say it, 25 at most.',
      };
    }
  },
  examples: {
    good: [
      {
        name: 'a source that need not be quoted',
        files: {
          'sources.yaml': ['  quoted: true\n', ''],
          '01-boxes/quiz.yaml': ['        quote: CBP must still release items\n', ''],
        },
      },
    ],
    bad: [
      {
        name: 'a question that cites it without a quote',
        files: { '01-boxes/quiz.yaml': ['        quote: CBP must still release items\n', ''] },
        says: [
          'lessons/01-boxes/quiz.yaml:8  error  claims/missing-quote\n  “recap” is cited without its words.\n  Add `quote:` with the exact words that say it, 25 at most.',
        ],
      },
      {
        name: 'a claim that cites it without a quote',
        files: {
          '01-boxes/claims.yaml':
            'claims:\n  - says:\n      - One is red\n    cites:\n      - source: recap\n',
        },
        says: [
          'lessons/01-boxes/claims.yaml:5  error  claims/missing-quote\n  “recap” is cited without its words.\n  Add `quote:` with the exact words that say it, 25 at most.',
        ],
      },
    ],
  },
};
