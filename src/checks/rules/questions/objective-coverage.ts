import type { Rule } from '#src/checks/rule.ts';

const ENOUGH = 2;

/** Every objective is tested by at least two scored questions: one alone proves little. */
export const objectiveCoverage: Rule = {
  id: 'quiz/objective-coverage',
  *check({ course, lineOf }) {
    for (const { folder, objectives, questions } of course.lessons) {
      for (const [index, { id }] of objectives.entries()) {
        const count = questions.filter(({ objective }) => objective === id).length;
        if (count >= ENOUGH) continue;
        const file = `${folder}/index.md`;
        yield {
          file,
          line: lineOf(file, ['objectives', index]),
          severity: 'warning',
          rule: 'quiz/objective-coverage',
          message: `The objective “${id}” has ${count} scored ${count === 1 ? 'question' : 'questions'}.`,
          hint: `Write at least ${ENOUGH} parallel ones under \`questions:\` in quiz.yaml.`,
        };
      }
    }
  },
  examples: {
    good: [{ name: 'two questions for the objective', files: {} }],
    bad: [
      {
        name: 'an objective without a question',
        files: {
          '01-boxes/index.md': [
            'sources:',
            '  - id: move-boxes\n    text: Move a box\n    bloom: apply\nsources:',
          ],
        },
        says: [
          'lessons/01-boxes/index.md:12  warning  quiz/objective-coverage\n  The objective “move-boxes” has 0 scored questions.\n  Write at least 2 parallel ones under `questions:` in quiz.yaml.',
        ],
      },
      {
        name: 'an objective of which only a check is the second question',
        files: {
          '01-boxes/index.md': [
            'sources:',
            '  - id: count-boxes\n    text: Count boxes\n    bloom: apply\nsources:',
          ],
          '01-boxes/quiz.yaml': [
            'leave this dock today?\n    objective: tell-boxes-apart\n    bloom: apply\n    cites: [{ source: recap, quote: CBP must still release items }]\n    answer: 1\n    unit: box\n    right: The green box may leave.\n    wrong: Count those that are released.\nchecks:\n  - id: quick-check\n    kind: numeric\n    stem: How many boxes are there?\n    objective: tell-boxes-apart',
            'leave this dock today?\n    objective: count-boxes\n    bloom: apply\n    cites: [{ source: recap, quote: CBP must still release items }]\n    answer: 1\n    unit: box\n    right: The green box may leave.\n    wrong: Count those that are released.\nchecks:\n  - id: quick-check\n    kind: numeric\n    stem: How many boxes are there?\n    objective: count-boxes',
          ],
        },
        says: [
          'lessons/01-boxes/index.md:9  warning  quiz/objective-coverage\n  The objective “tell-boxes-apart” has 1 scored question.\n  Write at least 2 parallel ones under `questions:` in quiz.yaml.',
          'lessons/01-boxes/index.md:12  warning  quiz/objective-coverage\n  The objective “count-boxes” has 1 scored question.\n  Write at least 2 parallel ones under `questions:` in quiz.yaml.',
        ],
      },
    ],
  },
};
