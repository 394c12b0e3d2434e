import type { BitReader, BitWriter } from '#src/course/bits.ts';
import type { AssessmentProgress, SittingItem } from '#src/course/progress.ts';
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
  const keepsResponses = hasResponses(detail);
  writer.integer(finished, 2);
  writer.bits(best, 7);
  writer.integer(sitting.view, 4);
  writeResponse(writer, keepsResponses ? sitting.draft : undefined);
  writer.integer(sitting.items.length, 4);
  for (const { lesson, question, credit, response } of sitting.items) {
    writer.integer(lesson, 4);
    writer.integer(question, 4);
    writer.flag(credit !== undefined);
    if (credit === undefined) continue;
    writer.bits(credit, 3);
    if (keepsResponses) writeResponse(writer, response);
  }
}

export function readAssessment(reader: BitReader, detail: Detail): AssessmentProgress | undefined {
  if (!reader.flag()) return undefined;
  const finished = reader.integer(2);
  const best = reader.bits(7);
  const view = reader.integer(4);
  const draft = readResponse(reader);
  const items = list(reader.integer(4), () => readItem(reader, detail));
  return { finished, best, sitting: { items, view, draft } };
}

function readItem(reader: BitReader, detail: Detail): SittingItem {
  const item = { lesson: reader.integer(4), question: reader.integer(4) };
  if (!reader.flag()) return item;
  const credit = toKnownCredit(reader.bits(3));
  return { ...item, credit, response: hasResponses(detail) ? readResponse(reader) : undefined };
}
