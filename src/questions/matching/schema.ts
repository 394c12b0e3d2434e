import * as v from 'valibot';
import { described, questionEntries, textField } from '#src/course/schemas.ts';
import type { SpecOf } from '#src/questions/kind.ts';
import type { RowResponse } from '#src/questions/rows.ts';

const pairSchema = v.strictObject({
  text: textField('What is asked about.'),
  match: textField('Its right partner, chosen from a list of all partners. Keep it short.'),
  feedback: textField('Why the two belong together.'),
});

/** Things to match, each with its partner. */
export const matchingSchema = v.strictObject({
  kind: v.literal('matching'),
  ...questionEntries,
  pairs: described(
    v.pipe(
      v.array(pairSchema),
      v.minLength(3, 'must have at least 3 pairs'),
      v.maxLength(6, 'must have at most 6 pairs'),
    ),
    'What belongs together, 3 to 6 pairs. The partners are shown in another order.',
  ),
  extras: v.optional(
    described(
      v.pipe(
        v.array(textField('A partner that fits nothing.')),
        v.maxLength(2, 'must have at most 2 extras'),
      ),
      'Up to 2 tempting partners that fit nothing. Default none.',
    ),
    [],
  ),
  wrong: textField('Feedback where a pair is wrong: the most likely mix-up and how to tell.'),
});
export type Matching = SpecOf<typeof matchingSchema>;

/** For each pair the index of the chosen partner: matches first, then extras, as authored. */
export type MatchingResponse = RowResponse;
