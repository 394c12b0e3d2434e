/** A sentence of plain text, and where in that text it begins. */
export interface Cut {
  readonly text: string;
  readonly offset: number;
}

/** Ends in a period without ending a sentence. Citations and titles; single letters are found. */
const ABBREVIATIONS = new Set(
  `No Nos v vs Pub Stat Exec Fed Reg Cong Sec Art App Pt Ch Mr Mrs Ms Dr Prof Gen Gov Rep Sen Hon St
Inc Ltd Co Corp Dept Assn cf e.g i.e approx est Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`.split(
    /\s+/,
  ),
);

/** Words that begin a sentence even where an abbreviation such as “U.S.” or “a.m.” precedes them. */
const OPENERS = new Set(
  `A An And As At But By For From He Her His How I If In It Its No Not Now On One Or Our She So That
The Their Then There These They This Those To Two We What When Where Which Who Why With You Your`.split(
    /\s+/,
  ),
);

/** A stop with what closes behind it, white space, and the word that may begin a sentence. */
const STOP = /([.!?…])([”’"')\]]*)\s+(?=[“‘"'([]*([\p{Lu}\d][\p{L}\p{N}’']*))/gu;

/** Cuts plain text into sentences. “U.S. Ambassador”, “No. 24” and “Pub. L. 115” stay whole. */
export function cutSentences(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  let begin = 0;
  const take = (end: number) => {
    const piece = text.slice(begin, end);
    const trimmed = piece.trim();
    if (trimmed !== '') cuts.push({ text: trimmed, offset: begin + piece.indexOf(trimmed) });
    begin = end;
  };
  for (const match of text.matchAll(STOP)) {
    const [whole, stop, closing, next = ''] = match;
    const before = text.slice(begin, match.index);
    if (stop === '.' && closing === '' && isAbbreviation(before, next)) continue;
    take(match.index + whole.length);
  }
  take(text.length);
  return cuts;
}

function isAbbreviation(before: string, next: string): boolean {
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  if (ABBREVIATIONS.has(word)) return true;
  const isInitials = /^(\p{L}\.)*\p{L}$/u.test(word) && word !== 'I';
  return isInitials && !OPENERS.has(next);
}
