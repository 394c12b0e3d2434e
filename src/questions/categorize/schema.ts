import * as v from 'valibot';
import { described, questionEntries, textField } from '#src/course/schemas.ts';
import type { SpecOf } from '#src/questions/kind.ts';
import type { RowResponse } from '#src/questions/rows.ts';

const binSchema = v.strictObject({
  id: textField('Items name their bin by this.'),
  label: textField('What the bin holds, in a few words: it heads a narrow column.'),
});

const itemSchema = v.strictObject({
  text: textField('What is sorted.'),
  bin: textField('Id of the bin it belongs to.'),
  feedback: textField('Why it belongs there.'),
});

/** Items to sort into bins. */
export const categorizeSchema = v.strictObject({
  kind: v.literal('categorize'),
  ...questionEntries,
  bins: described(
    v.pipe(
      v.array(binSchema),
      v.minLength(2, 'must have at least 2 bins'),
      v.maxLength(4, 'must have at most 4 bins'),
    ),
    'Where items go, 2 to 4 bins, shown as authored.',
  ),
  items: described(
    v.pipe(
      v.array(itemSchema),
      v.minLength(3, 'must have at least 3 items'),
      v.maxLength(8, 'must have at most 8 items'),
    ),
    'What is sorted, 3 to 8 items, shown in another order. Every bin gets at least one.',
  ),
  wrong: textField('Feedback where an item is wrong: how to tell the bins apart.'),
});
export type Categorize = SpecOf<typeof categorizeSchema>;

/** For each item the index of the chosen bin, both as authored. */
export type CategorizeResponse = RowResponse;
