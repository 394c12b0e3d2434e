/* Numbers as people type and read them, in English: 1,460 and 0.75. */

/** Most characters of a number (unit and thousands separators aside), and of a saved draft. */
export const MAX_LENGTH = 12;

/** What can be typed; shown beside the field. */
export const NUMBER_HINT = 'Type a number, such as 1,250 or 0.75.';

/** What is wrong with a text that is no number; shown before the hint. */
export function explainRejected(text: string): string {
  return `“${text.trim()}” can’t be read as a number.`;
}

const MINUS = /[\u2212\u2013]/g;
const GROUPED = String.raw`\d{1,3}(?:[,\s]\d{3})+`;
const NUMBER = new RegExp(String.raw`^([+-]?)\s*((?:${GROUPED}|\d+)(?:\.\d*)?|\.\d+)\s*(\D*)$`);

/** The unit or its beginning may follow the number; a percent sign means percent. */
function fitsUnit(text: string, unit: string): boolean {
  const name = unit.toLowerCase();
  const names = /^(percent|%)/.test(name) ? [name, 'percent', '%'] : [name];
  return names.some((known) => known.startsWith(text.toLowerCase()));
}

/**
 * The plain number in a typed text: `−1,460 percent` → `-1460`; empty where there is none.
 * Spaces, thousands separators and the unit may be typed; anything else is no number.
 */
export function plainNumber(text: string, unit: string): string {
  const [, sign, digits, rest] = NUMBER.exec(text.trim().replace(MINUS, '-')) ?? [];
  if (sign === undefined || digits === undefined || rest === undefined) return '';
  const plain = sign + digits.replace(/[,\s]/g, '');
  return plain.length <= MAX_LENGTH && fitsUnit(rest, unit) ? plain : '';
}

/** The number in a typed text; NaN where there is none. */
export function readNumber(text: string, unit: string): number {
  const plain = plainNumber(text, unit);
  return plain === '' ? Number.NaN : Number(plain);
}

const FORMAT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 10 });

/** A number for reading: 1460 → `1,460`. */
export function formatNumber(value: number): string {
  return FORMAT.format(value);
}
