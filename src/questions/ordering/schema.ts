import * as v from 'valibot';
import { described, questionEntries, textField } from '#src/course/schemas.ts';
import type { SpecOf } from '#src/questions/kind.ts';

const stepSchema = v.strictObject({
  text: textField('What is put in order.'),
  feedback: textField('Why it stands at its place.'),
});

/** Steps to put in order. */
export const orderingSchema = v.strictObject({
  kind: v.literal('ordering'),
  ...questionEntries,
  steps: described(
    v.pipe(
      v.array(stepSchema),
      v.minLength(3, 'must have at least 3 steps'),
      v.maxLength(8, 'must have at most 8 steps'),
    ),
    'What is put in order, 3 to 8 steps, written in the right order.',
  ),
  wrong: textField(
    'Feedback for a wrong order: the most likely mistake and what is wrong with it.',
  ),
});
export type Ordering = SpecOf<typeof orderingSchema>;

/**
 * Authored indices of all steps in the learner's order; null until the learner moved a step or
 * said that the order shown is right. So the start order, too, can be given as an answer.
 */
export type OrderingResponse = readonly number[] | null;
