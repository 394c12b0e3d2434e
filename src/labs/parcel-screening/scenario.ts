import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

/** How a parcel comes in. */
export const CARRIERS = ['courier', 'mail'] as const;

const answer = v.strictObject({
  id: idField('Outcomes name the answer by this.'),
  key: described(
    v.pipe(v.string(), v.regex(/^[a-z0-9]$/, 'must be one lower-case letter or digit')),
    'The key that gives it, unique in its pass.',
  ),
  label: textField('Words on its button.'),
  holds: described(v.boolean(), 'Does it hold the parcel back? Else it lets the parcel go.'),
});

const pass = v.strictObject({
  id: idField('Permanent name of the pass; the LMS hears it.'),
  title: textField('The time whose rule holds, such as “December 2017”.'),
  opening: textField('What changes as the pass begins, in a sentence or two.'),
  rule: described(
    v.pipe(v.array(textField('One part of it.')), v.minLength(1)),
    'The rule of that time, part by part; it stays in sight.',
  ),
  answers: described(v.pipe(v.array(answer), v.minLength(2)), 'What may be done with a parcel.'),
});

const parcel = v.strictObject({
  from: textField('Who sends it.'),
  to: textField('Who gets it.'),
  carrier: described(v.picklist(CARRIERS), 'By courier or by mail.'),
  contents: textField('The description, as the sender wrote it.'),
  value: textField('Declared value.'),
  weight: textField('What it weighs.'),
  reason: textField('Why it is sent, as declared.'),
  remark: textField('What else the data show.'),
  inside: textField('What it held, in a sentence; told after the decision.'),
});

const outcome = v.strictObject({
  right: idField('Id of the right answer in that pass.'),
  because: textField('Why it is right.'),
  letGo: textField('What follows where it was let go, though not rightly.'),
  held: textField('What follows where it was held, though not rightly.'),
});

const kind = v.strictObject({
  id: idField('Permanent name of the kind of parcel; the LMS hears it.'),
  parcels: described(v.pipe(v.array(parcel), v.minLength(1)), 'A run draws one of them.'),
  outcomes: described(v.pipe(v.array(outcome), v.minLength(1)), 'One for each pass, in order.'),
  rule: v.optional(textField('Where the rule comes from, such as 19 CFR 10.151.')),
});

/** Parcels to be screened by the rule of one time, and then again by the rule of another. */
export const parcelScreeningScenario = v.strictObject({
  passes: described(v.pipe(v.array(pass), v.minLength(2)), 'The times, in order.'),
  kinds: described(v.pipe(v.array(kind), v.minLength(1)), 'A run has one parcel of each kind.'),
});
export type ParcelScreening = v.InferOutput<typeof parcelScreeningScenario>;
export type Pass = ParcelScreening['passes'][number];
export type Answer = Pass['answers'][number];
export type Kind = ParcelScreening['kinds'][number];
export type Parcel = Kind['parcels'][number];
