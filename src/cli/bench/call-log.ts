/** A call of the LMS's API, or a mark between calls: `submit` and `settled`, see `course-run.ts`. */
export interface LmsCall {
  /** `LMSSetValue` and so on, or the name of the mark. */
  readonly verb: string;
  /** First argument, empty if none. */
  readonly element: string;
  /** Second argument, empty if none. */
  readonly value: string;
  /** Error code that the call left. */
  readonly error: string;
}

declare global {
  interface Window {
    /** In the LMS's window: every call so far. */
    benchCalls?: LmsCall[];
    /** In the LMS's window: what it holds, element → value. */
    benchHeld?: Record<string, string>;
    /** In the course's window: when the overview could be used, in ms from its navigation. */
    benchUsableAt?: number;
  }
}

/** Calls without the marks. */
export const onlyCalls = (log: readonly LmsCall[]) =>
  log.filter(({ verb }) => verb.startsWith('LMS'));

export const commits = (log: readonly LmsCall[]) => log.filter(({ verb }) => verb === 'LMSCommit');

/** What answering a question led to. */
export interface AnswerCost {
  /** `quiz`, or `check` for one inside a lesson. */
  readonly kind: string;
  /** Calls from the submission until the course was quiet again. */
  readonly burst: readonly LmsCall[];
}

/** The bursts between `submit` and the `settled` that follows it. */
export function answerCosts(log: readonly LmsCall[]): AnswerCost[] {
  const costs: AnswerCost[] = [];
  let start: number | undefined;
  for (const [index, { verb, element }] of log.entries()) {
    if (verb === 'submit') start = index;
    if (verb !== 'settled' || start === undefined) continue;
    costs.push({ kind: element, burst: onlyCalls(log.slice(start, index)) });
    start = undefined;
  }
  return costs;
}
