import type { Source } from '#src/course/schemas.ts';
import { wordsOf } from './digest.ts';

/**
 * Whose words a quote of a source is: the speaker among whose words it stands in one piece.
 * Undefined where it is the author’s own.
 */
export function speakerOf(
  quote: string,
  voices: NonNullable<Source['voices']>,
): string | undefined {
  const sought = spaced(quote);
  return voices.find(({ words }) => words.some((said) => spaced(said).includes(sought)))?.who;
}

const spaced = (text: string) => ` ${wordsOf(text).join(' ')} `;
