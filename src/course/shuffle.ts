/**
 * Chance without randomness: the same seed always gives the same order, so that a page reloaded,
 * a record restored or a test replayed shows the same thing.
 */

/** 2³² divided by the golden ratio: adding it spreads neighbouring numbers far apart. */
const GOLDEN = 0x9e3779b9;

/** Murmur3's finalizer (Austin Appleby, public domain): every bit in moves every bit out. */
function scramble(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One 32-bit seed from several whole numbers, such as course seed, question and round, in order. */
export function mixSeed(...parts: readonly number[]): number {
  return parts.reduce((seed, part) => scramble(scramble(seed + GOLDEN) ^ part), 0);
}

/** Mulberry32 (Tommy Ettinger, public domain): numbers in 0 ≤ n < 1 from a 32-bit seed. */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), state | 1);
    hash ^= hash + Math.imul(hash ^ (hash >>> 7), hash | 61);
    return ((hash ^ (hash >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers 0 … `length` − 1 in an order drawn from `seed`, each order as likely as any other. */
export function shuffledOrder(length: number, seed: number): number[] {
  const next = chance(seed);
  const order: number[] = [];
  // Fisher–Yates, inside out: each number goes to a drawn place, whose holder moves to the end.
  for (let index = 0; index < length; index++) {
    const place = Math.floor(next() * (index + 1));
    order[index] = order[place] ?? index;
    order[place] = index;
  }
  return order;
}
