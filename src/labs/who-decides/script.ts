import type { LabScript } from '#src/labs/lab.ts';
import type { Decision, State } from './model.ts';
import type { WhoDecides } from './scenario.ts';

export const script: LabScript<WhoDecides, State, Decision> = {
  example: {
    bodies: [
      { id: 'council', label: 'the council', role: 'It settles what agencies disagree on.' },
      { id: 'board', label: 'the board', role: 'It keeps the shared system.' },
      { id: 'port', label: 'the port', role: 'It decides on single shipments.' },
    ],
    draws: 3,
    issues: [
      {
        id: 'conflict',
        text: 'Two agencies ask for opposite papers.',
        belongs: 'council',
        because: 'Only the council speaks for both.',
        rule: 'Rule 1',
        misrouted: [
          { to: 'board', then: 'The board can’t change a policy.' },
          { to: 'port', then: 'The port can’t change a policy.' },
        ],
      },
      {
        id: 'field',
        text: 'The message lacks a field.',
        belongs: 'board',
        because: 'The board keeps the data set.',
        misrouted: [
          { to: 'council', then: 'The council passes it on.' },
          { to: 'port', then: 'The port has no say in it.' },
        ],
      },
      {
        id: 'late',
        text: 'One box is late.',
        belongs: 'port',
        because: 'One box is the port’s work.',
        misrouted: [
          { to: 'council', then: 'The council does not look at single boxes.' },
          { to: 'board', then: 'The board does not look at single boxes.' },
        ],
      },
      {
        id: 'lost',
        text: 'One box is lost.',
        belongs: 'port',
        because: 'One box is the port’s work.',
        misrouted: [
          { to: 'council', then: 'The council does not look at single boxes.' },
          { to: 'board', then: 'The board does not look at single boxes.' },
        ],
      },
    ],
  },
  /** Takes everything to the top. */
  careless: () => ({ to: 0 }),
  controls: ({ bodies }, _, { to }) => [
    { role: 'button', name: `Send it to ${bodies[to]?.label ?? ''}` },
  ],
};
