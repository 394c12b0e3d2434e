import type { Control, LabScript } from '#src/labs/lab.ts';
import type { Decision } from './model.ts';
import type { AquaLane, Call } from './scenario.ts';
import { boxesOn, callOf, messageOf, onDesk, phaseOf, type State } from './state.ts';
import { BUTTONS } from './words.ts';

const call = (id: string, firm: boolean, data: boolean, mended?: number): Call => ({
  id,
  vessel: `Vessel ${id}`,
  note: 'A file.',
  opens: 32,
  facts: [
    { condition: 'firm', text: firm ? 'It is.' : 'It is not.', met: firm },
    {
      condition: 'data',
      text: data ? 'They are in.' : 'They are not in.',
      met: data,
      mended: mended === undefined ? undefined : { hours: mended, text: 'They are in now.' },
    },
  ],
  because: `An expert knows what to do with ${id}.`,
  boxes: [
    { id: `${id} 1`, text: 'On the ground.', released: 4 },
    { id: `${id} 2`, text: 'On the ground.', scan: 'It is scanned.', released: 9 },
  ],
});

const move = (label: string) => ({ label, then: `${label}: done.` });

export const script: LabScript<AquaLane, State, Decision> = {
  example: {
    hours: { ahead: 24, wait: 4, board: 3, step: 4, back: 10 },
    conditions: [
      { id: 'firm', label: 'The firm is a member' },
      { id: 'data', label: 'The data are in' },
    ],
    moves: {
      send: move('Send'),
      wait: move('Wait'),
      ordinary: move('Plan an ordinary call'),
      rely: move('Send nothing'),
      arrive: move('Ask later'),
    },
    answers: { approved: 'Approved.', late: 'Too late.', unmet: 'Not met.' },
    missed: 'It could have been had.',
    starts: [
      { id: 'power', label: 'Power', may: true, wrong: 'No power.', lost: 1 },
      { id: 'crew', label: 'Crew ashore', may: false, wrong: 'They come back.', lost: 2 },
    ],
    gate: {
      waiting: 'It waits.',
      early: 'it left too early.',
      kept: 'it could have left.',
      because: 'A box leaves when it is released.',
      rule: 'Rule 3',
    },
    checkRule: 'Rule 1',
    askRule: 'Rule 2',
    startBecause: 'Power may start.',
    draws: { ready: 1, mendable: 1, unfit: 1 },
    calls: [
      call('ready-a', true, true),
      call('ready-b', true, true),
      call('later-a', true, false, 28),
      call('later-b', true, false, 26),
      call('never-a', false, true),
      call('never-b', true, false, 10),
    ],
    messages: ['one', 'two', 'three'].map((id) => ({
      id,
      text: `Message ${id}.`,
      options: [
        { id: 'yes', text: 'Yes.', right: false, then: 'That was wrong.' },
        { id: 'no', text: 'No.', right: true, then: 'That was right.' },
      ],
    })),
  },
  /** Finds everything in order, asks nobody, and lets every box go at once. */
  careless(scenario, state) {
    const run = onDesk(scenario, state);
    const kind = run && phaseOf(scenario, run);
    if (!run || !kind) return undefined;
    if (kind === 'check') return { kind, ticks: scenario.conditions.map(() => true) };
    if (kind === 'ask') return { kind, move: 'rely' };
    if (kind === 'start') return { kind, ticks: scenario.starts.map(() => true) };
    if (kind === 'gate') return { kind, ticks: boxesOn(scenario, run).map(() => true) };
    return { kind, answer: messageOf(scenario, run).options.findIndex(({ right }) => !right) };
  },
  controls(scenario, state, decision): readonly Control[] {
    const run = onDesk(scenario, state);
    if (!run) return [];
    if (decision.kind === 'ask')
      return [{ role: 'button', name: scenario.moves[decision.move].label }];
    if (decision.kind === 'message') {
      const { options } = messageOf(scenario, run);
      return [{ role: 'button', name: options[decision.answer]?.text ?? '' }];
    }
    const { boxes } = callOf(scenario, run);
    const names = {
      check: scenario.conditions.map(({ label }) => label),
      start: scenario.starts.map(({ label }) => label),
      gate: boxesOn(scenario, run).map((box) => boxes[box]?.id ?? ''),
    }[decision.kind];
    const ticked = names.filter((_, index) => decision.ticks[index]);
    return [
      ...ticked.map((name): Control => ({ role: 'checkbox', name })),
      { role: 'button', name: BUTTONS[decision.kind] },
    ];
  },
};
