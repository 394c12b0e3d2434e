import type { Rule } from '#src/checks/rule.ts';
import { TINY_EXAM, WITH_EXAM } from '#src/checks/testing/tiny-course.ts';

const ENOUGH = 2;

/**
 * Where a lesson has questions for the final assessment, each of its objectives has at least two:
 * its quiz is no longer drawn from, and the second attempt must find something new.
 */
export const examCoverage: Rule = {
  id: 'quiz/exam-coverage',
  *check({ course }) {
    for (const { folder, objectives, exam } of course.lessons) {
      if (exam.length === 0) continue;
      for (const { id } of objectives) {
        const count = exam.filter(({ objective }) => objective === id).length;
        if (count >= ENOUGH) continue;
        yield {
          file: `${folder}/exam.yaml`,
          line: 1,
          severity: 'warning',
          rule: 'quiz/exam-coverage',
          message: `The objective “${id}” has ${count} ${count === 1 ? 'question' : 'questions'} here.`,
          hint: `Write at least ${ENOUGH}, with other cases than those of quiz.yaml.`,
        };
      }
    }
  },
  examples: {
    good: [
      { name: 'no questions for the assessment yet', files: {} },
      { name: 'two for the objective', files: WITH_EXAM },
    ],
    bad: [
      {
        name: 'one for the objective',
        files: { ...WITH_EXAM, '01-boxes/exam.yaml': TINY_EXAM },
        says: [
          'lessons/01-boxes/exam.yaml:1  warning  quiz/exam-coverage\n  The objective “tell-boxes-apart” has 1 question here.\n  Write at least 2, with other cases than those of quiz.yaml.',
        ],
      },
    ],
  },
};
