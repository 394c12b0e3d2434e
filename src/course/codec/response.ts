import type { BitReader, BitWriter } from '#src/course/bits.ts';
import type { SavedResponse } from '#src/course/progress.ts';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';

export function toKnownCredit(value: number): Credit {
  if (value > FULL_CREDIT) throw new RangeError('no such credit');
  return value as Credit;
}

export function writeResponse(writer: BitWriter, response: SavedResponse | undefined): void {
  writer.flag(response !== undefined);
  if (!response) return;
  writer.bits(response.fingerprint, 8);
  writer.integer(response.code.length, 3);
  for (const value of response.code) writer.integer(value, 3);
}

export function readResponse(reader: BitReader): SavedResponse | undefined {
  if (!reader.flag()) return undefined;
  const fingerprint = reader.bits(8);
  const code = list(reader.integer(3), () => reader.integer(3));
  return { fingerprint, code };
}

/** @throws RangeError through `item`, long before a mad length does harm. */
export function list<T>(length: number, item: () => T): T[] {
  const items: T[] = [];
  for (let i = 0; i < length; i++) items.push(item());
  return items;
}
