import { describe, expect, it } from 'vitest';
import {
  choiceInteraction,
  findNoCorrectOption,
  optionEntries,
  optionFeedback,
  optionId,
  optionOrder,
  optionSchema,
  toggleOption,
} from './options.ts';
import { issuesOf } from './testing.ts';

const option = (text: string, correct = false) => ({ text, feedback: `About ${text}.`, correct });
const OPTIONS = [option('first'), option('second', true), option('third')];

describe('optionSchema', () => {
  it('takes an option without `correct` as wrong', () => {
    expect(issuesOf(optionSchema, { text: 'A seal', feedback: 'No.' })).toEqual([]);
  });

  it.each([
    [
      'without feedback',
      { text: 'A seal' },
      'feedback: Invalid key: Expected "feedback" but received undefined',
    ],
    ['with empty feedback', { text: 'A seal', feedback: ' ' }, 'feedback: must not be empty'],
    [
      'with an unknown key',
      { text: 'A seal', feedback: 'No.', corect: true },
      'corect: Invalid key: Expected never but received "corect"',
    ],
  ])('refuses an option %s', (_case, value, issue) => {
    expect(issuesOf(optionSchema, value)).toEqual([issue]);
  });
});

describe('options of a choice', () => {
  it.each([
    [1, 'must have at least 2 options'],
    [9, 'must have at most 8 options'],
  ])('can not be %i', (count, message) => {
    const options = Array.from({ length: count }, () => option('one'));
    expect(issuesOf(optionEntries.options, options)).toEqual([`: ${message}`]);
  });

  it('have the ids a, b, c as authored', () => {
    expect([0, 1, 7].map(optionId)).toEqual(['a', 'b', 'h']);
  });

  it('need a correct one', () => {
    expect(findNoCorrectOption([option('first'), option('second')])).toEqual([
      {
        rule: 'quiz/no-correct-option',
        path: ['options'],
        message: 'No option is correct.',
        hint: 'Add `correct: true` to the option that is right.',
      },
    ]);
    expect(findNoCorrectOption(OPTIONS)).toEqual([]);
  });

  it('are chosen and given up again, in ascending order', () => {
    expect(toggleOption([1, 3], 2)).toEqual([1, 2, 3]);
    expect(toggleOption([1, 2, 3], 2)).toEqual([1, 3]);
  });

  it('are shuffled by the seed', () => {
    const orders = [1, 2, 3, 4, 5].map((seed) =>
      optionOrder({ options: OPTIONS, shuffle: true }, seed),
    );
    expect(new Set(orders.map(String)).size).toBeGreaterThan(1);
  });

  it('stay as authored with `shuffle: false`', () => {
    expect(optionOrder({ options: OPTIONS, shuffle: false }, 3)).toEqual([0, 1, 2]);
  });

  it('get a remark where they were chosen, and where a right one was missed', () => {
    expect(optionFeedback(OPTIONS, [2])).toEqual([
      { option: 1, right: true, text: 'About second.' },
      { option: 2, right: false, text: 'About third.' },
    ]);
  });

  it('are recorded by id, chosen and right', () => {
    expect(choiceInteraction(OPTIONS, [0, 2])).toEqual({
      type: 'choice',
      response: ['a', 'c'],
      correct: ['b'],
    });
  });
});
