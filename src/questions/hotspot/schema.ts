import * as v from 'valibot';
import { described, questionEntries, textField } from '#src/course/schemas.ts';
import type { SpecOf } from '#src/questions/kind.ts';

const length = (description: string) => described(v.number(), description);

const figureSchema = v.strictObject({
  alt: textField('What the figure shows, in words, without giving the answer away.'),
  svg: textField(
    'The drawing: an <svg> with a viewBox, in the colours of the course, such as var(--ink). It may refer only to its own #ids.',
  ),
});

const regionSchema = v.strictObject({
  label: textField('Its name, shown in the list below the figure.'),
  x: length('Left edge, in units of the viewBox.'),
  y: length('Upper edge, in units of the viewBox.'),
  width: length('Width, in units of the viewBox; at least a tenth of the figure’s width.'),
  height: length('Height, in units of the viewBox; at least a tenth of the figure’s width.'),
  correct: v.optional(described(v.boolean(), 'true: this region is right. Default false.'), false),
  feedback: textField('Why it is right, or what makes it tempting and wrong.'),
});

/** Regions of a figure to choose from. */
export const hotspotSchema = v.strictObject({
  kind: v.literal('hotspot'),
  ...questionEntries,
  figure: described(figureSchema, 'What is looked at.'),
  regions: described(
    v.pipe(
      v.array(regionSchema),
      v.minLength(3, 'must have at least 3 regions'),
      v.maxLength(8, 'must have at most 8 regions'),
    ),
    'What can be chosen, 3 to 8 regions in reading order. One correct: choose one; several: choose all that apply.',
  ),
});
export type Hotspot = SpecOf<typeof hotspotSchema>;

/** Authored indices of the chosen regions, ascending; empty while none is. */
export type HotspotResponse = readonly number[];
