import * as v from 'valibot';
import { questionEntries } from '#src/course/schemas.ts';
import { optionEntries } from '#src/questions/options.ts';
import type { SpecOf } from '#src/questions/kind.ts';

/** One right option among several. */
export const singleChoiceSchema = v.strictObject({
  kind: v.literal('single-choice'),
  ...questionEntries,
  ...optionEntries,
});
export type SingleChoice = SpecOf<typeof singleChoiceSchema>;

/** Authored index of the chosen option; null while none is. */
export type SingleChoiceResponse = number | null;
