import { expect, it } from 'vitest';
import { answerVerdict } from './verdict.ts';

it.each([
  [true, true, 'Your answer, right'],
  [false, true, 'Your answer, wrong'],
  [true, false, 'Right answer'],
])('says in words what a mark shows: right %s, given %s', (right, given, words) => {
  expect(answerVerdict({ right, text: 'Because.' }, given)).toEqual({
    right,
    given,
    words,
    remark: 'Because.',
  });
});
