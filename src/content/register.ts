import * as v from 'valibot';
import { checksum } from '#src/course/bits.ts';

/**
 * `lessons/ids.json`: the append-only register that gives every lesson and question a small
 * permanent number. Saved progress is keyed by it, so an entry is never removed, renumbered or
 * reused, also when its lesson or question is gone. The seal tells an edit by hand.
 */
export interface Register {
  readonly lessons: Readonly<Record<string, RegisteredLesson>>;
}

export interface RegisteredLesson {
  readonly number: number;
  readonly questions: Readonly<Record<string, number>>;
}

export const EMPTY_REGISTER: Register = { lessons: {} };

/** Ids that the register must hold: lesson id → question ids. */
export type Wanted = ReadonlyMap<string, readonly string[]>;

const registerSchema = v.strictObject({
  comment: v.string(),
  seal: v.string(),
  lessons: v.record(
    v.string(),
    v.strictObject({ number: v.number(), questions: v.record(v.string(), v.number()) }),
  ),
});

export type ReadRegister =
  | { readonly register: Register; readonly flaw: undefined }
  | { readonly register: undefined; readonly flaw: string };

/** Reads the text of `ids.json`; a `flaw` says in a sentence why it can't be trusted. */
export function readRegister(text: string): ReadRegister {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { register: undefined, flaw: 'The register of ids is not valid JSON.' };
  }
  const parsed = v.safeParse(registerSchema, value);
  if (!parsed.success) {
    return { register: undefined, flaw: 'The register of ids does not have its usual shape.' };
  }
  const register: Register = { lessons: parsed.output.lessons };
  const reused = firstReused(register);
  if (reused) return { register: undefined, flaw: reused };
  if (parsed.output.seal !== sealOf(register)) {
    return { register: undefined, flaw: 'The register of ids was changed by hand.' };
  }
  return { register, flaw: undefined };
}

/** The register with every wanted id in it; what it has stays as it is. */
export function extendRegister(register: Register, wanted: Wanted): Register {
  const lessons: Record<string, RegisteredLesson> = { ...register.lessons };
  for (const [lesson, questions] of wanted) {
    const known = lessons[lesson] ?? { number: nextNumber(numbersOf(lessons)), questions: {} };
    const numbers: Record<string, number> = { ...known.questions };
    for (const question of questions) {
      numbers[question] ??= nextNumber(Object.values(numbers));
    }
    lessons[lesson] = { number: known.number, questions: numbers };
  }
  return { lessons };
}

/**
 * The register with the number of an id under a new one: `[lesson]`, or `[lesson, question]`.
 * Undefined where it has no such id, or has the new one already.
 */
export function renameIn(
  { lessons }: Register,
  [lesson = '', question]: readonly string[],
  to: string,
): Register | undefined {
  const known = lessons[lesson];
  if (!known) return undefined;
  if (question === undefined) {
    const renamed = renamedKey(lessons, lesson, to);
    return renamed && { lessons: renamed };
  }
  const questions = renamedKey(known.questions, question, to);
  return questions && { lessons: { ...lessons, [lesson]: { ...known, questions } } };
}

function renamedKey<T>(entries: Readonly<Record<string, T>>, from: string, to: string) {
  if (!Object.hasOwn(entries, from) || Object.hasOwn(entries, to)) return undefined;
  return Object.fromEntries(
    Object.entries(entries).map(([id, entry]) => [id === from ? to : id, entry]),
  );
}

/** The text of `ids.json`. */
export function writeRegister(register: Register): string {
  const file = {
    comment:
      'Permanent numbers of lessons and questions. Written by `npm run check -- --fix`; never edit, never remove: learners’ saved progress depends on it.',
    seal: sealOf(register),
    lessons: register.lessons,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function nextNumber(used: readonly number[]): number {
  return Math.max(0, ...used) + 1;
}

function numbersOf(lessons: Register['lessons']): number[] {
  return Object.values(lessons).map(({ number }) => number);
}

function firstReused(register: Register): string | undefined {
  const lesson = firstRepeated(numbersOf(register.lessons));
  if (lesson !== undefined) return `Two lessons in the register of ids have the number ${lesson}.`;
  for (const [id, { questions }] of Object.entries(register.lessons)) {
    const question = firstRepeated(Object.values(questions));
    if (question !== undefined) {
      return `Two questions of “${id}” in the register of ids have the number ${question}.`;
    }
  }
  return undefined;
}

function firstRepeated(numbers: readonly number[]): number | undefined {
  return numbers.find((number, index) => numbers.indexOf(number) !== index);
}

/** Independent of key order, so that a formatter may touch the file. */
function sealOf({ lessons }: Register): string {
  const entries = Object.entries(lessons).flatMap(([lesson, { number, questions }]) => [
    `${lesson}=${number}`,
    ...Object.entries(questions).map(([id, own]) => `${lesson}/${id}=${own}`),
  ]);
  return checksum(entries.sort().join('\n'));
}
