import { describe, expect, it } from 'vitest';
import { overlaps, readDigest, sessionsWith, wordsOf, writeDigest, type Digest } from './digest.ts';

const SOURCE = `Not of any session.
## S1
“[W]e need your voice,” she said. The red box is held.
## S1.1

CBP’s officers open the red box.
`;

function digestOf(text: string): Digest {
  const file = JSON.parse(writeDigest(text) ?? '') as { sessions: Record<string, string> };
  return readDigest(file.sessions);
}

const digest = digestOf(SOURCE);

describe('words', () => {
  it('are compared in lower case, without punctuation, apostrophes and brackets', () => {
    expect(wordsOf('“[w]e” (CBP’s) three-hour, $800.00')).toEqual(
      ['we', 'cbps', 'three', 'hour', '800', '00'], // prettier-ignore
    );
  });

  it('are none where there is only punctuation', () => {
    expect(wordsOf(' … – ! ')).toEqual([]);
  });
});

describe('a quote', () => {
  it.each([
    ['We need your voice', ['S1']],
    ["cbp's officers", ['S1.1']],
    ['the red box', ['S1', 'S1.1']],
    ['Held', ['S1']],
  ])('is found in the sessions that have its very words: %s', (quote, sessions) => {
    expect(sessionsWith(quote, digest)).toEqual(sessions);
  });

  it.each([
    ['a changed word', 'The blue box is held'],
    ['a left-out word', 'The box is held'],
    ['another order', 'box red'],
    ['words from both sides of a mark', 'is held CBP’s officers'],
    ['words before the first mark', 'Not of any session'],
    ['no word', '…'],
  ])('is not exact with %s', (_, quote) => {
    expect(sessionsWith(quote, digest)).toEqual([]);
  });
});

describe('a digest', () => {
  it('holds no word of its source', () => {
    const text = writeDigest(SOURCE) ?? '';
    const hashes = text.slice(text.indexOf('"sessions"'));
    for (const word of ['voice', 'officers', 'held']) expect(hashes).not.toContain(word);
  });

  it('is not made of a text without marks', () => {
    expect(writeDigest('The red box is held.')).toBeUndefined();
  });

  it('reads marks with the line ends of Windows', () => {
    expect([...digestOf(SOURCE.replaceAll('\n', '\r\n')).keys()]).toEqual(['S1', 'S1.1']);
  });
});

describe('two texts', () => {
  it('overlap where they share three words in a row', () => {
    expect(overlaps('the red box is held', 'The red box')).toBe(true);
  });

  it('do not overlap by single words', () => {
    expect(overlaps('the red box is held', 'the box is red')).toBe(false);
  });
});
