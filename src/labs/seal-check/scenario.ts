import * as v from 'valibot';
import { described, textField } from '#src/course/schemas.ts';

/** Parts of a container that the figure can draw, in the order of the seven-point check. */
export const BOX_PARTS = ['front', 'left', 'right', 'floor', 'roof', 'doors', 'under'] as const;
/** The four checks of a seal that the figure can draw. */
export const SEAL_PARTS = ['view', 'verify', 'tug', 'twist'] as const;

const flaw = <const Looks extends readonly string[]>(looks: Looks) =>
  v.strictObject({
    look: described(v.picklist(looks), 'How it is drawn.'),
    sees: textField('What the learner sees, without saying what to think of it.'),
    means: textField('What it turns out to be, in a sentence.'),
    spoils: v.optional(
      textField('What tugging and twisting show instead, where the seal is no longer whole.'),
    ),
  });

/** One place to look at, or one check to make. */
const point = <const Parts extends readonly string[], const Looks extends readonly string[]>(
  parts: Parts,
  looks: Looks,
) =>
  v.strictObject({
    part: described(v.picklist(parts), 'Which part it is: the figure draws it.'),
    label: textField('Its name, in a word or two.'),
    action: textField('What the button says.'),
    sees: textField('What the learner sees where nothing is wrong.'),
    flaws: described(v.pipe(v.array(flaw(looks)), v.minLength(1)), 'What may be wrong here.'),
  });

const outcome = v.strictObject({
  short: textField('How it ended, in three words or so.'),
  then: textField('What happens.'),
  why: textField('What an expert does here, and why.'),
});

/** How a box may end, whatever its kind. */
const outcomes = {
  good: described(outcome, 'A sound box, fully checked, goes on.'),
  lucky: described(outcome, 'A sound box goes on without a full check.'),
  missed: described(outcome, 'A box with a flaw goes on.'),
  reported: described(outcome, 'A flaw was found, the box held and reported.'),
  late: described(outcome, 'The box was held and reported, but not by the book.'),
  needless: described(outcome, 'A sound box was held and reported.'),
  mended: described(outcome, 'The box was held, then put right on the quiet.'),
};

const kind = {
  title: textField('What kind of box it is.'),
  task: textField('What is to be done with it.'),
  cargos: described(v.pipe(v.array(textField('Cargo.')), v.minLength(1)), 'Cargo, by draw.'),
  boxes: described(v.pipe(v.number(), v.integer(), v.minValue(1)), 'How many of them a run has.'),
  count: textField('What is counted: points or checks.'),
  why: textField('Why an expert makes every check, and when.'),
  rule: textField('Where the rule comes from.'),
};

/** Empty boxes to be loaded, and sealed ones that arrive: check, then decide. */
export const sealCheckScenario = v.strictObject({
  empty: described(
    v.strictObject({
      ...kind,
      points: described(
        v.pipe(
          v.array(point(BOX_PARTS, ['gap', 'weld', 'raised', 'patch', 'bolt', 'soil', 'crate'])),
          v.minLength(1),
        ),
        'Where to look.',
      ),
      labels: v.strictObject({
        load: textField('Button: load it.'),
        seal: textField('Button: close and seal it.'),
        hold: textField('Button: hold it.'),
        report: textField('Button: report it.'),
        mend: textField('Button: put it right on the quiet.'),
      }),
      then: v.strictObject({
        load: textField('What happens when it is loaded.'),
        hold: textField('What happens when it is held.'),
      }),
      outcomes: v.strictObject(outcomes),
    }),
    'Empty boxes, to be loaded.',
  ),
  sealed: described(
    v.strictObject({
      ...kind,
      points: described(
        v.pipe(
          v.array(point(SEAL_PARTS, ['bolt', 'broken', 'digit', 'loose', 'turns'])),
          v.minLength(1),
        ),
        'What to check. {seal} and {papers} stand for the two numbers.',
      ),
      labels: v.strictObject({
        accept: textField('Button: accept it.'),
        open: textField('Button: open it to see.'),
        reseal: textField('Button: fit a new seal.'),
        hold: textField('Button: hold it.'),
        report: textField('Button: report it.'),
        mend: textField('Button: correct the papers.'),
      }),
      then: v.strictObject({ hold: textField('What happens when it is held.') }),
      outcomes: v.strictObject({
        ...outcomes,
        opened: described(outcome, 'The doors were opened to see.'),
        resealed: described(outcome, 'A new seal was fitted.'),
      }),
    }),
    'Boxes that arrive under a seal.',
  ),
});
export type SealCheck = v.InferOutput<typeof sealCheckScenario>;
export type BoxPoint = SealCheck['empty']['points'][number];
export type SealPoint = SealCheck['sealed']['points'][number];
export type Outcome = v.InferOutput<typeof outcome>;
