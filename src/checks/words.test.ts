import { describe, expect, it } from 'vitest';
import { contentStems, normalized, stemOf, wordsOf } from './words.ts';

describe('words', () => {
  it('keep what stands inside them', () => {
    expect(wordsOf('High-risk cargo: don’t “scan” 2.5 tons — U.S. ports, 1,000 of them.')).toEqual([
      'High-risk',
      'cargo',
      'don’t',
      'scan',
      '2.5',
      'tons',
      'U.S',
      'ports',
      '1,000',
      'of',
      'them',
    ]);
  });
});

describe('a stem', () => {
  it.each([
    ['Boxes', 'box'],
    ['boxes', 'box'],
    ['CBP’s', 'cbp'],
    ['parties', 'party'],
    ['scanned', 'scan'],
    ['scanning', 'scan'],
    ['release', 'releas'],
    ['released', 'releas'],
    ['releases', 'releas'],
    ['ports', 'port'],
    ['process', 'process'],
    ['status', 'status'],
    ['bus', 'bus'],
    ['red', 'red'],
  ])('of %s is %s', (word, stem) => expect(stemOf(word)).toBe(stem));

  it('is taken of words with content only', () => {
    expect(contentStems('Which of the boxes is not held before noon?')).toEqual([
      'box',
      'not',
      'held',
      'befor',
      'noon',
    ]);
  });
});

describe('texts', () => {
  it('are the same whatever their case and punctuation', () => {
    expect(normalized('The  Red, one.')).toBe(normalized('the red one'));
  });
});
