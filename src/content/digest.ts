import { checksum } from '#src/course/bits.ts';

/**
 * The wording of a source without its text: for each session the checksums of all runs of one, two
 * and three words. A quote is exact if each of its own runs is among them. So quotes can be checked
 * where the source itself may not be passed on.
 */
export type Digest = ReadonlyMap<string, ReadonlySet<string>>;

/** Runs of so many words tell one wording from another. */
const LONGEST_RUN = 3;

export const DIGEST_ENDING = '.digest.json';

/** File of the digest of a source, below the lessons folder. */
export const digestFile = (source: string) => source + DIGEST_ENDING;

/**
 * Words of a text as they are compared: lower case, without apostrophes and square brackets, split
 * at all other punctuation. So curly quotes equal straight ones, and `[w]e` equals `we`.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['‘’[\]]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The `sessions` of a digest's file → digest. */
export function readDigest(sessions: Readonly<Record<string, string>>): Digest {
  return new Map(
    Object.entries(sessions).map(([session, hashes]) => [session, new Set(hashes.split(' '))]),
  );
}

/** Sessions of the source in which these very words stand, in the order of the source. */
export function sessionsWith(quote: string, digest: Digest): string[] {
  const words = wordsOf(quote);
  const hashes = runs(words, Math.min(LONGEST_RUN, words.length)).map(checksum);
  return [...digest].flatMap(([session, known]) =>
    hashes.length > 0 && hashes.every((hash) => known.has(hash)) ? [session] : [],
  );
}

/** Whether two texts share a run of three words. */
export function overlaps(one: string, other: string): boolean {
  const known = new Set(runs(wordsOf(one), LONGEST_RUN));
  return runs(wordsOf(other), LONGEST_RUN).some((run) => known.has(run));
}

/**
 * Text of a digest's file, from the source's text with a line `## S1.1` before each session.
 * Undefined where there is no such line; what stands before the first one is left out.
 */
export function writeDigest(text: string): string | undefined {
  const [, ...pieces] = `\n${text}`.split(/\n## +(S\d+(?:\.\d+)?)[ \t]*\r?(?=\n|$)/);
  if (pieces.length === 0) return undefined;
  const sessions: Record<string, string> = {};
  for (let index = 0; index < pieces.length; index += 2) {
    sessions[pieces[index] ?? ''] = hashesOf(pieces[index + 1] ?? '');
  }
  const comment =
    'Checksums of the source’s words, for checking quotes. Written by `npm run digest`.';
  return `${JSON.stringify({ comment, sessions }, null, 2)}\n`;
}

/** Checksums of all short runs of words, sorted: their order must not tell the text. */
function hashesOf(text: string): string {
  const words = wordsOf(text);
  const all = [1, 2, LONGEST_RUN].flatMap((length) => runs(words, length));
  return [...new Set(all.map(checksum))].sort().join(' ');
}

/** Every run of so many neighbouring words. */
function runs(words: readonly string[], length: number): string[] {
  return words
    .slice(0, words.length - length + 1)
    .map((_, start) => words.slice(start, start + length).join(' '));
}
