import { allQuestions } from '#src/checks/all-questions.ts';
import type { Rule } from '#src/checks/rule.ts';

const MOST_PERCENT = 40;

/** At most two of five scored questions ask only to remember. */
export const rememberShare: Rule = {
  id: 'quiz/remember-share',
  *check(loaded) {
    const scored = [...allQuestions(loaded)].filter((placed) => placed.scored);
    const count = scored.filter(({ question }) => question.bloom === 'remember').length;
    if (count * 100 <= scored.length * MOST_PERCENT) return;
    yield {
      file: 'course.yaml',
      line: 1,
      severity: 'warning',
      rule: 'quiz/remember-share',
      message: `${count} of ${scored.length} scored questions ask to remember.`,
      hint: `Keep to ${MOST_PERCENT} percent: ask to apply, analyze or evaluate, by a case.`,
    };
  },
  examples: {
    good: [{ name: 'none of four: a check does not count', files: {} }],
    bad: [
      {
        name: 'two of four',
        files: {
          '01-boxes/quiz.yaml': ['bloom: understand', 'bloom: remember'],
          '02-more-boxes/quiz.yaml': ['bloom: understand', 'bloom: remember'],
        },
        says: [
          'lessons/course.yaml:1  warning  quiz/remember-share\n  2 of 4 scored questions ask to remember.\n  Keep to 40 percent: ask to apply, analyze or evaluate, by a case.',
        ],
      },
    ],
  },
};
