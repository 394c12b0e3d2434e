import type { Categorize, CategorizeResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: Categorize = {
  kind: 'categorize',
  id: 'before-or-after-release',
  number: 6,
  stem: 'The ship has docked early. Sort the jobs by what they wait for.',
  objective: 'order-a-call',
  bloom: 'apply',
  tries: 1,
  cites: [],
  bins: [
    { id: 'moves', label: 'May go ahead' },
    { id: 'waits', label: 'Waits for release' },
    { id: 'never', label: 'Not at this port' },
  ],
  items: [
    { text: 'Unlading to the terminal', bin: 'moves', feedback: 'The approval covers it.' },
    { text: 'Shore power', bin: 'moves', feedback: 'It moves no cargo.' },
    { text: 'Pick-up by the trucker', bin: 'waits', feedback: 'Goods leave once released.' },
    { text: 'Delivery to the importer', bin: 'waits', feedback: 'Release comes first.' },
    { text: 'Lading for a foreign flag', bin: 'never', feedback: 'Another port does that.' },
  ],
  wrong: 'Unlading and release are two steps: goods may stand ashore and still be held.',
};

/** Its right response. */
export const rightResponse: CategorizeResponse = [0, 0, 1, 1, 2];
