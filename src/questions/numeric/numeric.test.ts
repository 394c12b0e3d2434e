import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { example } from './example.ts';
import { givenAnswer, numeric, rightAnswer } from './numeric.ts';

describe('authoring', () => {
  it('takes a question without tolerance and traps', () => {
    const question = authored(example, 'tolerance', 'traps');
    expect(issuesOf(numeric.schema, question)).toEqual([]);
  });

  it.each([
    [{ answer: Infinity }, 'answer: must be at most 999,999,999'],
    [{ answer: -1e9 }, 'answer: must be at least -999,999,999'],
    [{ tolerance: -1 }, 'tolerance: must be at least 0'],
    [{ unit: '' }, 'unit: must not be empty'],
  ])('refuses %j', (change, issue) => {
    expect(issuesOf(numeric.schema, { ...authored(example), ...change })).toEqual([issue]);
  });

  it('finds a trap that catches right answers', () => {
    const traps = [
      { value: 80, feedback: 'Too low.' },
      { value: 85, feedback: 'Too high.' },
    ];
    expect(numeric.findings({ ...example, traps })).toEqual([
      {
        rule: 'quiz/trap-is-right',
        path: ['traps', 1, 'value'],
        message: 'The trap 85 catches 84 to 86, but 82 to 84 is right.',
        hint: 'Choose another value for the trap, or a smaller `tolerance`.',
      },
    ]);
  });

  it('finds a trap on the answer itself', () => {
    const traps = [{ value: 83, feedback: 'Why.' }];
    const [finding] = numeric.findings({ ...example, tolerance: 0, traps });
    expect(finding?.message).toBe('The trap 83 catches 83, but 83 is right.');
  });
});

describe('scoring', () => {
  it.each([
    ['81.9', 0],
    ['82', 4],
    ['83', 4],
    ['84 %', 4],
    ['84.01', 0],
  ])('83 give or take 1: %s', (response, credit) => {
    expect(numeric.score(example, response)).toBe(credit);
  });

  it('counts both ends of the range in, whatever binary fractions make of them', () => {
    const spec = { ...example, answer: 1.1, tolerance: 0.1 };
    expect(['1', '1.2'].map((response) => numeric.score(spec, response))).toEqual([4, 4]);
    expect(numeric.interaction(spec, '1.2')).toEqual({
      type: 'numeric',
      response: 1.2,
      correct: { min: 1, max: 1.2 },
    });
  });
});

describe('feedback', () => {
  const RIGHT = { right: true, text: example.right };

  it('says how one gets to the right number', () => {
    expect(numeric.feedback(example, '83')).toEqual([RIGHT]);
  });

  it('names the mistake behind a trap, with the same tolerance', () => {
    const trap = { right: false, text: example.traps[0]?.feedback };
    expect(numeric.feedback(example, '17')).toEqual([trap, RIGHT]);
    expect(numeric.feedback(example, '16.7')).toEqual([trap, RIGHT]);
  });

  it('helps with any other wrong number', () => {
    expect(numeric.feedback(example, '60')).toEqual([{ right: false, text: example.wrong }, RIGHT]);
  });

  it('shows the answer as it was read, and the right one with its range', () => {
    expect(givenAnswer(example, '1,460 %')).toBe('1,460 percent');
    expect(rightAnswer(example)).toBe('83 percent (82 to 84 counts as right)');
    expect(rightAnswer({ ...example, tolerance: 0 })).toBe('83 percent');
  });
});

describe('saving', () => {
  it('keeps a short text as typed, finished or not', () => {
    for (const text of ['', '83', '83 %', '1,46', 'about 80']) {
      expect(numeric.decode(example, numeric.encode(example, text))).toBe(text);
    }
  });

  it('keeps the number of a longer text', () => {
    const spec = { ...example, unit: 'million dollars' };
    const code = numeric.encode(spec, '217.5 million dollars');
    expect(numeric.decode(spec, code)).toBe('217.5');
  });

  it('drops a longer text without a number', () => {
    expect(numeric.encode(example, 'somewhere about eighty')).toEqual([]);
  });

  it('keeps the number of whatever can be submitted', () => {
    const grouped = fc.tuple(fc.nat(999), fc.nat(9)).map(([a, b]) => `${a},${b}00 percent`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), grouped), (text) => {
        const restored = numeric.decode(example, numeric.encode(example, text)) ?? 'refused';
        expect(numeric.isComplete(example, restored)).toBe(numeric.isComplete(example, text));
        expect(numeric.score(example, restored)).toBe(numeric.score(example, text));
      }),
    );
  });

  it.each([[[31]], [[-1]], [[48.5]], [[65_536]], [Array(13).fill(48)]])(
    'refuses the code %j',
    (code) => {
      expect(numeric.decode(example, code)).toBeUndefined();
    },
  );
});
