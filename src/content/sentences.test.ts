import { describe, expect, it } from 'vitest';
import { cutSentences } from './sentences.ts';

const sentences = (text: string) => cutSentences(text).map((cut) => cut.text);

describe('a sentence', () => {
  it.each([
    ['at periods, question marks and exclamation marks', 'One. Two? Three! Four.', 4],
    ['behind closing quotes and parentheses', 'He said “stop.” (Then he left.) It rained.', 3],
    ['before a number', 'It took a year. 105 million came.', 2],
    ['behind “U.S.” where a common first word follows', 'Goods left the U.S. The rest stayed.', 2],
    ['behind “U.S.” and a quote', 'It “left the U.S.” Nobody saw it.', 2],
    ['behind a time of day', 'It is due by 6 a.m. The box waits.', 2],
    ['once where the text has no stop', 'Two boxes on a dock', 1],
  ])('ends %s', (_where, text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it.each([
    'The U.S. Ambassador spoke.',
    'See Learning Resources v. Trump, No. 24-1287, and Exec. Order 14324.',
    'It rests on Pub. L. 115-271 and 19 U.S.C. 1321.',
    'The talk of Brenda B. Smith was short.',
    'It weighs 2.5 tons, as by 19 CFR 4.8.',
    'The recap prints “105 million … this year” without a span.',
    'E.g. Toyota took part, i.e. as a participant.',
  ])('is not cut: %s', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it('comes with the place where it begins', () => {
    expect(cutSentences('  One.  Two.')).toEqual([
      { text: 'One.', offset: 2 },
      { text: 'Two.', offset: 8 },
    ]);
  });

  it('is not found in nothing', () => {
    expect(cutSentences(' \n ')).toEqual([]);
  });
});
