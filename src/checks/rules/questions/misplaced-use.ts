import { allQuestions, type PlacedQuestion } from '#src/checks/all-questions.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { WITH_EXAM, EXAM_OF_TWO } from '#src/checks/testing/tiny-course.ts';

/** What a question is for is told by its file: a question of the assessment never stands in a quiz. */
export const misplacedUse: Rule = {
  id: 'content/misplaced-use',
  *check(loaded) {
    for (const placed of allQuestions(loaded)) {
      const { use } = placed.question;
      const own = fileOf(placed);
      if (use === undefined || use === USE_OF[own]) continue;
      yield inQuestion(loaded, placed, ['use'], {
        severity: 'error',
        rule: 'content/misplaced-use',
        message: `${own} holds questions of use “${USE_OF[own]}”, this one says “${use}”.`,
        hint: `Move it to ${own === 'quiz.yaml' ? 'exam.yaml' : 'quiz.yaml'}, or take “use” out.`,
      });
    }
  },
  examples: {
    good: [
      {
        name: 'the use of its file',
        files: {
          '01-boxes/quiz.yaml': ['bloom: understand', 'bloom: understand\n    use: practice'],
        },
      },
    ],
    bad: [
      {
        name: 'a question of the assessment in a quiz',
        files: { '01-boxes/quiz.yaml': ['bloom: understand', 'bloom: understand\n    use: exam'] },
        says: [
          'lessons/01-boxes/quiz.yaml:7  error  content/misplaced-use\n  Question “first-question”: quiz.yaml holds questions of use “practice”, this one says “exam”.\n  Move it to exam.yaml, or take “use” out.',
        ],
      },
      {
        name: 'practice among the questions of the assessment',
        files: {
          ...WITH_EXAM,
          '01-boxes/exam.yaml': EXAM_OF_TWO.replace(
            'bloom: apply',
            'bloom: apply\n    use: practice',
          ),
        },
        says: [
          'lessons/01-boxes/exam.yaml:7  error  content/misplaced-use\n  Question “exam-question”: exam.yaml holds questions of use “exam”, this one says “practice”.\n  Move it to quiz.yaml, or take “use” out.',
        ],
      },
    ],
  },
};

const USE_OF = { 'quiz.yaml': 'practice', 'exam.yaml': 'exam' } as const;

function fileOf({ file }: PlacedQuestion): keyof typeof USE_OF {
  return file.endsWith('/exam.yaml') ? 'exam.yaml' : 'quiz.yaml';
}
