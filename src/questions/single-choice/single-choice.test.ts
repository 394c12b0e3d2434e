import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { example } from './example.ts';
import { singleChoice } from './single-choice.ts';

const withCorrect = (...correct: readonly boolean[]) => ({
  ...example,
  options: example.options.map((option, index) => ({
    ...option,
    correct: correct[index] ?? false,
  })),
});

describe('authoring', () => {
  it('takes options that say only which one is correct, and shuffles them', () => {
    expect(issuesOf(singleChoice.schema, authored(example, 'shuffle'))).toEqual([]);
  });

  it('finds that no option is correct', () => {
    expect(singleChoice.findings(withCorrect()).map(({ rule }) => rule)).toEqual([
      'quiz/no-correct-option',
    ]);
  });

  it('finds that several options are correct', () => {
    expect(singleChoice.findings(withCorrect(true, false, true))).toEqual([
      {
        rule: 'quiz/several-correct-options',
        path: ['options', 2, 'correct'],
        message: '2 options are correct; a single choice has one.',
        hint: 'Keep `correct: true` on one option, or write `kind: multiple-response`.',
      },
    ]);
  });
});

describe('scoring', () => {
  it('gives full credit for the correct option and none for another', () => {
    expect([0, 1, 2].map((response) => singleChoice.score(example, response))).toEqual([0, 4, 0]);
  });

  it('tells about the chosen option and the right one', () => {
    expect(singleChoice.feedback(example, 2)).toEqual([
      { option: 1, right: true, text: example.options[1]?.feedback },
      { option: 2, right: false, text: example.options[2]?.feedback },
    ]);
  });

  it('tells about the right option alone where it was chosen', () => {
    expect(singleChoice.feedback(example, 1).map(({ option }) => option)).toEqual([1]);
  });
});

describe('saving', () => {
  it('keeps the index, and nothing for no answer', () => {
    expect(singleChoice.encode(example, 2)).toEqual([2]);
    expect(singleChoice.encode(example, null)).toEqual([]);
  });

  it.each([[[3]], [[-1]], [[0.5]], [[1, 1]]])('refuses the code %j', (code) => {
    expect(singleChoice.decode(example, code)).toBeUndefined();
  });
});
