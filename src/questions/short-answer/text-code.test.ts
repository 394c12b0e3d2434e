import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeToText, FREQUENT, MAX_LENGTH, textToCode } from './text-code.ts';

describe('the code of a text', () => {
  it('stays from release to release: saved texts depend on it', () => {
    expect(textToCode('The 11 tons, née')).toEqual([
      28, 9, 1, 0, 54, 54, 0, 2, 4, 6, 7, 108, 0, 6, 297, 1,
    ]);
  });

  it('has a number below 64 for every letter, digit and space', () => {
    expect(new Set(FREQUENT).size).toBe(64);
    expect(FREQUENT).toHaveLength(64);
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 -]*$/), (text) => {
        expect(Math.max(0, ...textToCode(text))).toBeLessThan(64);
      }),
    );
  });

  it('gives back any text, half characters and emoji too', () => {
    const halves = fc
      .array(fc.nat(0xffff), { maxLength: 80 })
      .map((units) => String.fromCharCode(...units));
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), halves);
    fc.assert(
      fc.property(texts, (text) => {
        const short = text.slice(0, MAX_LENGTH);
        const code = textToCode(short);
        expect(codeToText(code)).toBe(short);
        expect(Math.max(0, ...code)).toBeLessThanOrEqual(1_000_000);
      }),
    );
  });

  it.each([[[-1]], [[0.5]], [[64 + 65_536]], [Array(81).fill(0)]])('refuses %j', (code) => {
    expect(codeToText(code)).toBeUndefined();
  });
});
