import type { ShortAnswer, ShortAnswerResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: ShortAnswer = {
  kind: 'short-answer',
  id: 'name-the-council',
  number: 5,
  stem: 'Which council steers the single window? Write its name or its short form.',
  objective: 'name-roles',
  bloom: 'remember',
  tries: 1,
  cites: [],
  answers: ['Border Interagency Executive Council', 'BIEC'],
  accept: [],
  refuse: [],
  exactCase: false,
  right: 'The order of 2014 set it up to steer the single window.',
  wrong: 'Its short form begins with B, for border.',
  near: [
    {
      answer: 'Border Integrity Executive Council',
      feedback: 'That is what the recap prints. The order says Interagency.',
    },
  ],
};

/** Its right response. */
export const rightResponse: ShortAnswerResponse = 'the border inter-agency executive council';
