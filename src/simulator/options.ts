import {
  COMMITS,
  FRAMES,
  type LaunchOptions,
  MODES,
  PROFILES,
  READINGS,
  WIDTHS,
} from './contract.ts';

/** What a launch does where nothing else is said. */
export const DEFAULT_OPTIONS: LaunchOptions = {
  package: '',
  profile: 'ordinary',
  frame: 'frame',
  mode: 'normal',
  reviewWhenDone: false,
  masteryScore: 'package',
  masteryOverride: true,
  commit: 'ok',
  commitDelay: 0,
  throwOnClose: false,
  bothApis: false,
  reading: 'ok',
  limit: 0,
  dieAfter: 0,
  blankMode: false,
  attempt: 1,
  learnerId: 'learner-1',
  learnerName: 'Rivera, Alex',
  width: 'full',
};

type Reader<T> = (text: string) => T | undefined;

const text: Reader<string> = (value) => value;
const flag: Reader<boolean> = (value) => ['1', 'true', ''].includes(value);
const count: Reader<number> = (value) => (/^\d{1,6}$/.test(value) ? Number(value) : undefined);
const word =
  <T extends string>(words: readonly T[]): Reader<T> =>
  (value) =>
    words.find((one) => one === value);
const mastery: Reader<LaunchOptions['masteryScore']> = (value) => {
  if (value === 'none' || value === 'package') return value;
  const score = Number(value);
  return value !== '' && score >= 0 && score <= 100 ? score : undefined;
};

const READERS: { readonly [K in keyof LaunchOptions]: Reader<LaunchOptions[K]> } = {
  package: text,
  profile: word(PROFILES),
  frame: word(FRAMES),
  mode: word(MODES),
  reviewWhenDone: flag,
  masteryScore: mastery,
  masteryOverride: flag,
  commit: word(COMMITS),
  commitDelay: count,
  throwOnClose: flag,
  bothApis: flag,
  reading: word(READINGS),
  limit: count,
  dieAfter: count,
  blankMode: flag,
  attempt: count,
  learnerId: text,
  learnerName: text,
  width: word(WIDTHS),
};

/** Options in an address; what is missing or not understood keeps its default. */
export function readOptions(query: URLSearchParams): LaunchOptions {
  const found = Object.entries(READERS).flatMap(([name, read]) => {
    const value = query.get(name);
    const option = value === null ? undefined : read(value);
    return option === undefined ? [] : [[name, option] as const];
  });
  return { ...DEFAULT_OPTIONS, ...Object.fromEntries(found) };
}

/** The query that stands for these options; defaults are left out. */
export function writeOptions(options: LaunchOptions): URLSearchParams {
  const changed = Object.entries(options).filter(
    ([name, value]) => value !== DEFAULT_OPTIONS[name as keyof LaunchOptions],
  );
  return new URLSearchParams(
    changed.map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? '1' : '0') : String(value),
    ]),
  );
}
