import * as v from 'valibot';
import { described, idField, questionEntries, textField } from '#src/course/schemas.ts';
import type { SpecOf } from '#src/questions/kind.ts';

/** What the best option of a decision earns. */
export const FULL_POINTS = 2;

/** So short that the longest path fits into the 255 characters of SCORM 1.2 (RTE 3.4.7). */
const LONGEST_ID = 36;

const decisionOptionSchema = v.strictObject({
  text: textField('What can be done.'),
  points: described(
    v.picklist([0, 1, FULL_POINTS]),
    'How good that is: 2 for the best, 1 for good in part, 0 for poor.',
  ),
  consequence: textField('What happens then, and why: the feedback that teaches.'),
  next: v.optional(
    textField('Id of the decision that follows, further down. Without it the case ends here.'),
  ),
});
export type DecisionOption = v.InferOutput<typeof decisionOptionSchema>;

const decisionSchema = v.strictObject({
  id: v.pipe(
    idField('Options lead to the decision by this.'),
    v.maxLength(LONGEST_ID, `must have at most ${LONGEST_ID} characters`),
  ),
  prompt: textField('What has happened by now, and what is to be decided.'),
  options: described(
    v.pipe(
      v.array(decisionOptionSchema),
      v.minLength(2, 'must have at least 2 options'),
      v.maxLength(4, 'must have at most 4 options'),
    ),
    'What can be done, 2 to 4 options.',
  ),
});
export type Decision = v.InferOutput<typeof decisionSchema>;

/** A situation with decisions that depend on each other. */
export const caseSchema = v.strictObject({
  kind: v.literal('case'),
  ...questionEntries,
  decisions: described(
    v.pipe(
      v.array(decisionSchema),
      v.minLength(2, 'must have at least 2 decisions'),
      v.maxLength(6, 'must have at most 6 decisions'),
    ),
    'What is decided, 2 to 6 decisions. It begins with the first and only ever leads further down.',
  ),
});
export type Case = SpecOf<typeof caseSchema>;

/** The path so far: for each decision made the authored index of its option. It only ever grows. */
export type CaseResponse = readonly number[];
