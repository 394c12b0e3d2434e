import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

const count = (description: string, least: number) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(least)), description);

const agency = v.strictObject({
  id: idField('Shipments name the agency by this.'),
  label: textField('Its short name.'),
  watches: textField('What it watches over, in a few words.'),
  meanwhile: textField('What may be done with released goods until it is satisfied.'),
  rule: v.optional(textField('Where that comes from, such as 21 CFR 1.90.')),
});

const option = v.strictObject({
  text: textField('What can be done, as on a button. No other option of the shipment reads alike.'),
  right: v.optional(described(v.boolean(), 'true: this settles it. Exactly one option does.')),
  then: textField('What happens then.'),
});

const trouble = v.strictObject({
  answer: described(
    v.picklist(['rejected', 'refused', 'exam', 'intact']),
    'rejected: the data come back. refused: so does the notice. exam: the goods are examined first. intact: they stay whole. All but the last keep CBP from releasing.',
  ),
  message: textField('What the agency writes.'),
  options: described(v.pipe(v.array(option), v.minLength(2)), 'What fits only this trouble.'),
  because: textField('Why the right option is right.'),
});

const flag = v.strictObject({
  agency: idField('Id of the agency that the tariff numbers call on.'),
  because: textField('Why it has a say in these goods.'),
  rule: v.optional(textField('Where that comes from, such as 16 CFR part 1110.')),
  first: v.optional(described(v.boolean(), 'true: CBP releases only when it is satisfied.')),
  after: count('Minutes until it answers.', 1),
  troubles: described(v.array(trouble), 'What it objects to, one after the other; may be empty.'),
});

const shipment = v.strictObject({
  id: idField('Permanent name of the shipment.'),
  goods: textField('The goods, as a heading.'),
  facts: textField('What the client says about them.'),
  customs: count('Minutes until CBP itself releases, if no agency keeps it from that.', 1),
  flags: described(v.pipe(v.array(flag), v.minLength(1)), 'The agencies that are asked.'),
});

const shortcut = v.strictObject({
  text: textField('A shortcut, as on a button. `{agency}` becomes the agency’s short name.'),
  then: textField('Why it gains nothing. `{agency}` as above.'),
});

/** A move of the goods, and what becomes of it. */
const move = {
  early: textField('What becomes of it before its time.'),
  done: textField('What becomes of it in time.'),
  because: textField('What it waits for, and why: an expert’s reason.'),
  rule: textField('Where that comes from.'),
};

/** One filing for several agencies, from the entry to the customer. */
export const singleWindowScenario = v.strictObject({
  draws: count('How many shipments a run draws.', 1),
  agencies: described(v.pipe(v.array(agency), v.minLength(2), v.maxLength(6)), 'All agencies.'),
  customs: described(
    v.strictObject({ label: textField('Short name.'), watches: textField('What it looks at.') }),
    'The office that always answers.',
  ),
  minutes: described(
    v.strictObject({
      file: count('For filing an entry.', 1),
      answer: count('For the answer that settles a trouble.', 1),
      detour: count('Lost by a move that settles nothing.', 1),
      gate: count('Lost by a truck that comes too early.', 1),
      recall: count('Lost by goods that go out too early and are ordered back.', 1),
    }),
    'Working minutes that moves take.',
  ),
  filed: textField('What filing does. `{agencies}` becomes the names of those with data in it.'),
  uncalled: textField('What becomes of data for an agency that is not asked: `{agency}`.'),
  missing: described(trouble, 'An agency is asked, but the entry has no data for it: `{agency}`.'),
  shortcuts: described(v.array(shortcut), 'Moves that settle no trouble, offered with each.'),
  released: textField('CBP’s own release.'),
  proceed: textField('The one message of the whole government.'),
  truck: described(
    v.strictObject({ ...move, late: textField('What becomes of it when others were waited for.') }),
    'The truck that fetches the goods from the terminal. Before its time, it waits at the gate.',
  ),
  delivery: described(
    v.strictObject(move),
    'The goods go on to the customer. Before their time, they are ordered back.',
  ),
  shipments: described(v.pipe(v.array(shipment), v.minLength(1)), 'All that a run may draw.'),
});
export type SingleWindow = v.InferOutput<typeof singleWindowScenario>;
export type Shipment = SingleWindow['shipments'][number];
export type Flag = Shipment['flags'][number];
export type Trouble = v.InferOutput<typeof trouble>;
