import type { PlacedChoice } from '#src/checks/choices.ts';
import { allChoices } from '#src/checks/choices.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { contentStems, stemOf, wordsOf } from '#src/checks/words.ts';

/** Words that relate things: shared, they give nothing away. */
const RELATIONS = new Set(
  'after before first last least less more most next only same without'.split(' ').map(stemOf),
);

/** No word of the stem stands in the right option alone: it would be found by its sound. */
export const sharedWord: Rule = {
  id: 'quiz/shared-word',
  *check(loaded) {
    for (const choice of allChoices(loaded)) {
      const word = giveaway(choice);
      if (word === undefined) continue;
      yield inQuestion(loaded, choice.placed, choice.path, {
        severity: 'warning',
        rule: 'quiz/shared-word',
        message: `“${word}” stands in the stem and in the right option, and in no wrong one.`,
        hint: 'Use another word in the right option, or the same in a wrong one.',
      });
    }
  },
  examples: {
    good: [
      {
        name: 'a word that a wrong option has as well',
        files: {
          '01-boxes/quiz.yaml': [
            'The red one\n        correct: true\n        feedback: Red means held on this dock.\n      - text: The green one',
            'The red boxes\n        correct: true\n        feedback: Red means held on this dock.\n      - text: The green box',
          ],
        },
      },
    ],
    bad: [
      {
        name: 'a word of the stem in the right option',
        files: { '01-boxes/quiz.yaml': ['The red one', 'The red boxes, held'] },
        says: [
          'lessons/01-boxes/quiz.yaml:10  warning  quiz/shared-word\n  Question “first-question”: “box” stands in the stem and in the right option, and in no wrong one.\n  Use another word in the right option, or the same in a wrong one.',
        ],
      },
    ],
  },
};

/** A word of the prompt, as written there, that every right option has and no wrong one. */
function giveaway({ prompt, options }: PlacedChoice): string | undefined {
  const right = options.filter(({ correct }) => correct).map(stemsOf);
  if (right.length === 0) return undefined;
  const wrong = options.filter(({ correct }) => !correct).map(stemsOf);
  return wordsOf(prompt).find((word) => {
    const stem = stemOf(word);
    return right.every((stems) => stems.has(stem)) && !wrong.some((stems) => stems.has(stem));
  });
}

function stemsOf({ text }: { readonly text: string }): ReadonlySet<string> {
  const stems = contentStems(text).filter((stem) => /^\p{L}{3}/u.test(stem));
  return new Set(stems.filter((stem) => !RELATIONS.has(stem)));
}
