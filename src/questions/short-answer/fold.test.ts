import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

const isSame = (one: string, other: string, exactCase = false) =>
  fold(one, exactCase) === fold(other, exactCase);

describe('two answers are the same', () => {
  it.each([
    ['case', 'biec', 'BIEC'],
    ['spaces', '  single   window ', 'single window'],
    ['spaces that were left out', 'singlewindow', 'single window'],
    ['accents', 'cafe', 'Café'],
    ['accents typed apart', 'Cafe\u0301', 'Café'],
    ['full-width letters', 'ＣＢＰ', 'CBP'],
    ['punctuation', 'C-TPAT.', 'CTPAT'],
    ['full stops in short forms', 'U.S.', 'US'],
    ['curly quotes', '“importer’s”', "importer's"],
    ['dashes', 'inter–agency', 'inter-agency'],
    ['a leading article', 'the Council', 'council'],
    ['another leading article', 'An importer', 'a importer'],
    ['numbers in words', 'Eleven ports', '11 ports'],
    ['zero in words', 'zero', '0'],
    ['twenty in words', 'Twenty', '20'],
    ['thousands separators', '1,460,000', '1460000'],
    ['spaces between thousands', '1 460 000', '1460000'],
    ['narrow spaces between thousands', '1\u202f460', '1460'],
    ['signs around a number', '$ 1,460.50', '1460.50'],
    ['another minus sign', '−5', '-5'],
  ])('but for %s', (_what, one, other) => {
    expect(isSame(one, other)).toBe(true);
  });
});

describe('two answers differ', () => {
  it.each([
    ['by a letter', 'council', 'counsel'],
    ['by a word', 'border council', 'council'],
    ['by a digit', '11', '12'],
    ['by a decimal point', '1.5', '15'],
    ['by a sign', '-5', '5'],
    ['by where two numbers part', '1 12', '11 2'],
    ['by grouping that is none', '12,3456', '123456'],
    ['where a number word is part of a word', 'tent', '10t'],
  ])('%s', (_what, one, other) => {
    expect(isSame(one, other)).toBe(false);
  });
});

describe('exact case', () => {
  it('tells capital from small letters', () => {
    expect(isSame('biec', 'BIEC', true)).toBe(false);
  });

  it('forgives everything else', () => {
    expect(isSame('The B.I.E.C.', 'BIEC', true)).toBe(true);
    expect(isSame('Eleven', '11', true)).toBe(true);
  });
});

describe('what is left', () => {
  it('is nothing where there are neither letters nor digits', () => {
    expect(['', ' ', '—', '“…”', '%'].map((text) => fold(text, false))).toEqual(Array(5).fill(''));
  });

  it('is the article itself where nothing follows', () => {
    expect(fold('A', false)).toBe('a');
  });

  it('does not depend on case, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(fold(text.toUpperCase(), false)).toBe(fold(text.toLowerCase(), false));
      }),
    );
  });
});
