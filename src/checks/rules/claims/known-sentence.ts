import type { Sentence } from '#src/content/prose.ts';
import type { Problem } from '#src/content/problem.ts';
import { beginningWith, claimable } from '#src/checks/claimed-sentences.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Each `says` of claims.yaml points at one sentence of the text. */
export const knownSentence: Rule = {
  id: 'claims/unknown-sentence',
  *check(loaded) {
    for (const lesson of loaded.course.lessons) {
      const file = `${lesson.folder}/claims.yaml`;
      const sentences = claimable(loaded, lesson);
      for (const [claim, { says }] of lesson.claims.entries()) {
        for (const [index, words] of says.entries()) {
          const flaw = flawOf(words, beginningWith(words, sentences));
          if (!flaw) continue;
          const line = loaded.lineOf(file, ['claims', claim, 'says', index]);
          yield { file, line, severity: 'error', rule: 'claims/unknown-sentence', ...flaw };
        }
      }
    }
  },
  examples: {
    good: [
      {
        name: 'the whole of a sentence that another one begins with',
        files: claims('It is held.', 'It is held. It is held. It is held.” One is red'),
      },
      {
        name: 'words across markup',
        files: claims('One is red, one is green: a box', 'One is red'),
      },
    ],
    bad: [
      {
        name: 'words that begin no sentence',
        files: claims('is red', 'One is red'),
        says: [
          'lessons/01-boxes/claims.yaml:3  error  claims/unknown-sentence\n  No sentence of the text begins with “is red”.\n  Copy the first words of the sentence from index.md, without markup.',
        ],
      },
      {
        name: 'words that begin two sentences',
        files: claims('One is', 'One is old.\n\nOne is red'),
        says: [
          'lessons/01-boxes/claims.yaml:3  error  claims/unknown-sentence\n  More than one sentence begins with “One is”: lines 19, 21.\n  Add words until only one is meant.',
        ],
      },
    ],
  },
};

/** The small course with a claim that says those words, and with more text before “One is red”. */
function claims(says: string, text: string) {
  return {
    '01-boxes/index.md': ['One is red', text],
    '01-boxes/claims.yaml': `claims:\n  - says:\n      - '${says}'\n    basis: invented\n`,
  } as const;
}

function flawOf(
  words: string,
  sentences: readonly Sentence[],
): Pick<Problem, 'message' | 'hint'> | undefined {
  if (sentences.length === 0) {
    return {
      message: `No sentence of the text begins with “${words}”.`,
      hint: 'Copy the first words of the sentence from index.md, without markup.',
    };
  }
  if (new Set(sentences.map(({ text }) => text)).size === 1) return undefined;
  const lines = [...new Set(sentences.map(({ line }) => line))].join(', ');
  return {
    message: `More than one sentence begins with “${words}”: lines ${lines}.`,
    hint: 'Add words until only one is meant.',
  };
}
