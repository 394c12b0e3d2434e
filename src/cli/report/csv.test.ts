import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

describe('CSV (RFC 4180)', () => {
  it('ends every record with CRLF', () => {
    expect(toCsv([['a', 'b'], ['c', '']])).toBe('a,b\r\nc,\r\n'); // prettier-ignore
  });

  it.each([
    ['a comma', 'Nogales, Arizona', '"Nogales, Arizona"'],
    ['a quote', 'a "single window"', '"a ""single window"""'],
    ['a line end', 'one\ntwo', '"one\ntwo"'],
    ['a carriage return', 'one\rtwo', '"one\rtwo"'],
  ])('puts a field with %s in quotes', (_, text, written) => {
    expect(toCsv([[text]])).toBe(`${written}\r\n`);
  });

  it('leaves other fields as they are', () => {
    expect(toCsv([['“curly”; $800 – it’s 10%']])).toBe('“curly”; $800 – it’s 10%\r\n');
  });
});
