import { allChoices } from '#src/checks/choices.ts';
import { allQuestions } from '#src/checks/all-questions.ts';
import type { Rule } from '#src/checks/rule.ts';

const MOST_PERCENT = 5;

/** Choices between two, which a coin answers half of the time, stay rare. */
export const trueFalseShare: Rule = {
  id: 'quiz/true-false-share',
  *check(loaded) {
    const scored = [...allQuestions(loaded)].filter((placed) => placed.scored).length;
    const questions = [...allChoices(loaded)].filter(
      ({ placed, path, options }) => placed.scored && path.length === 1 && options.length === 2,
    );
    if (questions.length * 100 <= scored * MOST_PERCENT) return;
    yield {
      file: 'course.yaml',
      line: 1,
      severity: 'warning',
      rule: 'quiz/true-false-share',
      message: `${questions.length} of ${scored} scored questions have two options.`,
      hint: `Keep to ${MOST_PERCENT} percent: add an option that a likely mistake leads to.`,
    };
  },
  examples: {
    good: [{ name: 'three options each', files: {} }],
    bad: [
      {
        name: 'true or false, one of four questions',
        files: {
          '02-more-boxes/quiz.yaml': [
            `      - text: Somebody has to look inside
        feedback: That is what a red label asks for.
      - text: The goods are free to go
        correct: true
        feedback: Green means released.
      - text: Nobody has paid yet
        feedback: Payment has no color here.
`,
            `      - text: 'False'
        feedback: Green means released.
      - text: 'True'
        correct: true
        feedback: Green means released.
`,
          ],
        },
        says: [
          'lessons/course.yaml:1  warning  quiz/true-false-share\n  1 of 4 scored questions have two options.\n  Keep to 5 percent: add an option that a likely mistake leads to.',
        ],
      },
    ],
  },
};
