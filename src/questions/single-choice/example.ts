import type { SingleChoice, SingleChoiceResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: SingleChoice = {
  kind: 'single-choice',
  id: 'seal-mismatch',
  number: 1,
  stem: 'The seal looks sound, but one digit differs from the bill of lading. What do you do first?',
  objective: 'check-seals',
  bloom: 'apply',
  tries: 1,
  cites: [],
  shuffle: true,
  options: [
    {
      text: 'Open the doors and count the cargo',
      feedback: 'Opening destroys the evidence.',
      correct: false,
    },
    {
      text: 'Keep it sealed and report the mismatch',
      feedback: 'Right. A mismatch is held and reported, not explained away.',
      correct: true,
    },
    {
      text: 'Correct the digit on the bill',
      feedback: 'Changing the paper hides a possible swap of the seal.',
      correct: false,
    },
  ],
};

/** Its right response. */
export const rightResponse: SingleChoiceResponse = 1;
