/*
 * What the bench measures: every figure with its unit and, where an issue sets one, its bar.
 * Measurements fill it in; a figure that nobody filled in is reported as not measured.
 */

/** The two courses: the one of this project, and a synthetic one of the size of a curriculum. */
export type Subject = 'course' | 'synthetic';

export type Unit = 'bytes' | 'ms' | 's' | 'calls' | 'commits' | 'requests' | 'characters';

/** Figures that are measured together: if one is missing, all are. */
export type Group =
  'zip' | 'scorm12' | 'web' | 'run' | 'growth' | 'record' | 'labs' | 'build' | 'check';

export type Bar = { readonly atMost: number } | { readonly exactly: number };

export interface Definition {
  readonly group: Group;
  /** Name of the figure in the table. */
  readonly what: string;
  readonly unit: Unit;
  /** Upper limit, or the one right value. Holds for this course, unless `anySize`. */
  readonly bar?: Bar;
  /** The bar holds for a course of any size. */
  readonly anySize?: boolean;
  /** Only for this course. */
  readonly only?: Subject;
  /** The bar is held against every value, not against the median. */
  readonly everyValue?: boolean;
}

/** All figures, in the order of the table. */
export const FIGURES = {
  'zip-scorm12': figure('zip', 'zip, SCORM 1.2', 'bytes', { atMost: 600_000 }),
  'zip-scorm2004-3rd': figure('zip', 'zip, SCORM 2004 3rd edition', 'bytes'),
  'zip-scorm2004-4th': figure('zip', 'zip, SCORM 2004 4th edition', 'bytes'),
  'zip-web': figure('zip', 'zip, web', 'bytes'),

  'scorm12-requests': figure('scorm12', 'SCORM 1.2: requests', 'requests', { atMost: 8 }),
  'scorm12-bytes': figure('scorm12', 'SCORM 1.2: raw bytes', 'bytes', { atMost: 400_000 }),
  'scorm12-js': figure('scorm12', 'SCORM 1.2: JS', 'bytes'),
  'scorm12-js-gzip': figure('scorm12', 'SCORM 1.2: JS, gzip', 'bytes', { atMost: 120_000 }),
  'scorm12-css': figure('scorm12', 'SCORM 1.2: CSS', 'bytes'),
  'scorm12-css-gzip': figure('scorm12', 'SCORM 1.2: CSS, gzip', 'bytes'),
  'scorm12-fonts': figure('scorm12', 'SCORM 1.2: fonts', 'bytes'),
  'scorm12-fonts-gzip': figure('scorm12', 'SCORM 1.2: fonts, gzip', 'bytes'),
  'scorm12-usable': figure('scorm12', 'SCORM 1.2: overview usable', 'ms'),
  'scorm12-usable-slow': figure('scorm12', 'SCORM 1.2: overview usable, slow', 'ms', {
    atMost: 3_000,
  }),
  'launch-calls': anySize(figure('scorm12', 'LMS calls at launch', 'calls', { atMost: 15 })),
  'launch-commits': anySize(figure('scorm12', 'commits at launch', 'commits', { atMost: 1 })),

  'web-requests': figure('web', 'web: requests', 'requests'),
  'web-bytes': figure('web', 'web: raw bytes', 'bytes'),
  'web-js': figure('web', 'web: JS', 'bytes'),
  'web-js-gzip': figure('web', 'web: JS, gzip', 'bytes', { atMost: 120_000 }),
  'web-css': figure('web', 'web: CSS', 'bytes'),
  'web-css-gzip': figure('web', 'web: CSS, gzip', 'bytes'),
  'web-fonts': figure('web', 'web: fonts', 'bytes'),
  'web-fonts-gzip': figure('web', 'web: fonts, gzip', 'bytes'),
  'web-usable': figure('web', 'web: overview usable', 'ms'),
  'web-usable-slow': figure('web', 'web: overview usable, slow', 'ms', { atMost: 3_000 }),

  'bytes-per-lesson': figure(
    'growth',
    'SCORM 1.2: raw bytes for each further lesson',
    'bytes',
    { atMost: 200 },
    'synthetic',
  ),
  'extra-requests': figure(
    'growth',
    'SCORM 1.2: further requests',
    'requests',
    { exactly: 0 },
    'synthetic',
  ),
  'record-full': figure(
    'record',
    'record of everything answered, by the codec',
    'characters',
    { atMost: 4_096 },
    'synthetic',
  ),

  'relaunch-calls': figure(
    'run',
    'LMS calls at launch of the finished course',
    'calls',
    { atMost: 15 },
    'course',
  ),
  'relaunch-commits': figure(
    'run',
    'commits at launch of the finished course',
    'commits',
    { atMost: 1 },
    'course',
  ),
  'answer-commits': everyValue(
    figure('run', 'commits by each answer of a quiz', 'commits', { exactly: 1 }, 'course'),
  ),
  'answer-calls': figure('run', 'LMS calls by an answer of a quiz', 'calls', undefined, 'course'),
  'check-commits': figure('run', 'commits by an inline check', 'commits', undefined, 'course'),
  'suspend-longest': figure(
    'run',
    'longest suspend_data',
    'characters',
    { atMost: 4_096 },
    'course',
  ),
  'suspend-end': figure('run', 'suspend_data at the end', 'characters', undefined, 'course'),

  'lab-frame': everyValue(
    figure('labs', 'frame time in each lab, 4× CPU', 'ms', { atMost: 16 }, 'course'),
  ),
  'lab-press': everyValue(
    figure('labs', 'longest frame of a press in each lab, 4× CPU', 'ms', { atMost: 16 }, 'course'),
  ),

  build: figure('build', 'build from scratch', 's'),
  check: figure('check', 'npm run check', 's'),
} as const;

function figure(group: Group, what: string, unit: Unit, bar?: Bar, only?: Subject): Definition {
  return { group, what, unit, ...(bar && { bar }), ...(only && { only }) };
}

function everyValue(definition: Definition): Definition {
  return { ...definition, everyValue: true };
}

function anySize(definition: Definition): Definition {
  return everyValue({ ...definition, anySize: true });
}

/** The bar of a figure for one of the courses. */
export function barOf({ bar, anySize, only }: Definition, subject: Subject): Bar | undefined {
  return subject === 'course' || only === subject || anySize ? bar : undefined;
}

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

/** Holds the values of a figure against its bar: the median, or where asked for every value. */
export function toReading(
  values: readonly number[],
  bar: Bar | undefined,
  everyValue: boolean | undefined,
): Reading {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const middle = median(values);
  const judged = everyValue ? [least, most] : [middle];
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

function misses(bar: Bar, value: number): boolean {
  return 'atMost' in bar ? value > bar.atMost : value !== bar.exactly;
}

/** The middle value; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const lower = sorted[Math.ceil(half) - 1] ?? Number.NaN;
  return (lower + (sorted[Math.floor(half)] ?? lower)) / 2;
}
