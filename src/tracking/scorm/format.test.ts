import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOON } from '#src/tracking/testing/stage.ts';
import { grammar12, grammar2004 } from '#src/tracking/testing/grammars.ts';
import {
  clockTime,
  decimal,
  decimalBelow,
  identifier,
  isoDuration,
  plainText,
  timespan,
  timestamp,
} from './format.ts';

const anyNumber = fc.oneof(fc.double(), fc.integer());
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

/** `check` takes what `format` makes of any value. */
function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  format: (value: T) => string,
  check: (text: string) => boolean,
) {
  fc.assert(fc.property(arbitrary, (value) => check(format(value))));
}

describe('numbers', () => {
  it('are plain decimals without exponent, whatever the value', () => {
    holds(
      anyNumber,
      (value) => decimal(value, 7),
      (text) => /^-?\d{1,16}(\.\d{1,7})?$/.test(text),
    );
  });

  it('have no trailing zeros and no negative zero', () => {
    expect([80, 66.6666, 1e-7, 2.5, -0, 100].map((value) => decimal(value, 2))).toEqual([
      '80',
      '66.67',
      '0',
      '2.5',
      '0',
      '100',
    ]);
  });

  it('are scores that both standards take, for any percentage', () => {
    const percentage = fc.double({ min: 0, max: 100, noNaN: true });
    holds(percentage, (value) => decimalBelow(value, 2), grammar12.percent);
    holds(percentage, (value) => decimalBelow(value / 100, 4), grammar2004.scaled);
  });

  it('never round up to a pass mark', () => {
    expect(decimalBelow(79.999, 2)).toBe('79.99');
  });

  it('keep what binary fractions only almost hold', () => {
    expect(decimalBelow(0.29 * 100, 2)).toBe('29');
  });
});

describe('times', () => {
  it('are a time of day in SCORM 1.2, for any clock', () => {
    holds(anyNumber, clockTime, grammar12.time);
  });

  it('are a timestamp with two decimals and a zone in SCORM 2004, for any clock', () => {
    holds(anyNumber, timestamp, grammar2004.timestamp);
    expect(timestamp(NOON + 7_239)).toBe('2026-11-24T12:00:07.23Z');
  });

  it('are durations that both standards take, for any number of milliseconds', () => {
    holds(anyNumber, timespan, grammar12.timespan);
    holds(anyNumber, isoDuration, grammar2004.duration);
  });

  it('carry hundredths, minutes and hours', () => {
    expect(timespan(3_723_456)).toBe('01:02:03.46');
    expect(isoDuration(3_723_456)).toBe('PT1H2M3.46S');
    expect(timespan(59_999)).toBe('00:01:00.00');
    expect(timespan(Number.MAX_VALUE)).toBe('9999:59:59.99');
  });
});

describe('texts', () => {
  it('are one line of well-formed text within the limit, whatever was typed', () => {
    holds(
      anyText,
      (text) => plainText(text, 20),
      (text) => text.length <= 20 && /^[^\p{Surrogate}\p{Cc}]*$/u.test(text),
    );
  });

  it('are cut between code points', () => {
    expect(plainText('ship 🚢', 6)).toBe('ship ');
    expect(plainText('ship 🚢', 7)).toBe('ship 🚢');
  });

  it('turn line breaks into spaces', () => {
    expect(plainText(' one\r\n two ', 20)).toBe('one two');
  });

  it('are identifiers that the strictest LMS takes, whatever the id', () => {
    holds(
      anyText.filter((text) => text !== ''),
      (text) => identifier(text, 255),
      grammar12.identifier,
    );
  });
});
