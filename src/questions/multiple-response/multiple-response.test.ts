import { describe, expect, it } from 'vitest';
import { example } from './example.ts';
import { multipleResponse } from './multiple-response.ts';

const withCorrect = (correct: boolean) => ({
  ...example,
  options: example.options.map((option) => ({ ...option, correct })),
});

describe('authoring', () => {
  it('finds that no option is correct', () => {
    expect(multipleResponse.findings(withCorrect(false)).map(({ rule }) => rule)).toEqual([
      'quiz/no-correct-option',
    ]);
  });

  it('finds that all options are correct', () => {
    expect(multipleResponse.findings(withCorrect(true))).toEqual([
      {
        rule: 'quiz/all-options-correct',
        path: ['options'],
        message: 'All options are correct, so choosing everything is right.',
        hint: 'Add a wrong option, or remove `correct: true` from one.',
      },
    ]);
  });
});

describe('answering', () => {
  it('is complete with one option chosen', () => {
    expect(multipleResponse.isComplete(example, [4])).toBe(true);
  });
});

describe('scoring, with options 1, 3 and 4 of five correct', () => {
  it.each([
    ['all three', [0, 2, 3], 4],
    ['two', [0, 2], 2],
    ['one', [3], 1],
    ['all three and a wrong one', [0, 1, 2, 3], 2],
    ['everything', [0, 1, 2, 3, 4], 1],
    ['one and a wrong one', [0, 1], 0],
    ['only wrong ones', [1, 4], 0],
  ])('choosing %s', (_case, response, credit) => {
    expect(multipleResponse.score(example, response)).toBe(credit);
  });
});

describe('saving', () => {
  it('takes one integer, a bit for each option', () => {
    expect(multipleResponse.encode(example, [0, 2, 3])).toEqual([13]);
    expect(multipleResponse.encode(example, [])).toEqual([0]);
  });

  it.each([[[]], [[32]], [[-1]], [[0.5]], [[1, 1]]])('refuses the code %j', (code) => {
    expect(multipleResponse.decode(example, code)).toBeUndefined();
  });
});
