import { fold, foldedWords } from './fold.ts';
import type { ShortAnswer, ShortAnswerResponse } from './schema.ts';

/*
 * What a teacher would let pass: the answer itself, a slip of one letter in a long word, and
 * whatever else holds the words that matter.
 */

/** Only words longer than this may have a slip: in short ones a letter makes another word. */
const LONG = 6;

/** The listed answer that a response amounts to; the first one where a pattern of `accept` lets it pass. */
export function accepted(spec: ShortAnswer, response: ShortAnswerResponse): string | undefined {
  const { answers, accept, refuse, exactCase } = spec;
  const exact = answers.find((answer) => fold(answer, exactCase) === fold(response, exactCase));
  if (exact !== undefined) return exact;
  const words = foldedWords(response, exactCase);
  if (nearAnswer(spec, response) || refuse.some((pattern) => holds(words, pattern, exactCase))) {
    return undefined;
  }
  const alike = answers.find((answer) => isAlike(words, foldedWords(answer, exactCase)));
  if (alike !== undefined) return alike;
  return accept.some((pattern) => holds(words, pattern, exactCase)) ? answers[0] : undefined;
}

/** The wrong answer of the author's that a response amounts to. */
export function nearAnswer(
  { near, exactCase }: ShortAnswer,
  response: ShortAnswerResponse,
): ShortAnswer['near'][number] | undefined {
  const folded = fold(response, exactCase);
  return near.find(({ answer }) => fold(answer, exactCase) === folded);
}

/** Does an answer hold every word of a pattern, in any order? `record*` begins a word. */
function holds(words: readonly string[], pattern: string, exactCase: boolean): boolean {
  return pattern.split(/\s+/).every((part) => {
    const [wanted = ''] = foldedWords(part, exactCase);
    if (!part.endsWith('*')) return words.some((word) => isSlip(word, wanted));
    return words.some((word) => word.startsWith(wanted));
  });
}

function isAlike(words: readonly string[], wanted: readonly string[]): boolean {
  return (
    words.length === wanted.length &&
    words.every((word, index) => isSlip(word, wanted[index] ?? ''))
  );
}

/** The same word, or a long one with one letter too many, too few, wrong, or two of them swapped. */
function isSlip(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (wanted.length <= LONG || /\d/.test(wanted)) return false;
  const [short, long] = word.length <= wanted.length ? [word, wanted] : [wanted, word];
  const at = Array.from(short).findIndex((letter, index) => letter !== long[index]);
  if (at < 0) return long.length - short.length === 1;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const isSwap = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    long.length === short.length &&
    (short.slice(at + 1) === long.slice(at + 1) ||
      (isSwap && short.slice(at + 2) === long.slice(at + 2)))
  );
}
