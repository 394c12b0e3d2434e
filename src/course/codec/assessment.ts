import type { BitReader, BitWriter } from '#src/course/bits.ts';
import type { AssessmentProgress, ItemRef, SittingItem } from '#src/course/progress.ts';
import { hasResponses, type Detail } from './detail.ts';
import { list, readResponse, toKnownCredit, writeResponse } from './response.ts';

export function writeAssessment(
  writer: BitWriter,
  assessment: AssessmentProgress | undefined,
  detail: Detail,
): void {
  writer.flag(assessment !== undefined);
  if (!assessment) return;
  const { finished, best, sitting } = assessment;
  writer.integer(finished, 2);
  writer.bits(best, 7);
  writeHistory(writer, assessment);
  writer.integer(sitting.view, 4);
  writeResponse(writer, hasResponses(detail) ? sitting.draft : undefined);
  writer.integer(sitting.items.length, 4);
  for (const item of sitting.items) writeItem(writer, item, detail);
  writeRefs(writer, sitting.reserve ?? []);
}

/** Up to version 3 it told of the sittings before only how many, and the best. */
export function readAssessment(
  reader: BitReader,
  detail: Detail,
  version: number,
): AssessmentProgress | undefined {
  if (!reader.flag()) return undefined;
  const finished = reader.integer(2);
  const best = reader.bits(7);
  const history = version < 4 ? {} : readHistory(reader);
  const view = reader.integer(4);
  const draft = readResponse(reader);
  const items = list(reader.integer(4), () => readItem(reader, detail, version));
  const reserve = version < 4 ? undefined : unlessEmpty(readRefs(reader));
  return { finished, best, ...history, sitting: { items, view, draft, reserve } };
}

function writeHistory(
  writer: BitWriter,
  { passed, endedAt, asked = [] }: AssessmentProgress,
): void {
  writer.flag(passed === true);
  writer.flag(endedAt !== undefined);
  if (endedAt !== undefined) writer.integer(endedAt, 6);
  writeAsked(writer, asked);
}

function readHistory(reader: BitReader): Partial<AssessmentProgress> {
  const passed = reader.flag() || undefined;
  const endedAt = reader.flag() ? reader.integer(6) : undefined;
  return { passed, endedAt, asked: unlessEmpty(readAsked(reader)) };
}

function writeItem(
  writer: BitWriter,
  { lesson, question, credit, response, part }: SittingItem,
  detail: Detail,
): void {
  writer.integer(lesson, 4);
  writer.integer(question, 4);
  writer.flag(credit !== undefined);
  if (credit === undefined) return;
  writer.bits(credit, 3);
  writer.flag(part !== undefined);
  if (part !== undefined) writer.integer(part, 3);
  if (hasResponses(detail)) writeResponse(writer, response);
}

function readItem(reader: BitReader, detail: Detail, version: number): SittingItem {
  const item = { lesson: reader.integer(4), question: reader.integer(4) };
  if (!reader.flag()) return item;
  const credit = toKnownCredit(reader.bits(3));
  const part = version >= 4 && reader.flag() ? reader.integer(3) : undefined;
  const response = hasResponses(detail) ? readResponse(reader) : undefined;
  return { ...item, credit, response, part };
}

function writeRefs(writer: BitWriter, refs: readonly ItemRef[]): void {
  writer.integer(refs.length, 4);
  for (const { lesson, question } of refs) {
    writer.integer(lesson, 4);
    writer.integer(question, 4);
  }
}

function readRefs(reader: BitReader): ItemRef[] {
  return list(reader.integer(4), () => ({
    lesson: reader.integer(4),
    question: reader.integer(4),
  }));
}

/** For each lesson a bit for every question up to the highest: three sittings may ask all there is. */
function writeAsked(writer: BitWriter, asked: readonly ItemRef[]): void {
  const lessons = new Map<number, Set<number>>();
  for (const { lesson, question } of asked) {
    lessons.set(lesson, (lessons.get(lesson) ?? new Set()).add(question));
  }
  writer.integer(lessons.size, 4);
  for (const [lesson, questions] of lessons) {
    const highest = Math.max(...questions);
    writer.integer(lesson, 4);
    writer.integer(highest, 4);
    for (let number = 1; number <= highest; number++) writer.flag(questions.has(number));
  }
}

/** In the order of their numbers. */
function readAsked(reader: BitReader): ItemRef[] {
  return list(reader.integer(4), () => {
    const lesson = reader.integer(4);
    const flags = list(reader.integer(4), () => reader.flag());
    return flags.flatMap((isSet, index) => (isSet ? [{ lesson, question: index + 1 }] : []));
  }).flat();
}

function unlessEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
