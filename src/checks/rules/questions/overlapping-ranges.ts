import { allChoices } from '#src/checks/choices.ts';
import { inQuestion } from '#src/checks/report.ts';
import type { Rule } from '#src/checks/rule.ts';
import { normalized } from '#src/checks/words.ts';

/** No two options of numbers can be right at once. */
export const overlappingRanges: Rule = {
  id: 'quiz/overlapping-ranges',
  *check(loaded) {
    for (const { placed, path, options } of allChoices(loaded)) {
      const ranges = options.map(({ text }) => rangeIn(text));
      for (const [index, range] of ranges.entries()) {
        const other = ranges.slice(0, index).findIndex((earlier) => overlap(earlier, range));
        if (other < 0) continue;
        yield inQuestion(loaded, placed, [...path, index, 'text'], {
          severity: 'error',
          rule: 'quiz/overlapping-ranges',
          message: `“${options[index]?.text}” and “${options[other]?.text}” share numbers.`,
          hint: 'Let each range end before the next begins, like 1 to 9 and 10 to 19.',
        });
      }
    }
  },
  examples: {
    good: [
      { name: 'ranges that meet without sharing', files: ranges('1 to 9 boxes', '10 to 19 boxes') },
      { name: 'ranges of different things', files: ranges('1 to 9 days', '1 to 9 weeks') },
      {
        name: 'a range below and the rest',
        files: ranges('Less than 10 boxes', '10 boxes or more'),
      },
    ],
    bad: [
      {
        name: 'ranges that share their ends',
        files: ranges('1 to 10 boxes', '10–20 boxes'),
        says: [
          'lessons/01-boxes/quiz.yaml:16  error  quiz/overlapping-ranges\n  Question “first-question”: “10–20 boxes” and “1 to 10 boxes” share numbers.\n  Let each range end before the next begins, like 1 to 9 and 10 to 19.',
        ],
      },
      {
        name: 'a range inside an open one',
        files: ranges('More than 1,000 boxes', 'Between 2,000 and 3,000 boxes'),
        says: [
          'lessons/01-boxes/quiz.yaml:16  error  quiz/overlapping-ranges\n  Question “first-question”: “Between 2,000 and 3,000 boxes” and “More than 1,000 boxes” share numbers.\n  Let each range end before the next begins, like 1 to 9 and 10 to 19.',
        ],
      },
    ],
  },
};

function ranges(first: string, second: string) {
  return {
    '01-boxes/quiz.yaml': [
      'The green one\n        feedback: Green means released.\n      - text: The blue one',
      `${first}\n        feedback: Green means released.\n      - text: ${second}`,
    ],
  } as const;
}

/** Numbers from `min` to `max`; an open end does not belong to it. */
interface Range {
  readonly min: number;
  readonly max: number;
  readonly openMin?: boolean;
  readonly openMax?: boolean;
  /** The words around the numbers. */
  readonly unit: string;
}

const N = String.raw`\$?(-?\d[\d,]*(?:\.\d+)?)`;
const FORMS: readonly [RegExp, (a: number, b: number) => Omit<Range, 'unit'>][] = [
  [new RegExp(`(?:between )?${N} ?(?:to|and|-|–) ?${N}`, 'i'), (min, max) => ({ min, max })],
  [
    new RegExp(`(?:less|fewer) than ${N}|(?:under|below) ${N}`, 'i'),
    (max) => ({ min: -Infinity, max, openMax: true }),
  ],
  [
    new RegExp(`(?:more than|over|above) ${N}`, 'i'),
    (min) => ({ min, max: Infinity, openMin: true }),
  ],
  [new RegExp(`(?:up to|at most) ${N}`, 'i'), (max) => ({ min: -Infinity, max })],
  [new RegExp(`at least ${N}`, 'i'), (min) => ({ min, max: Infinity })],
];
const OR_MORE = new RegExp(`${N}(?<unit>.*?) or (?<end>more|over|above|less|fewer)`, 'i');

/** The range that an option names; undefined where it names none. */
function rangeIn(text: string): Range | undefined {
  const tail = OR_MORE.exec(text);
  if (tail) {
    const limit = toNumber(tail[1]);
    const isUpward = /more|over|above/i.test(tail.groups?.['end'] ?? '');
    const unit = normalized(text.replace(OR_MORE, '$<unit>'));
    return { min: isUpward ? limit : -Infinity, max: isUpward ? Infinity : limit, unit };
  }
  for (const [form, toRange] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [first, second] = match.slice(1).filter((number) => number !== undefined);
    return {
      ...toRange(toNumber(first), toNumber(second)),
      unit: normalized(text.replace(form, '')),
    };
  }
  return undefined;
}

function toNumber(text = ''): number {
  return Number(text.replaceAll(',', ''));
}

/** Do two ranges of the same thing have a number in common? */
function overlap(a: Range | undefined, b: Range | undefined): boolean {
  if (!a || !b || a.unit !== b.unit) return false;
  const [lower, upper] = a.min <= b.min ? [a, b] : [b, a];
  if (lower.max !== upper.min) return lower.max > upper.min;
  return lower.openMax !== true && upper.openMin !== true;
}
