import { allQuestions } from '#src/checks/all-questions.ts';
import type { Rule } from '#src/checks/rule.ts';

/** Every question says what its answer rests on, scored or not. */
export const citedQuestion: Rule = {
  id: 'claims/uncited-question',
  *check(loaded) {
    for (const { question, file, path } of allQuestions(loaded)) {
      if (question.cites.length > 0) continue;
      yield {
        file,
        line: loaded.lineOf(file, [...path, 'cites']),
        severity: 'error',
        rule: 'claims/uncited-question',
        message: `Question “${question.id}” cites nothing.`,
        hint: 'Name the source that its answer rests on under `cites:`.',
      };
    }
  },
  examples: {
    good: [{ name: 'a question and a check with a citation each', files: {} }],
    bad: [
      {
        name: 'a question without a citation',
        files: {
          '01-boxes/quiz.yaml': [
            '    cites:\n      - source: recap\n        quote: CBP must still release items\n',
            '    cites: []\n',
          ],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:7  error  claims/uncited-question\n  Question “first-question” cites nothing.\n  Name the source that its answer rests on under `cites:`.',
        ],
      },
      {
        name: 'a check without a citation',
        files: {
          '01-boxes/quiz.yaml': [
            '    cites: [{ source: recap, quote: Vessel can dock, session: S10 }]\n',
            '    cites: []\n',
          ],
        },
        says: [
          'lessons/01-boxes/quiz.yaml:34  error  claims/uncited-question\n  Question “quick-check” cites nothing.\n  Name the source that its answer rests on under `cites:`.',
        ],
      },
    ],
  },
};
