import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

const list = (description: string) =>
  described(v.pipe(v.array(textField('A name.')), v.minLength(1)), description);
const amount = (description: string) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(0)), description);

const goods = v.strictObject({
  label: textField('The goods, in a word or two.'),
  chapter: textField('Chapter of the tariff, two digits.'),
  countries: list('Where they come from.'),
  from: amount('Lowest value of an entry, in dollars.'),
  to: amount('Highest value of an entry, in dollars.'),
  rate: described(v.pipe(v.number(), v.minValue(0)), 'Rate of duty for practice, in percent.'),
});

const filer = v.strictObject({
  code: described(v.pipe(v.string(), v.regex(/^[A-Z0-9]{3}$/)), 'Filer code: three characters.'),
  label: textField('Name of the broker that files.'),
});

const oddGroup = v.strictObject({
  filer,
  ports: list('Ports, one of which is drawn.'),
  goods: described(v.pipe(v.array(goods), v.minLength(1)), 'Goods, one of which is drawn.'),
  consignee: textField('To whom the goods go.'),
  lines: v.strictObject({
    from: amount('Fewest lines of this group.'),
    to: amount('Most lines of this group.'),
  }),
  answer: textField('What your group answers when you ask. {number} is the consignee’s number.'),
});

/** What the lines of a filer are, and what follows from saying so. */
const truth = v.strictObject({
  label: textField('The verdict, as a choice.'),
  right: textField('What happens when it is said where it holds.'),
  wrong: textField('What happens when something else is said where it holds.'),
  why: textField('How an expert tells.'),
});

const oddTruth = v.strictObject({
  ...truth.entries,
  groups: described(
    v.pipe(v.array(oddGroup), v.minLength(1)),
    'Groups, one of which a run draws into the report.',
  ),
});

const act = v.strictObject({
  id: idField('Permanent name of the act.'),
  label: textField('What the button says.'),
  days: amount('Days that it takes.'),
  never: described(v.boolean(), 'true: it should not be done at all.'),
  after: described(v.array(idField('Id of an act.')), 'What has to be done before it.'),
  shuts: described(v.boolean(), 'true: once all of these are done, no more entries come in.'),
  then: textField('What happens.'),
  why: textField('Why an expert does it here, or does not do it.'),
  rule: v.optional(textField('Where the rule comes from.')),
});

const deskCase = v.strictObject({
  id: idField('Permanent name of the case.'),
  from: textField('Who writes.'),
  text: textField('What lies on the broker’s desk.'),
  options: described(
    v.pipe(
      v.array(
        v.strictObject({
          id: idField('Permanent name of the option.'),
          label: textField('What the button says.'),
          right: described(v.boolean(), 'Is it what an expert does?'),
          then: textField('What happens.'),
        }),
      ),
      v.minLength(2),
    ),
    'What the broker may do.',
  ),
  why: textField('What an expert does here, and why.'),
  rule: textField('Where the rule comes from.'),
});

/** A month of entries under one importer number: find the theft, act on it, then change desks. */
export const importerReportScenario = v.strictObject({
  firm: v.strictObject({
    name: textField('Name of the firm.'),
    number: described(
      v.pipe(v.string(), v.regex(/^\d\d-\d{7}[0-9A-Z]{2}$/)),
      'Its importer number, with the suffix of two characters.',
    ),
    month: textField('Month of the report.'),
    companies: list('Companies of its group, itself first.'),
    ports: list('Ports that it uses, the busiest first.'),
    filers: described(v.pipe(v.array(filer), v.minLength(1)), 'Its brokers, the busiest first.'),
    goods: described(v.pipe(v.array(goods), v.minLength(1)), 'Its goods, the most frequent first.'),
    lines: described(
      v.pipe(v.number(), v.integer(), v.minValue(10)),
      'How many lines are its own.',
    ),
  }),
  verdicts: v.strictObject({
    theft: oddTruth,
    subsidiary: oddTruth,
    typo: oddTruth,
    ours: truth,
  }),
  askFirst: textField('Why an expert asks the group before a verdict.'),
  unasked: textField('What happened where nobody asked.'),
  rule: textField('Where the rule on the importer number comes from.'),
  close: textField('What the button says that closes the report.'),
  closed: textField('What happens then. {filer} and {lines} stand for the stolen group.'),
  acts: described(v.pipe(v.array(act), v.minLength(2)), 'What can be done about the theft.'),
  everyDays: described(
    v.pipe(v.number(), v.integer(), v.minValue(1)),
    'So many days bring one more stolen entry.',
  ),
  meanwhile: textField('Added where stolen entries came in. {count} is how many there are now.'),
  enough: textField('What the button says that ends the acts.'),
  enoughThen: textField('What happens then.'),
  desk: v.strictObject({
    title: textField('Heading of the last part.'),
    cases: described(v.pipe(v.array(deskCase), v.minLength(1)), 'Cases, one of which is drawn.'),
  }),
});
export type ImporterReport = v.InferOutput<typeof importerReportScenario>;
export type Goods = ImporterReport['firm']['goods'][number];
export type Filer = ImporterReport['firm']['filers'][number];
export type OddGroup = ImporterReport['verdicts']['theft']['groups'][number];
export type Act = ImporterReport['acts'][number];
export type DeskCase = ImporterReport['desk']['cases'][number];
