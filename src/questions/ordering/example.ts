import type { Ordering, OrderingResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: Ordering = {
  kind: 'ordering',
  id: 'aqua-lane-call',
  number: 3,
  stem: 'Put an AQUA Lane call into order, from request to pick-up.',
  objective: 'order-a-call',
  bloom: 'apply',
  tries: 1,
  cites: [],
  steps: [
    { text: 'Agent asks for AQUA Lane', feedback: 'At least 24 hours ahead.' },
    { text: 'CBP approves the request', feedback: 'No approval, no early start.' },
    { text: 'Vessel docks', feedback: 'Now the approval takes effect.' },
    { text: 'Vessel begins unlading', feedback: 'This is the time saved.' },
    { text: 'CBP releases the items', feedback: 'Unlading is not release.' },
  ],
  wrong:
    'If the request follows the docking, it comes too late: the rule asks for it before arrival.',
};

/** Its right response. */
export const rightResponse: OrderingResponse = [0, 1, 2, 3, 4];
