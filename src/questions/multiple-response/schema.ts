import * as v from 'valibot';
import { questionEntries } from '#src/course/schemas.ts';
import { optionEntries } from '#src/questions/options.ts';
import type { SpecOf } from '#src/questions/kind.ts';

/** Any number of right options among several. */
export const multipleResponseSchema = v.strictObject({
  kind: v.literal('multiple-response'),
  ...questionEntries,
  ...optionEntries,
});
export type MultipleResponse = SpecOf<typeof multipleResponseSchema>;

/** Authored indices of the chosen options, ascending; empty while none is. */
export type MultipleResponseResponse = readonly number[];
