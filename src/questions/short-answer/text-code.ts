/* A typed text as small numbers: the record spends fewer bits on smaller ones. */

/** Most characters (UTF-16 units) of a typed text. */
export const MAX_LENGTH = 80;

/**
 * Letters, digits, space and hyphen, the most frequent first: the first 8 take 4 bits each in a
 * record, the others 8, any other character 12 or more. Never change it: saved texts depend on it.
 */
export const FREQUENT = ' etaoinsrhldcumfpgwybvkxjqzETAOINSRHLDCUMFPGWYBVKXJQZ0123456789-';

/** Highest number that stands for a character. */
const LARGEST = FREQUENT.length + 0xffff;

/** A number for each character: its place among the frequent ones, or its UTF-16 unit after them. */
export function textToCode(text: string): readonly number[] {
  return text.split('').map((character) => {
    const place = FREQUENT.indexOf(character);
    return place >= 0 ? place : FREQUENT.length + character.charCodeAt(0);
  });
}

/** The text of a code; undefined where a number stands for no character or there are too many. */
export function codeToText(code: readonly number[]): string | undefined {
  const isCharacter = (value: number) => Number.isInteger(value) && value >= 0 && value <= LARGEST;
  if (code.length > MAX_LENGTH || !code.every(isCharacter)) return undefined;
  return code
    .map((value) => FREQUENT[value] ?? String.fromCharCode(value - FREQUENT.length))
    .join('');
}
