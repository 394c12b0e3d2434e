import { stringify } from 'yaml';
import { EMPTY_REGISTER, extendRegister, writeRegister } from '#src/content/register.ts';
import type { Example } from '#src/checks/rule.ts';

const CASES = [
  ['ropes', ['shed', 'yard', 'hall']],
  ['lamps', ['tower', 'cabin', 'depot']],
  ['seals', ['safe', 'drawer', 'chest']],
  ['forms', ['office', 'folder', 'tray']],
  ['trucks', ['garage', 'street', 'meadow']],
] as const;

interface Wanted {
  /** Index of the right option of each of the five questions. */
  readonly right: readonly number[];
  /** Index of the longest option of each. */
  readonly longest: readonly number[];
}

/** Files that give the small course's first lesson five choices of three options. */
export function fiveChoices({ right, longest }: Wanted): Example['files'] {
  const questions = CASES.map(([thing, places], index) => ({
    id: `where-${thing}`,
    kind: 'single-choice',
    stem: `Where do ${thing} belong?`,
    objective: 'tell-boxes-apart',
    bloom: 'apply',
    cites: [],
    options: places.map((place, option) => ({
      text: `In the ${place}${longest[index] === option ? ' beside the gate' : ''}`,
      feedback: `Think of the ${place} and what it holds.`,
      ...(right[index] === option && { correct: true }),
    })),
  }));
  return {
    '01-boxes/quiz.yaml': stringify({ questions }),
    '01-boxes/index.md': ['<Check id="quick-check" />\n', ''],
    'ids.json': writeRegister(
      extendRegister(
        EMPTY_REGISTER,
        new Map([
          ['boxes', questions.map(({ id }) => id)],
          ['more-boxes', ['first-question', 'second-question']],
        ]),
      ),
    ),
  };
}
