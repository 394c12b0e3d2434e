import { chanceOfAtLeast, RARE } from '#src/checks/chance.ts';
import {
  byQuizAndCourse,
  namesOf,
  singleChoices,
  type Group,
  type SingleChoice,
} from '#src/checks/choices.ts';
import type { Problem } from '#src/content/problem.ts';
import type { Rule } from '#src/checks/rule.ts';
import { fiveChoices } from '#src/checks/testing/five-choices.ts';

/** The right option stands at each place of the file about equally often. */
export const correctPosition: Rule = {
  id: 'quiz/correct-position',
  *check(loaded) {
    for (const group of byQuizAndCourse(singleChoices(loaded))) {
      const places = Math.max(0, ...group.members.map(({ options }) => options.length));
      for (let place = 0; place < places; place++) {
        // Several places are looked at: each may surprise only by its share.
        if (surprise(group, place) < RARE / places) yield tell(group, place);
      }
    }
  },
  examples: {
    good: [
      {
        name: 'each place about as often',
        files: fiveChoices({ right: [0, 1, 2, 0, 1], longest: [1, 2, 0, 1, 2] }),
      },
    ],
    bad: [
      {
        name: 'always the first',
        files: fiveChoices({ right: [0, 0, 0, 0, 0], longest: [1, 2, 1, 2, 1] }),
        says: [
          'lessons/01-boxes/quiz.yaml:1  warning  quiz/correct-position\n  In this quiz option 1 is the right one 5 of 5 times; chance makes it 1.7.\n  Write it at another place, such as in: where-ropes, where-lamps, where-seals, where-forms, where-trucks.',
        ],
      },
    ],
  },
};

/** Probability that chance brings the place that often or more; where it is too seldom, that seldom. */
function surprise({ members }: Group<SingleChoice>, place: number): number {
  const hits = members.filter(({ right }) => right === place).length;
  const probability = expectedAt(members, place) / members.length;
  const tooOften = chanceOfAtLeast(hits, members.length, probability);
  const tooSeldom = 1 - chanceOfAtLeast(hits + 1, members.length, probability);
  return Math.min(tooOften, tooSeldom);
}

function expectedAt(members: readonly SingleChoice[], place: number): number {
  return members.reduce(
    (sum, { options }) => sum + (place < options.length ? 1 / options.length : 0),
    0,
  );
}

function tell({ file, name, members }: Group<SingleChoice>, place: number): Problem {
  const hits = members.filter(({ right }) => right === place);
  return {
    file,
    line: 1,
    severity: 'warning',
    rule: 'quiz/correct-position',
    message: `In ${name} option ${place + 1} is the right one ${hits.length} of ${members.length} times; chance makes it ${expectedAt(members, place).toFixed(1)}.`,
    hint:
      hits.length > expectedAt(members, place)
        ? `Write it at another place, such as in: ${namesOf(hits)}.`
        : 'Write it there more often.',
  };
}
