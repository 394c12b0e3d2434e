import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

const count = (description: string, least: number) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(least)), description);

const sign = v.strictObject({
  text: textField('What an officer sees.'),
  odd: v.optional(described(v.boolean(), 'true: it does not fit an honest trade.')),
});

const lot = v.strictObject({
  id: idField('Permanent name of the lot.'),
  goods: textField('The goods, in lower case, such as “sixty pairs of sneakers”.'),
  mark: textField('The mark on them.'),
  signs: described(v.array(sign), 'One for each of `signs`, in their order.'),
  isRecorded: described(v.boolean(), 'Has the owner recorded the mark with CBP?'),
  isGenuine: described(v.boolean(), 'What turns out in the end.'),
  because: textField('How an expert reads the signs.'),
});

const question = v.strictObject({
  id: idField('Permanent name of the question.'),
  text: textField('Which day is asked for.'),
  label: textField('The day, as the calendar marks it.'),
  from: described(v.picklist(['presented', 'detained', 'noticed']), 'The day it is counted from.'),
  days: count('How many days.', 1),
  isBusiness: described(v.boolean(), 'Are weekends left out?'),
  because: textField('How it is counted.'),
});

const paper = v.strictObject({
  id: idField('Permanent name of the paper.'),
  text: textField('The paper, as on a button.'),
  days: count('Business days until it is there.', 1),
  isProof: v.optional(described(v.boolean(), 'true: it leads back to the owner of the mark.')),
  genuine: textField('What it shows where the goods are genuine.'),
  counterfeit: textField('What it shows where they are not.'),
});

const ending = v.strictObject({
  text: textField('What to do after a seizure, as on a button.'),
  right: v.optional(described(v.boolean(), 'true for the one that an expert chooses.')),
  then: textField('What comes of it.'),
});

const verdict = (when: string) => textField(`What is said of a lot that was ${when}.`);

/** Suspect goods: signs, recordation, days, proof, and what follows. */
export const detentionScenario = v.strictObject({
  draws: count('How many lots a run draws.', 2),
  signs: described(v.array(textField('Name of a sign.')), 'What an officer looks at.'),
  least: count('How many odd signs make a suspect here.', 1),
  lots: described(v.pipe(v.array(lot), v.minLength(2)), 'All lots. One of them can be detained.'),
  recorded: textField('The file has the mark: `{mark}`.'),
  unrecorded: textField('The file does not have the mark: `{mark}`.'),
  verdicts: v.strictObject({
    caught: verdict('looked up and detained, rightly'),
    blind: verdict('detained rightly, but not looked up'),
    baseless: verdict('detained though its mark is not on file'),
    harsh: verdict('detained without enough odd signs'),
    lenient: verdict('let go though it is suspect and on file'),
    checked: verdict('let go because its mark is not on file'),
    lucky: verdict('let go rightly, but not looked up'),
    free: verdict('let go because it is not suspect'),
  }),
  detained: textField('How the calendar begins: `{goods}`.'),
  starts: described(
    v.pipe(v.array(v.pipe(v.string(), v.isoDate())), v.minLength(1)),
    'Mondays; no holiday in the six weeks from each.',
  ),
  events: described(
    v.strictObject({
      presented: textField('The goods are presented for exam.'),
      detained: textField('CBP decides to detain.'),
      noticed: textField('The notice is dated.'),
    }),
    'The days that are counted from, as the calendar marks them.',
  ),
  questions: described(v.pipe(v.array(question), v.minLength(1)), 'Days to find, in order.'),
  slips: v.strictObject({
    weekends: textField('Weekends were counted. `{day}` is the right day, here and below.'),
    first: textField('The first day was counted.'),
    start: textField('It was counted from another event.'),
    other: textField('It is simply another day.'),
  }),
  answerBy: idField('Id of the question whose day ends the importer’s time.'),
  decideBy: idField('Id of the question whose day brings CBP’s decision.'),
  letter: textField('The letter reaches the importer, on `{day}`.'),
  papers: described(v.pipe(v.array(paper), v.minLength(1)), 'What the importer may ask for.'),
  outcomes: v.strictObject({
    released: textField('Genuine, and proved in time: `{day}`.'),
    late: textField('Genuine, and proved too late: `{day}`.'),
    unproved: textField('Nothing leads to the owner: `{day}`.'),
    seized: textField('The owner does not know the goods: `{day}`.'),
  }),
  proof: textField('Which proof an expert sends, and why.'),
  promptness: textField('Why an expert keeps the day.'),
  endings: described(v.pipe(v.array(ending), v.minLength(2)), 'What to do after a seizure.'),
  afterwards: textField('What an expert does after a seizure, and why.'),
  rules: v.strictObject({
    recordation: textField('Citation.'),
    detention: textField('Citation.'),
    petition: textField('Citation.'),
  }),
});
export type Detention = v.InferOutput<typeof detentionScenario>;
export type Lot = Detention['lots'][number];
export type Question = Detention['questions'][number];
