import { kindOf } from '#src/questions/registry.ts';
import { allQuestions, type PlacedQuestion } from '#src/checks/all-questions.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Example, Rule } from '#src/checks/rule.ts';
import { contentStems, normalized } from '#src/checks/words.ts';

/** Fewer words are too few to tell a resemblance from chance. */
const ENOUGH_WORDS = 6;

/** No two questions of the course ask the same in nearly the same words. */
export const duplicateQuestions: Rule = {
  id: 'quiz/duplicate-questions',
  *check(loaded) {
    const seen = new Map<string, PlacedQuestion>();
    for (const placed of allQuestions(loaded)) {
      const keys = resemblances(wordingOf(placed));
      const other = keys.map((key) => seen.get(key)).find(Boolean);
      for (const key of keys) if (!seen.has(key)) seen.set(key, placed);
      if (!other) continue;
      const isSame = normalized(wordingOf(placed)) === normalized(wordingOf(other));
      const where = other.file === placed.file ? 'this quiz' : other.file;
      yield inQuestion(loaded, placed, ['stem'], {
        severity: isSame ? 'error' : 'warning',
        rule: 'quiz/duplicate-questions',
        message: `It asks ${isSame ? 'the same' : 'nearly the same'} as “${other.question.id}” in ${where}.`,
        hint: 'Ask it by another case or another form, or remove it.',
      });
    }
  },
  examples: {
    good: [
      {
        name: 'the same stem with other options',
        files: {
          '02-more-boxes/quiz.yaml': ['What does a green label tell you?', 'Which box is held?'],
        },
      },
    ],
    bad: [
      {
        name: 'the same question as a check',
        files: twoQuestions('How many boxes may leave?', 'How many boxes may leave?'),
        says: [
          'lessons/01-boxes/quiz.yaml:31  error  quiz/duplicate-questions\n  Question “quick-check”: It asks the same as “second-question” in this quiz.\n  Ask it by another case or another form, or remove it.',
        ],
      },
      {
        name: 'a question in which one word was changed',
        files: twoQuestions(
          'On how many days may green boxes leave this dock?',
          'On how many days may red boxes leave this dock?',
        ),
        says: [
          'lessons/01-boxes/quiz.yaml:31  warning  quiz/duplicate-questions\n  Question “quick-check”: It asks nearly the same as “second-question” in this quiz.\n  Ask it by another case or another form, or remove it.',
        ],
      },
    ],
  },
};

/** A scored question and a check, both about a number of boxes. */
function twoQuestions(question: string, check: string): Example['files'] {
  const between = `
    objective: tell-boxes-apart
    bloom: apply
    cites: [{ source: recap, quote: CBP must still release items }]
    answer: 1
    unit: box
    right: The green box may leave.
    wrong: Count those that are released.
checks:
  - id: quick-check
    kind: numeric
    stem: `;
  const after = `
    objective: tell-boxes-apart
    bloom: remember
    cites: [{ source: recap, quote: Vessel can dock, session: S10 }]
    answer: 2
    unit: `;
  return {
    '01-boxes/quiz.yaml': [
      `How many boxes may leave this dock today?${between}How many boxes are there?${after}boxes`,
      `${question}${between}${check}${after}box`,
    ],
  };
}

/** All that is asked and offered; feedback does not make another question. */
function wordingOf({ question }: PlacedQuestion): string {
  const texts = kindOf(question).texts(question);
  const asked = texts.filter(({ role }) => role !== 'feedback').map(({ text }) => text);
  return [question.stem, ...asked].join('\n');
}

/**
 * Keys of which two wordings share one exactly where their content words are the same but for one:
 * all words, and all but each. So every question is looked up, not compared with every other.
 */
function resemblances(wording: string): string[] {
  const words = [...new Set(contentStems(wording))].sort();
  const all = words.join(' ');
  if (words.length < ENOUGH_WORDS) return [all];
  return [all, ...words.map((_word, index) => words.toSpliced(index, 1).join(' '))];
}
