import { atMost, decimal2004, format, oneOf, wrong } from './checks.ts';
import { isDecimal2004, isShortId2004, localizedText } from './formats.ts';
import type { Check } from './model.ts';

/*
 * Learner responses and correct responses of SCORM 2004 (RTE 4.2.9.1), to the strictest LMS: option
 * ids as `isShortId2004`, no empty response (field guide R24).
 */

const split = (value: string): string[] => value.split('[,]');
const isOneLine = (value: string): boolean => !/[\r\n]/.test(value);

const OPTIONS = 'option ids (letters, digits, _ and .) joined by [,]';

const idList = (unique: boolean): Check =>
  format((value) => {
    const ids = split(value);
    return (
      ids.length <= 36 && ids.every(isShortId2004) && (!unique || new Set(ids).size === ids.length)
    );
  }, OPTIONS);

const pairs = format(
  (value) =>
    split(value).every((pair) => {
      const sides = pair.split('[.]');
      return sides.length === 2 && sides.every(isShortId2004);
    }),
  'pairs of ids like a[.]1[,]b[.]2',
);

const isShortText = (value: string): boolean =>
  isOneLine(value) && (localizedText(value)?.length ?? Infinity) <= 250;

const texts = format(
  (value) => split(value).every(isShortText),
  'texts of 250 characters at most, on one line, joined by [,]',
);

function isRange(value: string): boolean {
  const ends = value.split('[:]');
  return (
    ends.length === 2 && ends.every((end) => end === '' || isDecimal2004(end)) && isRising(ends)
  );
}

const isRising = ([low = '', high = '']: readonly string[]): boolean =>
  low === '' || high === '' || Number(low) <= Number(high);

function isStep(value: string, answerMayBeRange: boolean): boolean {
  const [name = '', answer, ...more] = value.split('[.]');
  if (answer === undefined || more.length > 0 || (name === '' && answer === '')) return false;
  if (name !== '' && !isShortId2004(name)) return false;
  return isShortText(answer) && (answerMayBeRange || !answer.includes('[:]') || !isRange(answer));
}

const steps = (answerMayBeRange: boolean): Check =>
  format(
    (value) => split(value).every((step) => isStep(step, answerMayBeRange)),
    'steps like step_a[.]what was done, joined by [,]',
  );

const longText: Check = (value, place) =>
  isOneLine(value) ? atMost(4000)(value, place) : wrong(value, 'text on one line');

const option = format(isShortId2004, 'an option id (letters, digits, _ and .)');

const LEARNER: Readonly<Record<string, Check>> = {
  'true-false': oneOf('true', 'false'),
  choice: idList(true),
  sequencing: idList(false),
  matching: pairs,
  likert: option,
  numeric: decimal2004(),
  'fill-in': texts,
  'long-fill-in': longText,
  performance: steps(false),
  other: atMost(4000),
};

/** Takes `{case_matters=…}` and `{order_matters=…}` off the front of a pattern. */
function unmarked(check: Check): Check {
  return (value, place) =>
    check(value.replace(/^(\{(case_matters|order_matters)=(true|false)\})+/, ''), place);
}

const PATTERN: Readonly<Record<string, Check>> = {
  ...LEARNER,
  numeric: format(isRange, 'a range like 1[:]5'),
  'fill-in': unmarked(texts),
  'long-fill-in': unmarked(longText),
  performance: unmarked(steps(true)),
};

/** Types of interaction that SCORM 2004 knows. */
export const TYPES_2004 = Object.keys(LEARNER);

/** What the learner answered, by the interaction's type. */
export const learnerResponse: Check = (value, place) =>
  LEARNER[place.member('type') ?? '']?.(value, place);

const ONE_PATTERN = ['true-false', 'likert', 'numeric', 'other'];

/** What would have been right, by the interaction's type; some types take one pattern only. */
export const correctPattern: Check = (value, place) => {
  const type = place.member('type') ?? '';
  if (ONE_PATTERN.includes(type) && !place.element.endsWith('.0.pattern')) {
    return { text: `an interaction of type ${type} has one correct response` };
  }
  return PATTERN[type]?.(value, place);
};
