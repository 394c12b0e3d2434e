import type { GlossaryEntry } from '#src/course/outline.ts';

/** Entries under one letter. */
export interface Letter {
  readonly letter: string;
  readonly entries: readonly GlossaryEntry[];
}

/**
 * Entries in whose term or definition every one of these words begins a word. Case and signs do
 * not count; no words: all entries.
 */
export function withWords(entries: readonly GlossaryEntry[], words: string): GlossaryEntry[] {
  const wanted = wordsOf(words);
  return entries.filter(({ term, definition }) => {
    const present = wordsOf(`${term} ${definition}`);
    return wanted.every((word) => present.some((other) => other.startsWith(word)));
  });
}

/** Sorted entries under their first letters. */
export function byLetter(entries: readonly GlossaryEntry[]): Letter[] {
  const letters = new Map<string, GlossaryEntry[]>();
  for (const entry of entries) {
    const letter = entry.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [...letters].map(([letter, under]) => ({ letter, entries: under }));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
