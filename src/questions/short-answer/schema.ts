import * as v from 'valibot';
import { described, questionEntries, textField } from '#src/course/schemas.ts';
import type { SpecOf } from '#src/questions/kind.ts';
import { MAX_LENGTH } from './text-code.ts';

/** So short that a learner can type it and the record keeps it. */
const answer = (description: string) =>
  v.pipe(
    textField(description),
    v.maxLength(MAX_LENGTH, `must not be longer than ${MAX_LENGTH} characters`),
  );

const pattern = (description: string) =>
  v.pipe(
    textField(description),
    v.regex(/^(?:[\p{L}\p{N}]+\*?\s*)+$/u, 'must be words, each with a * behind it or none'),
  );

const nearSchema = v.strictObject({
  answer: answer('A wrong answer that is to be expected.'),
  feedback: textField('What makes it tempting, and what is wrong with it.'),
});

/** A word, a name or a number to write. */
export const shortAnswerSchema = v.strictObject({
  kind: v.literal('short-answer'),
  ...questionEntries,
  answers: described(
    v.pipe(
      v.array(answer('An answer that is right.')),
      v.minLength(1, 'must have at least 1 answer'),
      // As many as every LMS takes for one question (SCORM 2004 RTE 4.2.9).
      v.maxLength(5, 'must have at most 5 answers'),
    ),
    'What is right, 1 to 5 variants; the first is shown as the right one. Case, accents, spaces, punctuation, a leading article, digits or words for a number up to twenty, and one slip in a word of more than 6 letters make no difference.',
  ),
  accept: v.optional(
    described(
      v.array(pattern('Words that an answer must hold, in any order.')),
      'What else is right: whatever holds every word of one of these, like “mail facilit*”, where * stands for any end of a word.',
    ),
    [],
  ),
  refuse: v.optional(
    described(
      v.array(pattern('Words that spoil an answer.')),
      'What is wrong all the same: whatever holds every word of one of these.',
    ),
    [],
  ),
  exactCase: v.optional(
    described(v.boolean(), 'true: capital and small letters matter. Default false.'),
    false,
  ),
  right: textField('Feedback for a right answer.'),
  wrong: textField('Feedback that leads to the right answer, for any wrong one not named below.'),
  near: v.optional(
    described(v.array(nearSchema), 'Wrong answers that deserve feedback of their own.'),
    [],
  ),
});
export type ShortAnswer = SpecOf<typeof shortAnswerSchema>;

/** The text as typed, so that a draft survives; empty while nothing is. */
export type ShortAnswerResponse = string;
