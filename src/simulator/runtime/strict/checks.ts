import { isDecimal12, isDecimal2004, isInteger12 } from './formats.ts';
import type { Check, Problem } from './model.ts';

/** Accepts what `test` accepts; else says that the value is not `expected`. */
export function format(test: (value: string) => boolean, expected: string): Check {
  return (value) => (test(value) ? undefined : wrong(value, expected));
}

/** The problem of a value that should be something else. */
export function wrong(value: string, expected: string): Problem {
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return { text: `“${shown}” is not ${expected}` };
}

/** At most `max` UTF-16 units. */
export function atMost(max: number): Check {
  return (value) =>
    value.length <= max
      ? undefined
      : {
          text: `${value.length.toLocaleString('en')} characters, allowed are ${max.toLocaleString('en')}`,
        };
}

/** One of a closed set of words. */
export function oneOf(...words: readonly string[]): Check {
  const list = words.map((word) => (word === '' ? '“”' : word)).join(', ');
  return (value) => (words.includes(value) ? undefined : wrong(value, `one of: ${list}`));
}

function between(value: string, min: number, max: number): Problem | undefined {
  const number = Number(value);
  return number >= min && number <= max
    ? undefined
    : { text: `${value} is not between ${min} and ${max}`, range: true };
}

/** SCORM 1.2 score: empty, or a plain number from 0 to 100. */
export const score12: Check = (value) => {
  if (value === '') return undefined;
  return isDecimal12(value) ? between(value, 0, 100) : wrong(value, 'a plain number');
};

/** A whole number of SCORM 1.2 in a range. */
export function integer12(min: number, max: number): Check {
  return (value) =>
    isInteger12(value) ? between(value, min, max) : wrong(value, 'a whole number');
}

/** A plain number of SCORM 2004, at most 5 digits before and 7 after the point, in a range. */
export function decimal2004(min = -Infinity, max = Infinity): Check {
  return (value) =>
    isDecimal2004(value)
      ? between(value, min, max)
      : wrong(value, 'a plain number with at most 7 decimals');
}
