import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

const body = v.strictObject({
  id: idField('Issues name the body by this.'),
  label: textField('Its name.'),
  role: textField('What it is there for, in a sentence.'),
});

const misrouted = v.strictObject({
  to: idField('Id of a body that the issue does not belong to.'),
  then: textField('What happens when it is sent there.'),
});

const issue = v.strictObject({
  id: idField('Permanent name of the issue.'),
  text: textField('The issue, as it lands on the desk.'),
  belongs: idField('Id of the body that decides it.'),
  because: textField('Why it belongs there.'),
  rule: v.optional(textField('Where the rule comes from, such as EO 13659.')),
  misrouted: described(
    v.pipe(v.array(misrouted), v.minLength(1)),
    'What happens at each other body.',
  ),
});

/** Issues to be sent to the body that decides them. */
export const whoDecidesScenario = v.strictObject({
  bodies: described(v.pipe(v.array(body), v.minLength(2)), 'Who may decide, from the top down.'),
  draws: described(v.pipe(v.number(), v.integer(), v.minValue(1)), 'How many issues a run draws.'),
  issues: described(v.pipe(v.array(issue), v.minLength(1)), 'All issues that a run may draw from.'),
});
export type WhoDecides = v.InferOutput<typeof whoDecidesScenario>;
export type Issue = WhoDecides['issues'][number];
