import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import type { Feedback, Finding, QuestionKind, QuestionText } from '#src/questions/kind.ts';
import { formatNumber, MAX_LENGTH, plainNumber, readNumber } from './number-text.ts';
import { numericSchema, type Numeric, type NumericResponse } from './schema.ts';

/** Numbers from `min` to `max`, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Binary fractions leave a tail (1.1 + 0.1 = 1.2000000000000002); 12 digits cut it off. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function around(value: number, { tolerance }: Numeric): Range {
  return { min: tidy(value - tolerance), max: tidy(value + tolerance) };
}

function isIn({ min, max }: Range, value: number): boolean {
  return value >= min && value <= max;
}

function formatRange({ min, max }: Range): string {
  return min === max ? formatNumber(min) : `${formatNumber(min)} to ${formatNumber(max)}`;
}

/** What counts as right. */
export function rightRange(spec: Numeric): Range {
  return around(spec.answer, spec);
}

/** A typed answer as it was read: `83 percent`. */
export function givenAnswer({ unit }: Numeric, response: NumericResponse): string {
  return `${formatNumber(readNumber(response, unit))} ${unit}`;
}

/** The right answer for reading: `83 percent (82 to 84 counts as right)`. */
export function rightAnswer(spec: Numeric): string {
  const answer = `${formatNumber(spec.answer)} ${spec.unit}`;
  if (spec.tolerance === 0) return answer;
  return `${answer} (${formatRange(rightRange(spec))} counts as right)`;
}

function findRightTraps(spec: Numeric): readonly Finding[] {
  const right = rightRange(spec);
  return spec.traps.flatMap(({ value }, index) => {
    const caught = around(value, spec);
    if (caught.max < right.min || caught.min > right.max) return [];
    return [
      {
        rule: 'quiz/trap-is-right',
        path: ['traps', index, 'value'],
        message: `The trap ${formatNumber(value)} catches ${formatRange(caught)}, but ${formatRange(right)} is right.`,
        hint: 'Choose another value for the trap, or a smaller `tolerance`.',
      },
    ];
  });
}

function score(spec: Numeric, response: NumericResponse): Credit {
  return isIn(rightRange(spec), readNumber(response, spec.unit)) ? FULL_CREDIT : 0;
}

/** Right, or what went wrong and then how one gets to the right number. */
function feedback(spec: Numeric, response: NumericResponse): readonly Feedback[] {
  const right = { right: true, text: spec.right };
  if (score(spec, response) === FULL_CREDIT) return [right];
  const value = readNumber(response, spec.unit);
  const trap = spec.traps.find((each) => isIn(around(each.value, spec), value));
  return [{ right: false, text: trap?.feedback ?? spec.wrong }, right];
}

function codesOf(text: string): readonly number[] {
  return text.split('').map((character) => character.charCodeAt(0));
}

/** Short enough to be saved as typed, and printable (UTF-16). */
function canBeSaved(code: readonly number[]): boolean {
  const isPrintable = (value: number) =>
    Number.isInteger(value) && value >= 0x20 && value <= 0xffff;
  return code.length <= MAX_LENGTH && code.every(isPrintable);
}

/** The text as typed, character by character; of a longer one only its number. */
function encode({ unit }: Numeric, response: NumericResponse): readonly number[] {
  const typed = codesOf(response);
  return canBeSaved(typed) ? typed : codesOf(plainNumber(response, unit));
}

function decode(_spec: Numeric, code: readonly number[]): NumericResponse | undefined {
  return canBeSaved(code) ? String.fromCharCode(...code) : undefined;
}

function texts({ unit, right, wrong, traps }: Numeric): readonly QuestionText[] {
  return [
    { path: ['unit'], role: 'label', text: unit },
    { path: ['right'], role: 'feedback', text: right },
    { path: ['wrong'], role: 'feedback', text: wrong },
    ...traps.map(({ feedback }, index): QuestionText => ({
      path: ['traps', index, 'feedback'],
      role: 'feedback',
      text: feedback,
    })),
  ];
}

/** Type a number. All or nothing; a likely mistake gets feedback of its own. */
export const numeric = {
  kind: 'numeric',
  schema: numericSchema,
  findings: findRightTraps,
  blank: () => '',
  isComplete: ({ unit }, response) => Number.isFinite(readNumber(response, unit)),
  /** What is no number is rejected at its field. */
  missing: (_spec, response) => (response.trim() === '' ? 'Type a number first.' : undefined),
  score,
  feedback,
  order: () => [],
  interaction: (spec, response) => ({
    type: 'numeric',
    response: readNumber(response, spec.unit),
    correct: rightRange(spec),
  }),
  labels: () => ({}),
  encode,
  decode,
  wording: ({ stem, unit }) => [stem, unit],
  texts,
  choices: () => [],
} satisfies QuestionKind<Numeric, NumericResponse>;
