import type { Extent } from '#src/tracking/tracker.ts';

/*
 * Moodle sends its whole state again with every commit of SCORM 2004, and when a page closes in a
 * beacon of at most 64 KiB: over it, the end of the session is refused (docs/lms/moodle.md, "When it
 * saves"). So everything that goes into a list has its room, in bytes of that beacon.
 */

/** What a beacon may carry (Fetch standard, 4.6, "inflight keep-alive bytes"). */
export const BEACON = 64 * 1024;
/** Set aside for a record of 3,000 characters, all single elements, and Moodle's own parameters. */
const ASIDE = 6_600;
/** An entry of `cmi.objectives`: one of a lesson, with its name; one of an objective. */
const LESSON = 700;
const OBJECTIVE = 285;
/** An answer in the final assessment: with a short text, and as much as it ever takes. */
const FINAL_SHORT = 1_190;
const FINAL_LONG = 1_450;
/** Any other answer. */
const LEAN = 600;
/** So many answers in lessons come before objectives that are told one by one. */
const LEAST_ANSWERS = 6;
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
  /** How many answers of a sitting have the room of a final one; those that follow have less. */
  readonly finalQuestions: number;
  readonly decidingQuestions: number;
}

/**
 * Shares the beacon out: the final assessment first, in full, and what decides it; then what each
 * lesson came to, some answers in lessons, each objective; what is left, for more of all answers.
 */
export function shareRoom(extent: Extent): Rooms {
  const { finalQuestions, decidingQuestions, lessons, objectives } = extent;
  const afterLessons = BEACON - ASIDE - lessons * LESSON;
  const afterDeciding = afterLessons - decidingQuestions * LEAN;
  const count = Math.max(1, finalQuestions);
  const short = Math.min(FINAL_SHORT, Math.floor(afterDeciding / count));
  const spare = Math.max(0, afterDeciding - finalQuestions * short - LEAST_ANSWERS * LEAN);
  const objective = objectives * OBJECTIVE <= spare ? OBJECTIVE : 0;
  const left = spare - objectives * objective;
  return {
    lesson: LESSON,
    objective,
    final: Math.min(FINAL_LONG, short + Math.floor(left / 2 / count)),
    answer: LEAN,
    answers: afterLessons - objectives * objective,
    finalQuestions,
    decidingQuestions,
  };
}

/** Bytes of so many answers of the final assessment. */
export function bytesOfFinals(rooms: Rooms, count: number): number {
  const full = Math.min(count, rooms.finalQuestions);
  return full * rooms.final + (count - full) * rooms.answer;
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
