import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

/** What a file tells; two files may be linked by any of it. */
export const FIELDS = ['address', 'phone', 'shipper', 'goods'] as const;
export type Field = (typeof FIELDS)[number];

const count = (description: string) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(1)), description);

const file = v.strictObject({
  id: idField('Permanent name of the file; the LMS hears it.'),
  name: textField('To whom the shipment was addressed.'),
  address: textField('The address on it; equal words are the same address.'),
  phone: textField('The phone number on it.'),
  shipper: textField('Who sent it.'),
  goods: textField('What was in it.'),
  because: textField('Why it belongs to the actor, or why not.'),
  named: v.optional(
    textField(
      'Only of a file that is not the actor’s: what follows where it is named all the same.',
    ),
  ),
});

const weak = v.strictObject({
  field: described(v.picklist(FIELDS), 'Which field.'),
  value: v.optional(textField('This value only; absent: the field as a whole.')),
});

const deal = v.strictObject({
  gain: count('What the offender earns on a parcel that gets through, in dollars.'),
  cost: count('What he loses with a parcel that is seized, in dollars.'),
  list: count('List price of the genuine goods that would fill a parcel, in dollars.'),
});

const dossier = v.strictObject({
  id: idField('Permanent name of the case.'),
  anchor: idField('Id of the file that the case begins with.'),
  weak: described(v.array(weak), 'What strangers share by chance, so that it proves nothing.'),
  files: described(v.pipe(v.array(file), v.minLength(3)), 'All files on the table.'),
  deal: described(deal, 'What the trade is worth to the offender.'),
});

const tool = v.strictObject({
  id: idField('Permanent name of the consequence; the LMS hears it.'),
  label: textField('Words on its button.'),
  law: textField('What it is and where it stands, in a sentence.'),
  seizes: described(v.boolean(), 'Are the goods that were found taken?'),
  fine: described(
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    'How many times the list price is fined; 0: no fine.',
  ),
  wholeActor: described(
    v.boolean(),
    'Does the fine need the link, and reach only as far as it was proved?',
  ),
  secured: described(v.boolean(), 'Is the fine paid even by one who does not pay?'),
});

const fit = v.strictObject({
  tool: idField('Id of a consequence that fits.'),
  because: textField('Why it fits, and what follows.'),
});

const misfit = v.strictObject({
  tools: described(v.array(idField('Id of a consequence.')), 'Consequences that do not fit.'),
  then: textField('What follows where one of them is chosen.'),
});

const traffic = v.strictObject({
  sent: count('How many parcels the offender sends in this month.'),
  found: count('How many of them officers find.'),
  unpaid: described(v.boolean(), 'Does he leave fines unpaid by now?'),
});

const stage = v.strictObject({
  id: idField('Permanent name of the stage; the LMS hears it.'),
  title: textField('Heading.'),
  text: textField('What has happened.'),
  traffic: v.optional(described(traffic, 'The offender’s month; absent: it is not about him.')),
  fits: described(v.pipe(v.array(fit), v.minLength(1)), 'What fits, the best first.'),
  misfits: described(v.array(misfit), 'What does not fit, and why.'),
  otherwise: textField('What follows where any other consequence is chosen.'),
  rule: v.optional(textField('Where the rule comes from, such as 19 U.S.C. 1526(f).')),
});

/** Files to be linked into one actor, and then consequences until repeating no longer pays. */
export const offenderGraphScenario = v.strictObject({
  attempts: count('How many links may be tried.'),
  tries: count('How often a stage comes back before the case moves on.'),
  goal: textField('What to look for while linking, in a sentence or two.'),
  escape: textField('What follows for a fine where not all of his files were proved to be his.'),
  linkRule: v.optional(textField('Where the rule for links comes from.')),
  dossiers: described(v.pipe(v.array(dossier), v.minLength(1)), 'Cases; a run draws one.'),
  tools: described(v.pipe(v.array(tool), v.minLength(2)), 'Consequences to choose from.'),
  stages: described(v.pipe(v.array(stage), v.minLength(1)), 'What is to be decided, in order.'),
});
export type OffenderGraph = v.InferOutput<typeof offenderGraphScenario>;
export type Dossier = OffenderGraph['dossiers'][number];
export type Tool = OffenderGraph['tools'][number];
export type Stage = OffenderGraph['stages'][number];
