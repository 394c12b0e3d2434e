import type { Numeric, NumericResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: Numeric = {
  kind: 'numeric',
  id: 'wait-cut',
  number: 4,
  stem: 'By what percentage did unified cargo processing cut the wait, from 180 to 30 minutes?',
  objective: 'work-out-savings',
  bloom: 'apply',
  tries: 1,
  cites: [],
  answer: 83,
  tolerance: 1,
  unit: 'percent',
  right: 'Right: 150 of 180 minutes are saved, about 83 percent.',
  wrong: 'Divide the minutes saved by the old waiting time.',
  traps: [
    { value: 17, feedback: 'That is what remains. The cut is the rest.' },
    { value: 500, feedback: 'You compared the saving with the new time.' },
  ],
};

/** Its right response. */
export const rightResponse: NumericResponse = '83';
