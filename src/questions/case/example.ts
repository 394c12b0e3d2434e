import type { Case, CaseResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: Case = {
  kind: 'case',
  id: 'foreign-entries',
  number: 5,
  stem: 'You import shoes through one broker. Decide step by step what you do about entries that are not yours.',
  objective: 'act-on-a-report',
  bloom: 'evaluate',
  tries: 1,
  cites: [],
  decisions: [
    {
      id: 'first',
      prompt: 'The monthly report shows three entries you did not make. What comes first?',
      options: [
        {
          text: 'Call the broker named on the entries',
          points: 2,
          consequence: 'The broker looks at once and has no mandate from you. Now you know more.',
          next: 'stranger',
        },
        {
          text: 'Wait for the next report',
          points: 0,
          consequence: 'Five more entries come in, and with them a bill.',
          next: 'bill',
        },
        {
          text: 'Write to all brokers at the port',
          points: 1,
          consequence: 'The one broker that matters answers a week later.',
          next: 'stranger',
        },
      ],
    },
    {
      id: 'bill',
      prompt: 'The bill asks for duties on the five entries. What do you do?',
      options: [
        {
          text: 'Pay it',
          points: 0,
          consequence: 'Whoever pays is taken for the importer.',
        },
        {
          text: 'Call the broker named on the bill',
          points: 2,
          consequence: 'The broker finds that no mandate of yours is on file.',
          next: 'stranger',
        },
      ],
    },
    {
      id: 'stranger',
      prompt: 'Someone else has used your number. Who hears of it?',
      options: [
        {
          text: 'CBP, with the numbers of the entries',
          points: 2,
          consequence: 'CBP can hold the next shipment before it leaves the port.',
        },
        {
          text: 'Nobody, as the broker knows',
          points: 0,
          consequence: 'The stranger goes to another broker and carries on.',
        },
      ],
    },
  ],
};

/** Its right response. */
export const rightResponse: CaseResponse = [0, 0];
