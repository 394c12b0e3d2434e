import type { LabScript } from '#src/labs/lab.ts';
import { model, passUnderWay, type Decision, type State } from './model.ts';
import type { ParcelScreening } from './scenario.ts';

const holds = [
  { id: 'ask', key: 'a', label: 'Ask', holds: true },
  { id: 'examine', key: 'x', label: 'Examine', holds: true },
];

const texts = { letGo: 'Off it goes.', held: 'It waits.' };

const parcel = {
  from: 'A shop',
  to: 'A buyer',
  carrier: 'courier' as const,
  contents: 'One scarf',
  value: '$20',
  weight: '0.2 kg',
  reason: 'Sale',
  remark: 'Code given',
  inside: 'It held a scarf.',
};

export const script: LabScript<ParcelScreening, State, Decision> = {
  example: {
    passes: [
      {
        id: 'then',
        title: 'Then',
        opening: 'The old rule holds.',
        rule: ['Small parcels are free.'],
        answers: [{ id: 'free', key: '1', label: 'Free', holds: false }, ...holds],
      },
      {
        id: 'now',
        title: 'Now',
        opening: 'The new rule holds.',
        rule: ['Nothing is free.', 'All needs an entry.'],
        answers: [
          { id: 'free', key: '1', label: 'Free', holds: false },
          { id: 'entry', key: '2', label: 'With an entry', holds: false },
          ...holds,
        ],
      },
    ],
    kinds: [
      {
        id: 'plain',
        parcels: [parcel, { ...parcel, contents: 'One tie', carrier: 'mail' }],
        outcomes: [
          { right: 'free', because: 'The data agree.', ...texts },
          { right: 'entry', because: 'The data agree.', ...texts },
        ],
        rule: 'Rule 1',
      },
      {
        id: 'vague',
        parcels: [{ ...parcel, contents: 'Parts' }],
        outcomes: [
          { right: 'ask', because: 'It fits all and nothing.', ...texts },
          { right: 'ask', because: 'It fits all and nothing.', ...texts },
        ],
      },
      {
        id: 'odd',
        parcels: [{ ...parcel, contents: 'One card', weight: '6 kg' }],
        outcomes: [
          { right: 'examine', because: 'No card weighs so much.', ...texts },
          { right: 'examine', because: 'No card weighs so much.', ...texts },
        ],
      },
    ],
  },
  /** Takes a low value for a low risk: everything goes by the first door. */
  careless: (scenario, state) =>
    model.expert(scenario, state) === 'begin' ? 'begin' : { answer: 0 },
  controls(scenario, state, decision) {
    if (decision === 'begin') {
      const next = scenario.passes[state.given.length];
      return [{ role: 'button', name: `Go on to ${next?.title ?? ''}` }];
    }
    const answer = passUnderWay(scenario, state)?.answers[decision.answer];
    return [{ role: 'button', name: answer?.label ?? '' }];
  },
};
