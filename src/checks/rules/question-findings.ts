import { kindOf } from '#src/questions/registry.ts';
import { allQuestions } from '#src/checks/all-questions.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Every question is sound by the lights of its own kind. The finding names its own rule. */
export const questionFindings: Rule = {
  id: 'quiz/finding',
  *check(loaded) {
    for (const { question, file, path } of allQuestions(loaded)) {
      for (const finding of kindOf(question).findings(question)) {
        yield {
          file,
          line: loaded.lineOf(file, [...path, ...finding.path]),
          severity: 'error',
          rule: finding.rule,
          message: `Question “${question.id}”: ${finding.message}`,
          hint: finding.hint,
        };
      }
    }
  },
  examples: {
    good: [{ name: 'one correct option', files: {} }],
    bad: [
      {
        name: 'no correct option',
        files: { '01-boxes/quiz.yaml': ['        correct: true\n', ''] },
        says: [
          'lessons/01-boxes/quiz.yaml:10  error  quiz/no-correct-option\n  Question “first-question”: No option is correct.\n  Add `correct: true` to the option that is right.',
        ],
      },
    ],
  },
};
