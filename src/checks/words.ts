/* Words of plain text, as rules compare them. */

/** Words and numbers, with inner hyphens, apostrophes and points. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[-.,’'][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Words that carry no content of their own. Negations and words of order are none of them. */
const FUNCTION_WORDS = new Set(
  `a about also am an and any are as at be because been being both but by can could did do does doing
each for from get gets had has have having he her here hers him his how i if in into is it its itself
just may me might more much must my of off on one ones or other our out over own shall she should so
some such than that the their them then there these they this those through to too under until up
upon us very was we were what when where which while who whom whose why will with would you your`.split(
    /\s+/,
  ),
);

/** Lower case, without the endings of plural, tense and possession: `Boxes` → `box`. Light on purpose. */
export function stemOf(word: string): string {
  const lower = word.toLowerCase().replace(/[’']s?$/, '');
  if (lower.length < 5) return lower.replace(/(?<=\w{2}[^s])s$/, '');
  return lower
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|x|ch|sh)es$/, '')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=\w{3})(?:ing|ed)$/, '')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/e$/, '');
}

/** Stems of the words with content, in order. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()))
    .map(stemOf);
}

/** The same for texts that differ only in case, punctuation and white space. */
export function normalized(text: string): string {
  return wordsOf(text).join(' ').toLowerCase();
}
