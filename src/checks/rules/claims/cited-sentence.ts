import type { Sentence } from '#src/content/prose.ts';
import type { Problem } from '#src/content/problem.ts';
import { unclaimed } from '#src/checks/claimed-sentences.ts';
import type { Rule } from '#src/checks/rule.ts';
import { sourceMark } from '#src/checks/source-mark.ts';

/** Words of a sentence that are shown to find it by. */
const SHOWN = 8;

/** Every sentence with a number, a date, a name or a rule is in claims.yaml. */
export const citedSentence: Rule = {
  id: 'claims/uncited-sentence',
  *check(loaded) {
    for (const lesson of loaded.course.lessons) {
      const open = unclaimed(loaded, lesson);
      if (open.length > 0 && lesson.claims.length === 0) {
        yield noClaims(lesson.folder, open);
        continue;
      }
      for (const sentence of open) yield uncited(`${lesson.folder}/index.md`, sentence);
    }
  },
  examples: {
    good: [
      {
        name: 'a sentence without number, date, name or rule',
        files: { '01-boxes/index.md': ['One is red', 'The boxes are old. One is red'] },
      },
      {
        name: 'a sentence that claims.yaml names',
        files: {
          '01-boxes/index.md': ['One is red', 'A **red box** is held for 3 days. One is red'],
          '01-boxes/claims.yaml':
            'claims:\n  - says: [A red box is held]\n    cites: [{ source: recap, quote: red box is held }]\n',
        },
      },
      {
        name: 'a number in a heading',
        files: { '01-boxes/index.md': ['## Two boxes', '## The 2 boxes'] },
      },
    ],
    bad: [
      {
        name: 'a sentence that claims.yaml does not name',
        files: {
          '01-boxes/index.md': [
            'One is red',
            'They came to Nogales. A red box is held for 3 days at the dock. One is red',
          ],
          '01-boxes/claims.yaml':
            'claims:\n  - says: [They came to Nogales]\n    basis: invented\n',
        },
        says: [
          'lessons/01-boxes/index.md:19  error  claims/uncited-sentence\n  “A red box is held for 3 days …” carries “3”, and claims.yaml does not say where it comes from.\n  Name the sentence there, with what it cites or with its basis.',
        ],
      },
      {
        name: 'a lesson without claims.yaml',
        files: {
          '01-boxes/index.md': ['One is red', 'A box is held for 3 days. It is red. One is red'],
        },
        says: [
          'lessons/01-boxes/claims.yaml:1  error  claims/uncited-sentence\n  There are no claims, but 1 of the lesson’s sentences needs a source.\n  Say there where each one comes from, beginning with line 19: “A box is held for 3 days.”',
        ],
      },
    ],
  },
};

function noClaims(folder: string, open: readonly Sentence[]): Problem {
  const [first] = open;
  const needs = open.length === 1 ? 'needs a source' : 'need sources';
  return {
    file: `${folder}/claims.yaml`,
    line: 1,
    severity: 'error',
    rule: 'claims/uncited-sentence',
    message: `There are no claims, but ${open.length} of the lesson’s sentences ${needs}.`,
    hint: `Say there where each one comes from, beginning with line ${first?.line ?? 1}: ${start(first?.text ?? '')}`,
  };
}

function uncited(file: string, { text, line }: Sentence): Problem {
  return {
    file,
    line,
    severity: 'error',
    rule: 'claims/uncited-sentence',
    message: `${start(text)} carries “${sourceMark(text) ?? ''}”, and claims.yaml does not say where it comes from.`,
    hint: 'Name the sentence there, with what it cites or with its basis.',
  };
}

function start(sentence: string): string {
  const words = sentence.split(' ');
  return `“${words.slice(0, SHOWN).join(' ')}${words.length > SHOWN ? ' …' : ''}”`;
}
