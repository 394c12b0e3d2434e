import { chanceOfAtLeast, RARE } from '#src/checks/chance.ts';
import { byQuizAndCourse, namesOf, singleChoices, type SingleChoice } from '#src/checks/choices.ts';
import type { Rule } from '#src/checks/rule.ts';
import { fiveChoices } from '#src/checks/testing/five-choices.ts';

/** The right option is not the longest more often than chance would have it. */
export const longestCorrect: Rule = {
  id: 'quiz/longest-correct',
  *check(loaded) {
    for (const { file, name, members } of byQuizAndCourse(singleChoices(loaded))) {
      const hits = members.filter(isLongest);
      const expected = members.reduce((sum, { options }) => sum + 1 / options.length, 0);
      const chance = chanceOfAtLeast(hits.length, members.length, expected / members.length);
      if (members.length === 0 || chance >= RARE) continue;
      yield {
        file,
        line: 1,
        severity: 'warning',
        rule: 'quiz/longest-correct',
        message: `In ${name} the right option is the longest ${hits.length} of ${members.length} times; chance makes it ${expected.toFixed(1)}.`,
        hint: `Shorten right options or add to wrong ones, such as in: ${namesOf(hits)}.`,
      };
    }
  },
  examples: {
    good: [
      {
        name: 'two of five',
        files: fiveChoices({ right: [0, 1, 2, 0, 1], longest: [0, 1, 1, 2, 2] }),
      },
    ],
    bad: [
      {
        name: 'five of five, which shows over the course as well',
        files: fiveChoices({ right: [0, 1, 2, 0, 1], longest: [0, 1, 2, 0, 1] }),
        says: [
          'lessons/01-boxes/quiz.yaml:1  warning  quiz/longest-correct\n  In this quiz the right option is the longest 5 of 5 times; chance makes it 1.7.\n  Shorten right options or add to wrong ones, such as in: where-ropes, where-lamps, where-seals, where-forms, where-trucks.',
          'lessons/course.yaml:1  warning  quiz/longest-correct\n  In the course the right option is the longest 5 of 6 times; chance makes it 2.0.\n  Shorten right options or add to wrong ones, such as in: where-ropes, where-lamps, where-seals, where-forms, where-trucks.',
        ],
      },
    ],
  },
};

function isLongest({ options, right }: SingleChoice): boolean {
  const length = options[right]?.text.length ?? 0;
  return options.every(({ text }, index) => index === right || text.length < length);
}
