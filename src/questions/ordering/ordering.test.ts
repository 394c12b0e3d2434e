import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { example } from './example.ts';
import { moveStep, ordering, stepsInOrder } from './ordering.ts';
import { KEPT, movedText, stepVerdict } from './words.ts';

describe('authoring', () => {
  it.each([
    [2, 'steps: must have at least 3 steps'],
    [9, 'steps: must have at most 8 steps'],
  ])('refuses %i steps', (count, issue) => {
    const steps = Array.from({ length: count }, () => ({ text: 'Wait', feedback: 'Why.' }));
    expect(issuesOf(ordering.schema, { ...authored(example), steps })).toEqual([issue]);
  });
});

describe('answering', () => {
  it('never starts in the right order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 3, max: 5 }), (seed, count) => {
        const spec = { ...example, steps: example.steps.slice(0, count) };
        expect(ordering.score(spec, ordering.order(spec, seed))).toBeLessThan(4);
      }),
    );
  });

  it('is complete once a step was moved or the order shown was kept', () => {
    expect(ordering.isComplete(example, null)).toBe(false);
    expect(ordering.isComplete(example, [1, 0, 2, 3, 4])).toBe(true);
  });

  it.each([
    ['up', 2, 1, [0, 2, 1, 3, 4]],
    ['down', 2, 3, [0, 1, 3, 2, 4]],
    ['to the start', 4, 0, [4, 0, 1, 2, 3]],
    ['to the end', 0, 4, [1, 2, 3, 4, 0]],
  ])('moves a step %s and keeps the order of the others', (_case, from, to, moved) => {
    expect(moveStep([0, 1, 2, 3, 4], from, to)).toEqual(moved);
  });

  it('announces moves in words', () => {
    expect(movedText('Vessel docks', 1, 5)).toBe('Vessel docks: now 2 of 5.');
    expect(KEPT).toBe('Kept: this order is your answer.');
  });
});

describe('scoring five steps', () => {
  it.each([
    ['the right order', [0, 1, 2, 3, 4], 4, [0, 1, 2, 3, 4]],
    ['two neighbours swapped', [1, 0, 2, 3, 4], 3, [1, 2, 3, 4]],
    ['the first step moved to the end', [1, 2, 3, 4, 0], 3, [1, 2, 3, 4]],
    ['two steps out of place', [2, 0, 1, 4, 3], 2, [0, 1, 4]],
    ['two in order', [1, 0, 4, 3, 2], 1, [1, 4]],
    ['the order turned round', [4, 3, 2, 1, 0], 0, []],
  ])('%s', (_case, response, credit, inOrder) => {
    expect(ordering.score(example, response)).toBe(credit);
    expect(stepsInOrder(response)).toEqual(inOrder);
  });
});

describe('feedback', () => {
  it('tells why a wrong order is wrong, then about each step', () => {
    const feedback = ordering.feedback(example, [1, 2, 3, 4, 0]);
    expect(feedback[0]).toEqual({ right: false, text: example.wrong });
    expect(feedback.slice(1).map(({ option, right }) => [option, right])).toEqual([
      [0, false],
      [1, true],
      [2, true],
      [3, true],
      [4, true],
    ]);
  });

  it('tells about each step alone where the order is right', () => {
    const feedback = ordering.feedback(example, [0, 1, 2, 3, 4]);
    expect(feedback.map(({ option }) => option)).toEqual([0, 1, 2, 3, 4]);
  });

  it('says in words what a mark shows', () => {
    expect(stepVerdict({ right: true, text: 'Why.' }, 2).words).toBe('In order');
    expect(stepVerdict({ right: false, text: 'Why.' }, 2).words).toBe(
      'Out of order, belongs in place 3',
    );
  });
});

describe('saving', () => {
  it('keeps the order, and nothing for no answer', () => {
    expect(ordering.encode(example, [1, 0, 2, 3, 4])).toEqual([1, 0, 2, 3, 4]);
    expect(ordering.encode(example, null)).toEqual([]);
  });

  it.each([[[0, 1, 2, 3]], [[0, 1, 2, 3, 5]], [[0, 0, 1, 2, 3]], [[0, 1, 2, 3, 4, 5]]])(
    'refuses the code %j',
    (code) => {
      expect(ordering.decode(example, code)).toBeUndefined();
    },
  );
});
