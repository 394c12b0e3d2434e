import type { LabScript } from '#src/labs/lab.ts';
import { boxAtHand, boxFiles, moveLabel, pointsOf, type Decision, type State } from './model.ts';
import type { SealCheck } from './scenario.ts';

const outcome = (short: string) => ({ short, then: `${short}.`, why: 'Check first, then act.' });
const outcomes = {
  good: outcome('Gone on'),
  lucky: outcome('Gone on unchecked'),
  missed: outcome('Gone on with a flaw'),
  reported: outcome('Reported'),
  late: outcome('Reported late'),
  needless: outcome('Held for nothing'),
  mended: outcome('Mended'),
};

export const script: LabScript<SealCheck, State, Decision> = {
  example: {
    empty: {
      title: 'empty box',
      task: 'Load it.',
      cargos: ['coffee', 'tea'],
      boxes: 2,
      count: 'points',
      why: 'Look before you load.',
      rule: 'Rule 1',
      points: [
        {
          part: 'front',
          label: 'Front wall',
          action: 'Look at the front wall',
          sees: 'The wall is plain.',
          flaws: [{ look: 'gap', sees: 'It stands too near.', means: 'A false wall.' }],
        },
        {
          part: 'doors',
          label: 'Doors',
          action: 'Look at the doors',
          sees: 'All bolts are old.',
          flaws: [
            { look: 'bolt', sees: 'One bolt is new.', means: 'Somebody was at it.' },
            { look: 'weld', sees: 'A weld is new.', means: 'Somebody was at it.' },
          ],
        },
      ],
      labels: {
        load: 'Load it',
        seal: 'Seal it',
        hold: 'Hold it',
        report: 'Report it',
        mend: 'Mend it',
      },
      then: { load: 'You load it.', hold: 'You hold it.' },
      outcomes,
    },
    sealed: {
      title: 'sealed box',
      task: 'Accept it.',
      cargos: ['shirts'],
      boxes: 1,
      count: 'checks',
      why: 'Check before you accept.',
      rule: 'Rule 2',
      points: [
        {
          part: 'verify',
          label: 'Verify',
          action: 'Verify the number',
          sees: 'Seal {seal}, papers {papers}.',
          flaws: [{ look: 'digit', sees: 'Seal {seal}, papers {papers}.', means: 'A swap.' }],
        },
        {
          part: 'tug',
          label: 'Tug',
          action: 'Tug on the seal',
          sees: 'It holds.',
          flaws: [{ look: 'loose', sees: 'It comes off.', means: 'It was glued.' }],
        },
      ],
      labels: {
        accept: 'Accept it',
        open: 'Open it to see',
        reseal: 'Fit a new seal',
        hold: 'Keep it shut',
        report: 'Report both numbers',
        mend: 'Correct the papers',
      },
      then: { hold: 'You hold it.' },
      outcomes: { ...outcomes, opened: outcome('Opened'), resealed: outcome('Sealed again') },
    },
  },
  /** Loads, seals and accepts without a look. */
  careless(_, state) {
    const file = boxFiles(state)[boxAtHand(state)];
    if (file?.box.kind === 'sealed') return { move: 'accept' };
    return { move: file?.phase === 'loaded' ? 'seal' : 'load' };
  },
  controls(scenario, state, decision) {
    const file = boxFiles(state)[boxAtHand(state)];
    if (!file) return [];
    const name =
      'look' in decision
        ? (pointsOf(scenario, file.box)[decision.look]?.action ?? '')
        : moveLabel(scenario, file.box, decision.move);
    return [{ role: 'button', name }];
  },
};
