import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

const whole = (description: string, least = 0) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(least)), description);

const slot = v.strictObject({
  id: idField('Permanent name of the blank.'),
  label: textField('What the blank asks for.'),
  options: described(
    v.pipe(
      v.array(
        v.strictObject({
          text: textField('The words that go into the sentence.'),
          right: described(v.boolean(), 'Do they stand up to an audit?'),
          comment: textField('What the auditor says of them.'),
        }),
      ),
      v.minLength(2),
      v.maxLength(5),
    ),
    'Wordings to choose from; one is right.',
  ),
  why: textField('What an expert writes here, and why.'),
});

const lane = v.strictObject({
  id: idField('Permanent name of the lane.'),
  label: textField('Name of the lane.'),
  buys: textField('What the money buys.'),
  covered: described(v.boolean(), 'true: it is spending that the claim speaks of.'),
  kind: textField('What kind of spending it is, in a few words.'),
});

const record = v.strictObject({
  past: described(
    v.pipe(v.array(whole('Saved by a step, in $1,000 a year.')), v.minLength(1)),
    'What the steps so far have saved.',
  ),
  next: described(
    v.pipe(v.array(whole('Saved by a step, in $1,000 a year.')), v.minLength(1)),
    'What further steps would save, each less than the one before.',
  ),
});

const line = v.strictObject({
  id: idField('Permanent name of the line.'),
  text: textField(
    'The line. {covered}, {claimed} and {saved} stand for the plan’s figures, {step} for one step and {ratio} for what the claim would make of it.',
  ),
  holds: described(v.boolean(), 'May it be said?'),
  why: textField('Why it may be said, or not.'),
});

/** A claim to be worded, a budget to be spent, a sum to be done, and lines to be said or left out. */
export const businessCaseScenario = v.strictObject({
  rule: textField('Where the claim comes from.'),
  wording: v.strictObject({
    title: textField('Heading of this part.'),
    task: textField('What to do.'),
    slots: described(
      v.pipe(v.array(slot), v.minLength(1), v.maxLength(6)),
      'Blanks of the sentence, in order.',
    ),
    readings: whole('How often the auditor listens.', 1),
    read: textField('Button: read it out.'),
    leave: textField('Button: leave it at that.'),
    passes: textField('What the auditor says of a sentence without a flaw.'),
    left: textField('What happens when a flawed sentence is left at that.'),
  }),
  funding: v.strictObject({
    title: textField('Heading of this part.'),
    task: textField('What to do.'),
    step: whole('What one step costs, in $100,000.', 1),
    steps: described(
      v.pipe(v.array(whole('A number of steps.', 1)), v.minLength(1)),
      'How many steps the budget pays for, by draw.',
    ),
    lanes: described(v.pipe(v.array(lane), v.minLength(2)), 'What can be funded.'),
    records: described(
      v.pipe(v.array(record), v.minLength(2)),
      'As many as lanes: which lane has which is drawn.',
    ),
    spent: textField('Said after each step. {lane} is its name, {given} and {left} are amounts.'),
    settle: textField('Button: settle the budget.'),
    best: textField('What happens when the plan saves the most. {saved} is how much.'),
    less: textField('What happens when it does not. {saved} and {best} are how much.'),
    why: textField('How an expert spends, and why.'),
  }),
  sum: v.strictObject({
    title: textField('Heading of this part.'),
    task: textField('What to work out.'),
    ratio: whole('Dollars returned for each dollar, as claimed.', 1),
    write: textField('Button: write it down.'),
    right: textField('When it is right. {covered}, {claimed} stand for the figures.'),
    all: textField('When all of the budget was counted. Same figures.'),
    wrong: textField('When it is otherwise wrong. Same figures.'),
    why: textField('How an expert works it out.'),
  }),
  lines: v.strictObject({
    title: textField('Heading of this part.'),
    task: textField('What to do.'),
    draws: whole('How many lines a run draws.', 1),
    say: textField('Button: say it.'),
    skip: textField('Button: leave it out.'),
    said: textField('Told after a line was said.'),
    skipped: textField('Told after a line was left out.'),
    all: described(v.pipe(v.array(line), v.minLength(1)), 'Lines that a run may draw from.'),
  }),
});
export type BusinessCase = v.InferOutput<typeof businessCaseScenario>;
export type Line = BusinessCase['lines']['all'][number];
export type Slot = BusinessCase['wording']['slots'][number];
