import { describe, expect, it } from 'vitest';
import type { GlossaryEntry } from '#src/course/outline.ts';
import { byLetter, withWords } from './glossary.ts';

function entry(term: string, definition = 'Something.'): GlossaryEntry {
  return { id: term, term, definition, lessons: [] };
}

const ENTRIES = [
  entry('Air cargo', 'What a plane carries.'),
  entry('Automated system (ACE)', 'It takes in “manifests”.'),
  entry('Bond', 'A promise in place of cash.'),
  entry('de minimis', 'Too little to matter: 10+2 of it.'),
];

describe('the filter of the glossary', () => {
  function found(words: string): string[] {
    return withWords(ENTRIES, words).map(({ term }) => term);
  }

  it('keeps every term while no word is given', () => {
    expect(found('')).toHaveLength(ENTRIES.length);
    expect(found('  ')).toHaveLength(ENTRIES.length);
  });

  it('looks in terms and in definitions, whatever the case', () => {
    expect(found('bOnd')).toEqual(['Bond']);
    expect(found('PLANE')).toEqual(['Air cargo']);
  });

  it('finds a short form by itself, and not inside other words', () => {
    expect(found('ace')).toEqual(['Automated system (ACE)']);
  });

  it('finds a word by its beginning', () => {
    expect(found('manif')).toEqual(['Automated system (ACE)']);
  });

  it('wants all words, in any order', () => {
    expect(found('cargo air')).toEqual(['Air cargo']);
    expect(found('cargo bond')).toEqual([]);
  });

  it('passes over signs', () => {
    expect(found('“10+2”')).toEqual(['de minimis']);
  });
});

describe('the letters of the glossary', () => {
  it('hold the terms that begin with them, in the order given', () => {
    expect(
      byLetter(ENTRIES).map(({ letter, entries }) => [letter, entries.map(({ term }) => term)]),
    ).toEqual([
      ['A', ['Air cargo', 'Automated system (ACE)']],
      ['B', ['Bond']],
      ['D', ['de minimis']],
    ]);
  });

  it('are only those that a term begins with', () => {
    expect(byLetter([])).toEqual([]);
  });
});
