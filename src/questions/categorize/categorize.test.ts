import { describe, expect, it } from 'vitest';
import { authored, issuesOf } from '#src/questions/testing.ts';
import { categorize } from './categorize.ts';
import { example } from './example.ts';

const [firstBin, ...otherBins] = example.bins;
const [firstItem, ...otherItems] = example.items;
if (!firstBin || !firstItem) throw new Error('The example needs a bin and an item.');

const issues = (changes: object) =>
  issuesOf(categorize.schema, { ...authored(example), ...changes });
const findings = (changes: Partial<typeof example>) =>
  categorize.findings({ ...example, ...changes });

describe('authoring', () => {
  it.each([
    ['bins', 1, firstBin, 'bins: must have at least 2 bins'],
    ['bins', 5, firstBin, 'bins: must have at most 4 bins'],
    ['items', 2, firstItem, 'items: must have at least 3 items'],
    ['items', 9, firstItem, 'items: must have at most 8 items'],
  ])('refuses a number of %s: %i', (key, count, one, issue) => {
    expect(issues({ [key]: Array.from({ length: count }, () => one) })).toEqual([issue]);
  });

  it('refuses an item without feedback', () => {
    expect(issues({ items: [...otherItems, { text: 'Seal', bin: 'moves' }] })).toEqual([
      'items.4.feedback: Invalid key: Expected "feedback" but received undefined',
    ]);
  });

  it('finds an item in a bin that is not there', () => {
    expect(findings({ items: [{ ...firstItem, bin: 'mover' }, ...otherItems] })).toEqual([
      {
        rule: 'quiz/unknown-bin',
        path: ['items', 0, 'bin'],
        message: '“Unlading to the terminal” goes into “mover”, and there is no such bin.',
        hint: 'Write one of: moves, waits, never.',
      },
    ]);
  });

  it('finds a bin that nothing goes into', () => {
    expect(findings({ bins: [...example.bins, { id: 'sinks', label: 'Sinks' }] })).toEqual([
      {
        rule: 'quiz/empty-bin',
        path: ['bins', 3],
        message: 'Nothing goes into the bin “sinks”.',
        hint: 'Add an item that belongs there, or remove the bin.',
      },
    ]);
  });

  it('finds bins and items that are there twice', () => {
    const found = [
      ...findings({ bins: [...example.bins, { id: 'moves', label: 'Moves' }] }),
      ...findings({ bins: [{ ...firstBin, label: 'Waits for release' }, ...otherBins] }),
      ...findings({ items: [...example.items, { ...firstItem, bin: 'never' }] }),
    ];
    expect(found.map(({ rule, path }) => [rule, path.join('.')])).toEqual([
      ['quiz/same-text', 'bins.3.id'],
      ['quiz/same-text', 'bins.1.label'],
      ['quiz/same-text', 'items.5.text'],
    ]);
  });
});

describe('answering', () => {
  it('shows the items in an order drawn from the seed', () => {
    const orders = [1, 2, 3, 4, 5].map((seed) => categorize.order(example, seed).join());
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});
