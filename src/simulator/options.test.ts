import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, readOptions, writeOptions } from './options.ts';

const read = (query: string) => readOptions(new URLSearchParams(query));

describe('options in an address', () => {
  it('are the defaults where nothing is said', () => {
    expect(read('')).toEqual(DEFAULT_OPTIONS);
  });

  it('are read by their names', () => {
    const query =
      'package=a.zip&frame=nested&masteryScore=90&commitDelay=800&reviewWhenDone=1&width=367';
    expect(read(query)).toEqual({
      ...DEFAULT_OPTIONS,
      package: 'a.zip',
      frame: 'nested',
      masteryScore: 90,
      commitDelay: 800,
      reviewWhenDone: true,
      width: '367',
    });
    expect(read('masteryScore=none').masteryScore).toBe('none');
    expect(read('masteryOverride=0').masteryOverride).toBe(false);
  });

  it('that make no sense keep the default', () => {
    expect(read('frame=side&masteryScore=101&commitDelay=-1&mode=&attempt=x')).toEqual(
      DEFAULT_OPTIONS,
    );
  });

  it('survive being written and read', () => {
    const options = {
      ...DEFAULT_OPTIONS,
      package: 'a b.zip',
      masteryOverride: false,
      learnerName: 'Müller & Sons',
    };
    expect(readOptions(new URLSearchParams(writeOptions(options).toString()))).toEqual(options);
    expect(writeOptions(DEFAULT_OPTIONS).toString()).toBe('');
  });
});
