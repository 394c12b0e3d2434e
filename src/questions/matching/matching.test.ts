import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { example } from './example.ts';
import { chosenTwice, matching, matchingHint } from './matching.ts';

const PAIR = { text: 'Seal', match: 'Box', feedback: 'Why.' };

const pathsOf = (changes: Partial<typeof example>) =>
  matching.findings({ ...example, ...changes }).map(({ rule, path }) => [rule, path.join('.')]);

describe('authoring', () => {
  it.each([
    [2, 'pairs: must have at least 3 pairs'],
    [7, 'pairs: must have at most 6 pairs'],
  ])('refuses %i pairs', (count, issue) => {
    const pairs = Array.from({ length: count }, () => PAIR);
    expect(issuesOf(matching.schema, { ...authored(example), pairs })).toEqual([issue]);
  });

  it('refuses three extras', () => {
    expect(issuesOf(matching.schema, { ...authored(example), extras: ['a', 'b', 'c'] })).toEqual([
      'extras: must have at most 2 extras',
    ]);
  });

  it('refuses a pair without feedback', () => {
    const pairs = [PAIR, PAIR, { text: 'Seal', match: 'Box' }];
    expect(issuesOf(matching.schema, { ...authored(example), pairs })).toEqual([
      'pairs.2.feedback: Invalid key: Expected "feedback" but received undefined',
    ]);
  });

  it('takes pairs without extras', () => {
    expect(issuesOf(matching.schema, authored(example, 'extras'))).toEqual([]);
  });

  it('finds two pairs that ask the same', () => {
    const pairs = example.pairs.map((pair, index) =>
      index > 1 ? { ...pair, text: 'Seal' } : pair,
    );
    expect(pathsOf({ pairs })).toEqual([['quiz/same-text', 'pairs.3.text']]);
  });

  it('finds a partner that is there twice', () => {
    const pairs = example.pairs.map((pair, index) =>
      index > 1 ? { ...pair, match: 'Box' } : pair,
    );
    expect(pathsOf({ pairs })).toEqual([['quiz/same-text', 'pairs.3.match']]);
  });

  it('finds an extra that is a partner, or is there twice', () => {
    expect(pathsOf({ extras: ['Content of each box'] })).toEqual([['quiz/same-text', 'extras.0']]);
    expect(pathsOf({ extras: ['Toll', 'Toll'] })).toEqual([['quiz/same-text', 'extras.1']]);
  });
});

describe('the hint', () => {
  it.each([
    [[], 'Choose a partner for each. Every partner fits once.'],
    [['Toll'], 'Choose a partner for each. Every partner fits once. One is left over.'],
    [['Toll', 'Fee'], 'Choose a partner for each. Every partner fits once. Two are left over.'],
  ])('with extras %j', (extras, hint) => {
    expect(matchingHint({ ...example, extras })).toBe(hint);
  });
});

describe('a partner chosen twice', () => {
  it('is named, and can be submitted', () => {
    expect(chosenTwice(example, [4, 4, 2, 4])).toEqual(['Proof that a fee was refunded']);
    expect(matching.isComplete(example, [4, 4, 2, 4])).toBe(true);
    expect(chosenTwice(example, [0, null, null, 4])).toEqual([]);
  });
});
