import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

const count = (description: string, least = 0) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(least)), description);

const flag = (description: string) => described(v.boolean(), description);

const stop = (description: string) =>
  described(
    v.strictObject({
      label: textField('Its name.'),
      minutes: count('Minutes that one truck takes there.', 1),
    }),
    description,
  );

const load = v.strictObject({
  id: idField('Permanent name of the load.'),
  goods: textField('What the truck carries, in a word or two.'),
  shipment: textField('What the papers say of the shipment and CTPAT.'),
  ctpat: flag('Does the shipment move under CTPAT?'),
  driver: textField('What is known of the driver and FAST.'),
  fast: flag('Is the driver enrolled in FAST?'),
  because: textField('Which lane the load belongs in, and why.'),
  doubt: v.optional(
    v.strictObject({
      text: textField('What is off when the load stands at the joint booth.'),
      finding: textField('What the joint exam finds.'),
      held: flag('Is the load held after it?'),
    }),
  ),
});

const halfHour = v.strictObject({
  news: textField('What is known when the half hour begins.'),
  fit: count('How many loads arrive that belong in the joint lane.'),
  doubtful: count('How many of that kind arrive with a doubt to come.'),
  unfit: count('How many loads arrive that belong in the regular lane.'),
  joint: count('Other trucks that come by the joint lane.'),
  examined: count('How many of those are examined at the dock.'),
  regular: count('Other trucks that come by the regular lane.'),
});

const answer = v.strictObject({
  label: textField('The answer, as on its button.'),
  then: textField('What comes of it.'),
});

const report = v.strictObject({
  id: idField('Permanent name of the report.'),
  ask: textField('Who asks for which sentence.'),
  options: described(
    v.pipe(
      v.array(
        v.strictObject({
          id: idField('Permanent name of the sentence.'),
          text: textField('The sentence.'),
          right: v.optional(v.boolean(), false),
          then: textField('What comes of it.'),
        }),
      ),
      v.minLength(2),
      v.check(
        (all) => all.filter(({ right }) => right).length === 1,
        'must have one right sentence',
      ),
    ),
    'Sentences to choose from; one is right.',
  ),
  rule: v.optional(textField('Where the figure comes from.')),
});

/** Trucks on two ways through a border port: two inspections in a row, and one by both services. */
export const cargoQueueScenario = v.strictObject({
  opens: count('When the first half hour begins, in minutes since midnight.'),
  minutes: count('How long one turn lasts, in minutes.', 5),
  stops: v.strictObject({
    mexico: stop('First exam of the regular lane.'),
    road: stop('The drive between the two sides.'),
    border: stop('Second exam of the regular lane.'),
    booth: stop('Joint primary.'),
    dock: stop('Joint secondary.'),
  }),
  lines: described(
    v.strictObject({
      mexico: count('Trucks there.'),
      road: count('Trucks there.'),
      border: count('Trucks there.'),
      booth: count('Trucks there.'),
      dock: count('Trucks there.'),
      examined: count('How many of those at the booth are examined at the dock.'),
    }),
    'What stands in line when the run begins.',
  ),
  spread: count('By how many trucks the joint line may be longer at the start, by chance.'),
  panel: v.strictObject({
    before: count('Minutes by the old way, as the panel gave them.', 1),
    after: count('Minutes by the joint way, as the panel gave them.', 1),
    label: textField('Whose figures they are.'),
  }),
  halfHours: described(
    v.pipe(v.array(halfHour), v.minLength(1), v.maxLength(8)),
    'The turns. The first stays first, the others come in a drawn order.',
  ),
  loads: described(v.pipe(v.array(load), v.minLength(1)), 'All loads that a run may draw from.'),
  lanes: v.strictObject({
    right: textField('Why a load belongs where it was sent.'),
    unfit: textField('What happens to a load in the joint lane that has no place there.'),
    fit: textField('What happens to a load of the joint lane in the regular one.'),
    rule: v.optional(textField('Where the rule comes from.')),
  }),
  team: v.strictObject({
    ask: textField('What the third team is, and the question where it works.'),
    booth: textField('Expert’s reason, where trucks wait for the booth.'),
    dock: textField('Expert’s reason, where trucks wait for the dock.'),
    either: textField('Expert’s reason, where neither line is longer.'),
    wrong: textField('What comes of a team where less waits.'),
  }),
  doubt: v.strictObject({
    dock: answer,
    release: answer,
    back: answer,
    because: textField('What an expert does, and why.'),
    rule: v.optional(textField('Where the rule comes from.')),
  }),
  reportDraws: count('How many reports a run draws.', 1),
  reports: described(v.pipe(v.array(report), v.minLength(1)), 'Sentences asked for at the end.'),
});
export type CargoQueue = v.InferOutput<typeof cargoQueueScenario>;
export type Load = CargoQueue['loads'][number];

/** Both together open the joint lane: a shipment under CTPAT and a driver in FAST. */
export function fitsJointLane({ ctpat, fast }: Pick<Load, 'ctpat' | 'fast'>): boolean {
  return ctpat && fast;
}
