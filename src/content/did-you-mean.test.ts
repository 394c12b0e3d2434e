import { describe, expect, it } from 'vitest';
import { nearest, suggestion } from './did-you-mean.ts';

const KINDS = ['single-choice', 'multiple-response', 'ordering', 'numeric', 'case'];

describe('what somebody meant', () => {
  it.each([
    ['single-chioce', 'single-choice'],
    ['Numeric', 'numeric'],
    ['orderng', 'ordering'],
    ['cas', 'case'],
  ])('is the nearest name: %s', (name, meant) => {
    expect(nearest(name, KINDS)).toBe(meant);
  });

  it.each(['essay', 'x', ''])('is unknown where none is near: “%s”', (name) => {
    expect(nearest(name, KINDS)).toBeUndefined();
  });
});

describe('the hint', () => {
  it('names what somebody meant', () => {
    expect(suggestion('numerik', KINDS)).toBe('Did you mean “numeric”?');
  });

  it('lists what there is where nothing is near', () => {
    expect(suggestion('essay', ['numeric', 'case'])).toBe('Known: numeric, case.');
    expect(suggestion('essay', [])).toBe('Known: none yet.');
  });

  it('lists twelve at most', () => {
    const many = Array.from({ length: 14 }, (_, index) => `term-number-${index}`);
    expect(suggestion('cbp', many)).toMatch(
      /^Known: term-number-0, .*term-number-11 and 2 more\.$/,
    );
  });
});
