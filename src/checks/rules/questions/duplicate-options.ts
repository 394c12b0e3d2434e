import type { QuestionText } from '#src/questions/kind.ts';
import { kindOf } from '#src/questions/registry.ts';
import { allQuestions } from '#src/checks/all-questions.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { normalized, stemOf, wordsOf } from '#src/checks/words.ts';

/** No two things to choose, move or match say the same. */
export const duplicateOptions: Rule = {
  id: 'quiz/duplicate-options',
  *check(loaded) {
    for (const placed of allQuestions(loaded)) {
      const items = kindOf(placed.question).texts(placed.question).filter(isItem);
      const seen = new Map<string, string>();
      for (const { path, text } of items) {
        const key = `${listOf(path)} ${gist(text)}`;
        const other = seen.get(key);
        seen.set(key, other ?? text);
        if (other === undefined) continue;
        const isSame = normalized(text) === normalized(other);
        yield inQuestion(loaded, placed, path, {
          severity: isSame ? 'error' : 'warning',
          rule: 'quiz/duplicate-options',
          message: `“${text}” says ${isSame ? 'the same' : 'nearly the same'} as “${other}”.`,
          hint: 'Remove one of them, or let it say something else.',
        });
      }
    }
  },
  examples: {
    good: [
      {
        name: 'options that differ in a number',
        files: {
          '01-boxes/quiz.yaml': [
            'The green one\n        feedback: Green means released.\n      - text: The blue one',
            'The 2 others\n        feedback: Green means released.\n      - text: The 3 others',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'the same option twice',
        files: { '01-boxes/quiz.yaml': ['The blue one', 'The green one.'] },
        says: [
          'lessons/01-boxes/quiz.yaml:16  error  quiz/duplicate-options\n  Question “first-question”: “The green one.” says the same as “The green one”.\n  Remove one of them, or let it say something else.',
        ],
      },
      {
        name: 'steps that differ in an article and an ending',
        files: { '02-more-boxes/quiz.yaml': ['Change the label', 'Looks inside'] },
        says: [
          'lessons/02-more-boxes/quiz.yaml:25  warning  quiz/duplicate-options\n  Question “second-question”: “Looks inside” says nearly the same as “Look inside”.\n  Remove one of them, or let it say something else.',
        ],
      },
    ],
  },
};

function isItem({ role }: QuestionText): boolean {
  return role === 'item';
}

/** `['options', 2, 'text']` → `options,*,text`: items of one list have the same. */
function listOf(path: QuestionText['path']): string {
  const index = path.findLastIndex((key) => typeof key === 'number');
  return path.with(index, '*').join();
}

const ARTICLES = new Set(['a', 'an', 'the']);

function gist(text: string): string {
  return wordsOf(text.toLowerCase())
    .filter((word) => !ARTICLES.has(word))
    .map(stemOf)
    .join(' ');
}
