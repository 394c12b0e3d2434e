import * as v from 'valibot';

const whole = (least: number, most: number, description: string) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
    v.description(description),
  );

const quotas = (description: string) =>
  v.pipe(v.record(v.string(), whole(0, 200, 'How many at most.')), v.description(description));

/**
 * `assessment:` of `course.yaml`: the blueprint of the final assessment, and what a pass is. Every
 * setting has a default; `docs/decisions/0012-final-assessment.md` tells where they come from.
 */
export const assessmentSchema = v.pipe(
  v.strictObject({
    questions: v.optional(
      whole(1, 200, 'How many questions a sitting asks, from every mandatory lesson alike.'),
      30,
    ),
    deciding: v.optional(
      whole(0, 200, 'How many more it asks where the score comes close to the pass mark.'),
      15,
    ),
    decidingWithin: v.optional(
      whole(0, 100, 'How close that is, in points on either side of the pass mark.'),
      10,
    ),
    moduleMark: v.optional(
      whole(0, 100, 'Percent needed in each module beside the pass mark of the whole.'),
      60,
    ),
    moduleQuestions: v.optional(
      whole(1, 200, 'From how many questions of a module in a sitting on that is asked.'),
      6,
    ),
    attempts: v.optional(whole(1, 100, 'How many sittings may be failed before a wait.'), 3),
    waitHours: v.optional(whole(0, 10_000, 'How long the wait is, in hours.'), 24),
    kinds: v.optional(
      quotas('Most questions of a kind in a sitting; where none is named, the mix of the bank.'),
      {},
    ),
    levels: v.optional(
      quotas(
        'Most questions of a Bloom level in a sitting; where none is named, the mix of the bank.',
      ),
      {},
    ),
  }),
  v.description(
    'Final assessment. With it, the course is complete when every mandatory lesson is cleared and the assessment passed; without, its quizzes decide.',
  ),
);
export type AssessmentSettings = v.InferOutput<typeof assessmentSchema>;

/** The settings of a course whose `course.yaml` says `assessment: {}`. */
export const ASSESSMENT_DEFAULTS: AssessmentSettings = v.parse(assessmentSchema, {});
