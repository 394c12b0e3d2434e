/**
 * A stream of bits in the base64url alphabet (RFC 4648, section 5), without padding: 6 bits a
 * character, so that no character carries bits that nobody reads.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));
const BITS_PER_CHARACTER = 6;

export class BitWriter {
  #text = '';
  #pending = 0;
  #pendingBits = 0;

  /** Appends the lowest `width` bits of `value`; `width` ≤ 24. */
  bits(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      this.#pending = (this.#pending << 1) | ((value >> bit) & 1);
      if (++this.#pendingBits === BITS_PER_CHARACTER) this.#flush();
    }
  }

  flag(value: boolean): void {
    this.bits(value ? 1 : 0, 1);
  }

  /** A non-negative integer in groups of `group` bits, each led by a bit that says "more follows". */
  integer(value: number, group: number): void {
    const size = 2 ** group;
    let rest = value;
    while (rest >= size) {
      this.flag(true);
      this.bits(rest % size, group);
      rest = Math.floor(rest / size);
    }
    this.flag(false);
    this.bits(rest, group);
  }

  /** What was written, filled up with zero bits to a whole character. */
  text(): string {
    if (this.#pendingBits > 0) this.bits(0, BITS_PER_CHARACTER - this.#pendingBits);
    return this.#text;
  }

  #flush(): void {
    this.#text += ALPHABET.charAt(this.#pending);
    this.#pending = 0;
    this.#pendingBits = 0;
  }
}

export class BitReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** @throws RangeError past the end, or at a character outside the alphabet. */
  bits(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit++) value = (value << 1) | this.#bit();
    return value;
  }

  flag(): boolean {
    return this.#bit() === 1;
  }

  /** Reverse of {@link BitWriter.integer}. @throws RangeError above the safe integers. */
  integer(group: number): number {
    let value = 0;
    let weight = 1;
    let more: boolean;
    do {
      more = this.flag();
      value += this.bits(group) * weight;
      weight *= 2 ** group;
      if (!Number.isSafeInteger(value)) throw new RangeError('integer too large');
    } while (more);
    return value;
  }

  #bit(): number {
    const symbol = VALUES.get(this.#text.charAt(Math.floor(this.#position / BITS_PER_CHARACTER)));
    if (symbol === undefined) throw new RangeError('no such bit');
    const shift = BITS_PER_CHARACTER - 1 - (this.#position++ % BITS_PER_CHARACTER);
    return (symbol >> shift) & 1;
  }
}

/**
 * Checksum of a text in 4 characters: CRC-24 (RFC 4880, section 6.1) over its character codes.
 * Every change of up to 24 neighbouring bits is noticed, so every single changed character.
 */
export function checksum(text: string): string {
  let crc = 0xb704ce;
  for (let i = 0; i < text.length; i++) {
    crc ^= (text.charCodeAt(i) & 0xff) << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  const writer = new BitWriter();
  writer.bits(crc, 24);
  return writer.text();
}
