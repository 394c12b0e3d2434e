import * as v from 'valibot';
import { described, questionEntries, textField } from '#src/course/schemas.ts';
import type { SpecOf } from '#src/questions/kind.ts';

/** So large that a learner can still type it. */
const LIMIT = 999_999_999;

const amount = (description: string) =>
  described(
    v.pipe(
      v.number(),
      v.minValue(-LIMIT, 'must be at least -999,999,999'),
      v.maxValue(LIMIT, 'must be at most 999,999,999'),
    ),
    description,
  );

const trapSchema = v.strictObject({
  value: amount('A wrong answer that a likely mistake leads to.'),
  feedback: textField('What the mistake was.'),
});

/** A number to type. */
export const numericSchema = v.strictObject({
  kind: v.literal('numeric'),
  ...questionEntries,
  answer: amount('The right number.'),
  tolerance: v.optional(
    described(
      v.pipe(v.number(), v.minValue(0, 'must be at least 0')),
      'How far off still counts as right (and as a trap), both ends included. Default 0.',
    ),
    0,
  ),
  unit: textField('What the number counts, shown after it: percent, years, million dollars.'),
  right: textField('Feedback for the right number: how one gets there.'),
  wrong: textField('Feedback for any wrong number that is no trap.'),
  traps: v.optional(
    described(v.array(trapSchema), 'Wrong numbers that deserve feedback of their own.'),
    [],
  ),
});
export type Numeric = SpecOf<typeof numericSchema>;

/** The text as typed, so that a draft survives; empty while nothing is. */
export type NumericResponse = string;
