import { sessionsWith } from '#src/content/digest.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import { allCitations, sessionOf, type PlacedCitation } from '#src/checks/all-citations.ts';
import type { Rule } from '#src/checks/rule.ts';

/** A quote is the exact wording of the session that it is said to be from. */
export const exactQuote: Rule = {
  id: 'claims/inexact-quote',
  *check(loaded) {
    for (const placed of allCitations(loaded)) {
      const flaw = flawOf(placed, loaded);
      if (!flaw) continue;
      const { file, path } = placed;
      const line = loaded.lineOf(file, [...path, 'quote']);
      yield { file, line, severity: 'error', rule: 'claims/inexact-quote', ...flaw };
    }
  },
  examples: {
    good: [
      {
        name: 'curly quotes, capitals and other punctuation than in the source',
        files: {
          '01-boxes/quiz.yaml': ['CBP must still release items', '“cbp must still release items!”'],
        },
      },
      {
        name: 'words of another session that is named',
        files: {
          '01-boxes/quiz.yaml': [
            'CBP must still release items',
            'begin unlading\n        session: S10',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'a word that the source does not have',
        files: { '01-boxes/quiz.yaml': ['CBP must still release', 'CBP must always release'] },
        says: [
          'lessons/01-boxes/quiz.yaml:9  error  claims/inexact-quote\n  These are not the words of “recap”: “CBP must always release items”.\n  Copy them from the source, in one piece and without a word of your own.',
        ],
      },
      {
        name: 'words of another session, in a claim',
        files: {
          '01-boxes/claims.yaml':
            'claims:\n  - says:\n      - One is red\n    cites:\n      - source: recap\n        quote: begin unlading\n',
        },
        says: [
          'lessons/01-boxes/claims.yaml:6  error  claims/inexact-quote\n  These words are not of session S1, but of S10: “begin unlading”.\n  Name the session that they are from with `session:`.',
        ],
      },
    ],
  },
};

function flawOf(
  placed: PlacedCitation,
  { digests }: LoadedCourse,
): Pick<Problem, 'message' | 'hint'> | undefined {
  const { source, quote } = placed.citation;
  const digest = digests.get(source);
  if (quote === undefined || !digest) return undefined;
  const session = sessionOf(placed);
  const sessions = sessionsWith(quote, digest);
  if (sessions.includes(session)) return undefined;
  return sessions.length > 0
    ? {
        message: `These words are not of session ${session}, but of ${sessions.join(', ')}: “${quote}”.`,
        hint: 'Name the session that they are from with `session:`.',
      }
    : {
        message: `These are not the words of “${source}”: “${quote}”.`,
        hint: 'Copy them from the source, in one piece and without a word of your own.',
      };
}
