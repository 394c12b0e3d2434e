/*
 * What the bench measures: every figure with its unit and, where issue 2 sets one, its bar.
 * Measurements fill it in; a figure that nobody filled in is reported as not measured.
 */

/** The two courses: the one of this project, and a synthetic one of the size of a curriculum. */
export type Subject = 'course' | 'synthetic';

export type Unit = 'bytes' | 'ms' | 's' | 'calls' | 'commits' | 'requests' | 'characters';

export interface Definition {
  /** Name of the figure in the table. */
  readonly what: string;
  readonly unit: Unit;
  /** Upper limit, or the one right value. */
  readonly bar?: { readonly atMost: number } | { readonly exactly: number };
  /** Only for this course. */
  readonly only?: Subject;
  /** Every value counts, not only the median: its bar is held against the worst. */
  readonly worst?: boolean;
}

/** All figures, in the order of the table. */
export const FIGURES = {
  'zip-scorm12': { what: 'zip, SCORM 1.2', unit: 'bytes', bar: { atMost: 400_000 } },
  'zip-scorm2004-3rd': { what: 'zip, SCORM 2004 3rd edition', unit: 'bytes' },
  'zip-scorm2004-4th': { what: 'zip, SCORM 2004 4th edition', unit: 'bytes' },
  'zip-web': { what: 'zip, web', unit: 'bytes' },

  'scorm12-requests': { what: 'SCORM 1.2: requests', unit: 'requests', bar: { atMost: 8 } },
  'scorm12-bytes': { what: 'SCORM 1.2: raw bytes', unit: 'bytes', bar: { atMost: 400_000 } },
  'scorm12-js': { what: 'SCORM 1.2: JS', unit: 'bytes' },
  'scorm12-js-gzip': { what: 'SCORM 1.2: JS, gzip', unit: 'bytes', bar: { atMost: 120_000 } },
  'scorm12-css': { what: 'SCORM 1.2: CSS', unit: 'bytes' },
  'scorm12-css-gzip': { what: 'SCORM 1.2: CSS, gzip', unit: 'bytes' },
  'scorm12-fonts': { what: 'SCORM 1.2: fonts', unit: 'bytes' },
  'scorm12-fonts-gzip': { what: 'SCORM 1.2: fonts, gzip', unit: 'bytes' },
  'scorm12-usable': { what: 'SCORM 1.2: overview usable', unit: 'ms' },
  'scorm12-usable-slow': {
    what: 'SCORM 1.2: overview usable, slow',
    unit: 'ms',
    bar: { atMost: 3_000 },
  },

  'web-requests': { what: 'web: requests', unit: 'requests' },
  'web-bytes': { what: 'web: raw bytes', unit: 'bytes' },
  'web-js': { what: 'web: JS', unit: 'bytes' },
  'web-js-gzip': { what: 'web: JS, gzip', unit: 'bytes', bar: { atMost: 120_000 } },
  'web-css': { what: 'web: CSS', unit: 'bytes' },
  'web-css-gzip': { what: 'web: CSS, gzip', unit: 'bytes' },
  'web-fonts': { what: 'web: fonts', unit: 'bytes' },
  'web-fonts-gzip': { what: 'web: fonts, gzip', unit: 'bytes' },
  'web-usable': { what: 'web: overview usable', unit: 'ms' },
  'web-usable-slow': { what: 'web: overview usable, slow', unit: 'ms', bar: { atMost: 3_000 } },

  'bytes-per-lesson': {
    what: 'SCORM 1.2: raw bytes for each further lesson',
    unit: 'bytes',
    bar: { atMost: 200 },
    only: 'synthetic',
  },
  'extra-requests': {
    what: 'SCORM 1.2: further requests',
    unit: 'requests',
    bar: { exactly: 0 },
    only: 'synthetic',
  },

  'launch-calls': { what: 'LMS calls at launch', unit: 'calls', bar: { atMost: 15 }, worst: true },
  'launch-commits': {
    what: 'commits at launch',
    unit: 'commits',
    bar: { atMost: 1 },
    worst: true,
  },
  'relaunch-calls': {
    what: 'LMS calls at launch of the finished course',
    unit: 'calls',
    bar: { atMost: 15 },
    only: 'course',
  },
  'relaunch-commits': {
    what: 'commits at launch of the finished course',
    unit: 'commits',
    bar: { atMost: 1 },
    only: 'course',
  },
  'answer-commits': {
    what: 'commits by an answer, every answer',
    unit: 'commits',
    bar: { exactly: 1 },
    only: 'course',
    worst: true,
  },
  'answer-calls': { what: 'LMS calls by an answer', unit: 'calls', only: 'course' },
  'check-commits': { what: 'commits by an inline check', unit: 'commits', only: 'course' },
  'suspend-longest': {
    what: 'longest suspend_data',
    unit: 'characters',
    bar: { atMost: 4_096 },
    only: 'course',
  },
  'suspend-end': { what: 'suspend_data at the end', unit: 'characters', only: 'course' },
  'record-full': {
    what: 'record of everything answered, by the codec',
    unit: 'characters',
    bar: { atMost: 4_096 },
    only: 'synthetic',
  },

  build: { what: 'build from scratch', unit: 's' },
  check: { what: 'npm run check', unit: 's' },
} as const satisfies Record<string, Definition>;

export type FigureId = keyof typeof FIGURES;

/** The values of some figures: one for each run, or for each time that something happened. */
export type Values = Partial<Record<FigureId, readonly number[]>>;

export type Reading =
  | {
      readonly measured: true;
      readonly values: readonly number[];
      readonly median: number;
      readonly least: number;
      readonly most: number;
      /** Absent where the figure has no bar. */
      readonly isOver?: boolean;
    }
  | { readonly measured: false; readonly reason: string };

/** Holds the values of a figure against its bar. */
export function toReading(
  { bar, worst }: Definition,
  values: readonly number[],
  reason: string,
): Reading {
  if (values.length === 0) return { measured: false, reason };
  const least = Math.min(...values);
  const most = Math.max(...values);
  const middle = median(values);
  const judged = worst ? [least, most] : [middle];
  const isOver = bar && judged.some((value) => misses(bar, value));
  return {
    measured: true,
    values,
    median: middle,
    least,
    most,
    ...(isOver === undefined ? {} : { isOver }),
  };
}

function misses(bar: NonNullable<Definition['bar']>, value: number): boolean {
  return 'atMost' in bar ? value > bar.atMost : value !== bar.exactly;
}

/** The middle value; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const lower = sorted[Math.ceil(half) - 1] ?? Number.NaN;
  return (lower + (sorted[Math.floor(half)] ?? lower)) / 2;
}
