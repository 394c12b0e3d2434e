import type { Extent } from '#src/tracking/tracker.ts';

/*
 * Moodle sends its whole state again with every commit of SCORM 2004, and when a page closes in a
 * beacon of at most 64 KiB: over it, the end of the session is refused (docs/lms/moodle.md, "When it
 * saves"). So everything that goes into a list has its room, in bytes of that beacon.
 */

/** What a beacon may carry (Fetch standard, 4.6, "inflight keep-alive bytes"). */
export const BEACON = 64 * 1024;
/** Set aside for a record of 4,080 characters, all single elements, and Moodle's own parameters. */
const ASIDE = 7_600;
/** An entry of `cmi.objectives`: one of a lesson, with its name; one of an objective. */
const LESSON = 700;
const OBJECTIVE = 285;
/** An answer in the final assessment: with short texts, and as much as it ever takes. */
const FINAL_SHORT = 1_150;
const FINAL_LONG = 1_450;
/** An answer in a lesson. */
const LEAN = 600;
/** Form data around one value: boundary, header, line breaks. */
const AROUND = 87;

/** How many bytes what takes. */
export interface Rooms {
  readonly lesson: number;
  /** 0: objectives are not told one by one. */
  readonly objective: number;
  readonly final: number;
  readonly answer: number;
  /** For all answers together. */
  readonly answers: number;
  /** Of these, for one whole sitting of the final assessment. */
  readonly finals: number;
}

/**
 * Shares the beacon out: the final assessment first, in full; then what each lesson and each objective
 * came to; what is left, for answers in lessons.
 */
export function shareRoom({ finalQuestions, lessons, objectives }: Extent): Rooms {
  const afterLessons = BEACON - ASIDE - lessons * LESSON;
  const atMost = Math.floor(afterLessons / Math.max(1, finalQuestions));
  const short = Math.min(FINAL_SHORT, atMost);
  const afterFinals = afterLessons - finalQuestions * short;
  const objective = objectives * OBJECTIVE <= afterFinals ? OBJECTIVE : 0;
  const answers = afterLessons - objectives * objective;
  const spare = Math.max(0, answers - finalQuestions * short);
  const final = Math.min(FINAL_LONG, short + Math.floor(spare / 2 / Math.max(1, finalQuestions)));
  return {
    lesson: LESSON,
    objective,
    final,
    answer: LEAN,
    answers,
    finals: final * finalQuestions,
  };
}

/** Bytes that one value takes in the beacon. Moodle writes the points of an element as `__`. */
export function bytesOf(element: string, value: string): number {
  return AROUND + element.replaceAll('.', '__').length + new TextEncoder().encode(value).length;
}

/** One field of an entry: name below the entry, and value. */
export type Field = readonly [name: string, value: string];

/** The fields from the first on as far as the room goes; empty ones are left out. */
export function withinRoom(
  entry: string,
  fields: readonly Field[],
  room: number,
): readonly Field[] {
  const filled = fields.filter(([, value]) => value !== '');
  let left = room;
  const end = filled.findIndex(([name, value]) => {
    left -= bytesOf(`${entry}.${name}`, value);
    return left < 0;
  });
  return end < 0 ? filled : filled.slice(0, end);
}
