import type { MultipleResponse, MultipleResponseResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: MultipleResponse = {
  kind: 'multiple-response',
  id: 'lane-two-tasks',
  number: 2,
  stem: 'With which tasks does lane two charge CBP? Choose three.',
  objective: 'name-tasks',
  bloom: 'remember',
  tries: 1,
  cites: [],
  shuffle: true,
  options: [
    {
      text: 'Reducing regulation',
      feedback: 'Yes. Cutting rules was part of it.',
      correct: true,
    },
    {
      text: 'Raising the de minimis value',
      feedback: 'That value came from Congress.',
      correct: false,
    },
    {
      text: 'Establishing transparent requirements',
      feedback: 'Yes. Traders can only comply with rules they can see.',
      correct: true,
    },
    {
      text: 'Providing clear guidance to importers',
      feedback: 'Yes. Guidance is the third task.',
      correct: true,
    },
    {
      text: 'Opening more ports of entry',
      feedback: 'Nothing is said about new ports.',
      correct: false,
    },
  ],
};

/** Its right response. */
export const rightResponse: MultipleResponseResponse = [0, 2, 3];
