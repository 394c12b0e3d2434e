import * as v from 'valibot';
import { described, idField, textField } from '#src/course/schemas.ts';

const whole = (description: string, least = 1) =>
  described(v.pipe(v.number(), v.integer(), v.minValue(least)), description);

const rule = v.optional(textField('Where the rule comes from.'));

const fact = v.strictObject({
  condition: idField('Id of the condition that it bears on.'),
  text: textField('What the file says.'),
  met: described(v.boolean(), 'Is the condition met when the file lands on the desk?'),
  mended: v.optional(
    v.strictObject({
      hours: whole('Hours before arrival from which on it is met.'),
      text: textField('What the file says from then on.'),
    }),
  ),
});

const box = v.strictObject({
  id: textField('Its number, as painted on it.'),
  text: textField('What is known of it when it lands.'),
  scan: v.optional(textField('What CBP does first, where it is a high-risk box.')),
  released: whole('Hours after arrival at which CBP releases it.'),
});

const call = v.strictObject({
  id: idField('Permanent name of the call.'),
  vessel: textField('Name of the vessel.'),
  note: textField('What the office writes with the file.'),
  opens: whole('Hours before arrival at which the file lands on the desk.'),
  facts: described(v.pipe(v.array(fact), v.minLength(1)), 'One for each condition.'),
  because: textField('What an expert does with this call, and why.'),
  boxes: described(
    v.pipe(v.array(box), v.minLength(1), v.maxLength(6)),
    'Boxes that truckers want.',
  ),
});

const move = v.strictObject({
  label: textField('The move, as on its button.'),
  then: textField('What comes of it.'),
});

const start = v.strictObject({
  id: idField('Permanent name of it.'),
  label: textField('What could start, as on its checkbox.'),
  may: described(v.boolean(), 'May it start on approval?'),
  wrong: textField('What comes of the wrong tick, or of the missing one.'),
  lost: whole('Hours that this costs.', 0),
});

const message = v.strictObject({
  id: idField('Permanent name of the message.'),
  text: textField('The message.'),
  options: described(
    v.pipe(
      v.array(
        v.strictObject({
          id: idField('Permanent name of the answer.'),
          text: textField('The answer, as on its button.'),
          right: v.optional(v.boolean(), false),
          then: textField('What comes of it.'),
        }),
      ),
      v.minLength(2),
      v.check((all) => all.filter(({ right }) => right).length === 1, 'must have one right answer'),
    ),
    'Answers to choose from; one is right.',
  ),
  rule,
});

/** Calls of container vessels that an agent prepares for early unlading. */
export const aquaLaneScenario = v.strictObject({
  hours: v.strictObject({
    ahead: whole('How long before arrival the request must be in.'),
    wait: whole('How long one wait at the desk lasts.'),
    board: whole('How long after arrival officers board where nothing was approved.'),
    step: whole('How long one turn at the gate lasts.'),
    back: whole('Hours that it costs to bring back a box that was not released.'),
  }),
  conditions: described(
    v.pipe(
      v.array(
        v.strictObject({
          id: idField('Facts name the condition by this.'),
          label: textField('The condition.'),
        }),
      ),
      v.minLength(1),
      v.maxLength(8),
    ),
    'All that a call must meet.',
  ),
  moves: v.strictObject({
    send: move,
    wait: move,
    ordinary: move,
    rely: move,
    arrive: move,
  }),
  answers: v.strictObject({
    approved: textField('What CBP answers to a request that is in order.'),
    late: textField('What CBP answers to one that comes too late.'),
    unmet: textField('What CBP answers where a condition is not met.'),
  }),
  missed: textField('What an ordinary call costs where an approval could be had.'),
  starts: described(v.pipe(v.array(start), v.minLength(1), v.maxLength(8)), 'What could start.'),
  gate: v.strictObject({
    waiting: textField('Status of a box that has landed and is not released.'),
    early: textField('What comes of a box that leaves unreleased.'),
    kept: textField('What comes of a released box that stays.'),
    because: textField('What an expert does at the gate, and why.'),
    rule,
  }),
  checkRule: v.optional(textField('Where the conditions come from.')),
  askRule: v.optional(textField('Where the deadline comes from.')),
  startRule: v.optional(textField('Where it is written what may start.')),
  startBecause: textField('What may start on approval, and what may not.'),
  draws: v.strictObject({
    ready: whole('Calls of a run that meet all conditions from the start.', 0),
    mendable: whole('Calls of a run that will meet them in time.', 0),
    unfit: whole('Calls of a run that never meet them.', 0),
  }),
  calls: described(v.pipe(v.array(call), v.minLength(1)), 'All calls that a run may draw from.'),
  messages: described(v.pipe(v.array(message), v.minLength(1)), 'One comes with each call.'),
});
export type AquaLane = v.InferOutput<typeof aquaLaneScenario>;
export type Call = AquaLane['calls'][number];
export type Box = Call['boxes'][number];
export type Message = AquaLane['messages'][number];
/** What can be done with a call before the vessel arrives. */
export type Move = keyof AquaLane['moves'];
