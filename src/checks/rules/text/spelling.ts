import { isEnglish } from '#src/content/dictionary.ts';
import { WORDS_FILE } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import { learnerTexts } from '#src/checks/learner-texts.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Words are spelled as American English, or listed in `words.txt`. Told once for each file. */
export const spelling: Rule = {
  id: 'text/spelling',
  *check(loaded) {
    yield* unsortedWords(loaded.words);
    const isKnown = knownWords(loaded.words);
    const told = new Set<string>();
    for (const { text, file, line } of learnerTexts(loaded)) {
      for (const word of spelledWords(text)) {
        const key = `${file} ${word}`;
        if (isKnown(word) || told.has(key)) continue;
        told.add(key);
        yield {
          file,
          line: line(),
          severity: 'warning',
          rule: 'text/spelling',
          message: `“${word}” is not in the dictionary.`,
          hint: `Correct it, or add it to lessons/${WORDS_FILE} if it is right.`,
        };
      }
    }
  },
  examples: {
    good: [
      {
        name: 'a word of the project, at the start of a sentence and possessive',
        files: {
          'words.txt': 'drayage\nMcAleenan\n',
          '01-boxes/index.md': ['One is red', 'Drayage is McAleenan’s word. One is red'],
        },
      },
      {
        name: 'numbers, addresses and abbreviations',
        files: {
          '01-boxes/index.md': [
            'One is red',
            'See https://exmple.org/boxs or 4x4 in the U.S. One is red',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'a slip in a lesson, told once',
        files: { '01-boxes/index.md': ['One is red', 'A contaner is a contaner. One is red'] },
        says: [
          'lessons/01-boxes/index.md:19  warning  text/spelling\n  “contaner” is not in the dictionary.\n  Correct it, or add it to lessons/words.txt if it is right.',
        ],
      },
      {
        name: 'British spelling in feedback',
        files: { '01-boxes/quiz.yaml': ['Green means released.', 'The colour is green.'] },
        says: [
          'lessons/01-boxes/quiz.yaml:15  warning  text/spelling\n  “colour” is not in the dictionary.\n  Correct it, or add it to lessons/words.txt if it is right.',
        ],
      },
      {
        name: 'a name in lower case',
        files: { '01-boxes/index.md': ['One is red', 'From atlanta one is red'] },
        says: [
          'lessons/01-boxes/index.md:19  warning  text/spelling\n  “atlanta” is not in the dictionary.\n  Correct it, or add it to lessons/words.txt if it is right.',
        ],
      },
      {
        name: 'a list of words out of order',
        files: { 'words.txt': 'McAleenan\ndrayage\n' },
        says: [
          'lessons/words.txt:2  warning  text/spelling\n  “drayage” stands after “McAleenan”.\n  Keep the list in the order of the alphabet, each word once.',
        ],
      },
    ],
  },
};

/** By the list or the dictionary; each word is looked up once. */
function knownWords(words: readonly string[]): (word: string) => boolean {
  const listed = new Set(words);
  const answers = new Map<string, boolean>();
  return (word) => {
    const answer =
      answers.get(word) ?? (listed.has(word) || listed.has(lowerFirst(word)) || isEnglish(word));
    answers.set(word, answer);
    return answer;
  };
}

/** Words of letters; what holds digits, periods or only capitals is no matter of spelling. */
function spelledWords(text: string): string[] {
  const tokens = text.replace(/\bhttps?:\S+/g, '').match(/[\p{L}\p{M}\p{N}’'.]+/gu) ?? [];
  return tokens
    .map((token) => token.replace(/^[.’']+|[.’']+$/g, '').replace(/[’']s$/, ''))
    .filter((word) => /^[\p{L}\p{M}’']{2,}$/u.test(word) && !/^\p{Lu}+s?$/u.test(word));
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function* unsortedWords(words: readonly string[]): Generator<Problem> {
  for (const [index, word] of words.entries()) {
    const before = words[index - 1];
    if (before === undefined || before.toLowerCase() < word.toLowerCase()) continue;
    yield {
      file: WORDS_FILE,
      line: index + 1,
      severity: 'warning',
      rule: 'text/spelling',
      message: `“${word}” stands after “${before}”.`,
      hint: 'Keep the list in the order of the alphabet, each word once.',
    };
  }
}
