import { describe, expect, it } from 'vitest';
import {
  clockIn,
  count,
  duration,
  longDate,
  percent,
  readingOf,
  shortDay,
  verdict,
} from './words.ts';

describe('percent', () => {
  it('puts no space before the sign, as in the US', () => {
    expect(percent(75)).toBe('75%');
  });

  it('rounds down: 79.9 is not yet 80', () => {
    expect(percent(79.9)).toBe('79%');
  });
});

describe('duration', () => {
  it.each([
    [7, '7\u00a0min'],
    [59, '59\u00a0min'],
    [60, '1\u00a0h'],
    [0, '0\u00a0min'],
    [80, '1\u00a0h 20\u00a0min'],
    [125, '2\u00a0h 5\u00a0min'],
  ])('writes %i minutes as %s', (minutes, words) => {
    expect(duration(minutes)).toBe(words);
  });
});

describe('count', () => {
  it.each([
    [0, '0 lessons'],
    [1, '1 lesson'],
    [2, '2 lessons'],
  ])('counts %i', (number, words) => {
    expect(count(number, 'lesson')).toBe(words);
  });
});

describe('dates', () => {
  it('writes a day of progress as a short date', () => {
    expect(shortDay(327, 'en')).toBe('Nov 24, 2026');
    expect(shortDay(0, 'en')).toBe('Jan 1, 2026');
  });

  it('writes a calendar date as a long date, the same in every time zone', () => {
    expect(longDate('2026-11-24', 'en')).toBe('November 24, 2026');
  });

  it('writes them in the language of the course', () => {
    expect(longDate('2026-11-24', 'de')).toBe('24. November 2026');
  });

  it('writes the time of day where the learner is', () => {
    // The space before AM does not break, in most versions of Unicode's data.
    expect(clockIn('en')(new Date(2026, 10, 24, 10, 42).getTime())).toMatch(/^10:42\sAM$/);
  });
});

describe('the reading of a source', () => {
  const source = { title: 'A rule', reviewBy: '2027-11-24' };

  it('says when it was read, and what a learner should know of it', () => {
    const read = {
      ...source,
      read: 'part',
      opened: '2026-11-24',
      note: 'Edition of 2015.',
    } as const;
    expect(readingOf(read, 'en')).toBe('Read in part on November 24, 2026. Edition of 2015.');
  });

  it('never calls a source read that nobody opened', () => {
    expect(readingOf({ ...source, read: 'reported' }, 'en')).toBe('Known from reports; not read.');
    expect(readingOf({ ...source, read: 'known' }, 'en')).toBe('General knowledge; not read.');
  });
});

describe('verdict', () => {
  it.each([
    [4, 'Right'],
    [0, 'Not right'],
    [1, 'Partly right: 25% of the points'],
    [2, 'Partly right: half the points'],
    [3, 'Partly right: 75% of the points'],
  ] as const)('of credit %i speaks of points', (credit, words) => {
    expect(verdict(credit)).toBe(words);
  });

  it('says how much was right, where that is known', () => {
    expect(verdict(2, '2 of 3 right')).toBe('2 of 3 right: half the points');
  });
});
