import { learnerTexts } from '#src/checks/learner-texts.ts';
import type { Rule } from '#src/checks/rule.ts';

/** What `npm run new:lesson` writes where an author has to write. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'One line for the overview',
  'Who spoke, or which panel it was',
  'Start with a verb, such as name, decide, order',
  'A real situation first',
  'Say what happens to whom, and what is at stake.',
  'Mark terms of the glossary like this: CBP.',
  'What the recap prints, what is right, and where that is known from.',
  'One screen that sums it up.',
  'What is asked here?',
  'The right answer',
  'A tempting wrong answer',
  'Another tempting wrong answer',
  'Say why it is right.',
  'Say why it tempts and what is wrong with it.',
  'How many hours does a day have?',
  'How many days are there in a week?',
  'Say what follows from it.',
  'Say how to find it.',
]);

/** No text of the template is left in a lesson that goes out. */
export const placeholder: Rule = {
  id: 'text/placeholder',
  *check(loaded) {
    for (const { text, file, line } of learnerTexts(loaded)) {
      if (!PLACEHOLDERS.has(text)) continue;
      yield {
        file,
        line: line(),
        severity: 'error',
        rule: 'text/placeholder',
        message: `“${text}” is the template’s, not yours.`,
        hint: 'Write what learners should read here.',
      };
    }
  },
  examples: {
    good: [{ name: 'words of the author', files: {} }],
    bad: [
      {
        name: 'an option and a paragraph of the template',
        files: {
          '01-boxes/quiz.yaml': ['text: The red one', 'text: The right answer'],
          '01-boxes/index.md': ['One is red', 'One screen that sums it up.\n\nOne is red'],
        },
        says: [
          'lessons/01-boxes/index.md:19  error  text/placeholder\n  “One screen that sums it up.” is the template’s, not yours.\n  Write what learners should read here.',
          'lessons/01-boxes/quiz.yaml:11  error  text/placeholder\n  “The right answer” is the template’s, not yours.\n  Write what learners should read here.',
        ],
      },
    ],
  },
};
