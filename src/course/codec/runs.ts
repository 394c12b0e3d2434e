import type { BitReader, BitWriter } from '#src/course/bits.ts';
import type { LabRun } from '#src/course/lab.ts';
import type { Progress } from '#src/course/progress.ts';
import { hasResponses, type Detail } from './detail.ts';
import { list } from './response.ts';

export function writeRuns(
  writer: BitWriter,
  { runs = [], bookmark }: Progress,
  detail: Detail,
): void {
  const isHere = ({ lesson, lab }: LabRun) =>
    bookmark?.place === 'lab' && bookmark.lesson === lesson && bookmark.lab === lab;
  const kept = detail === 'all' ? runs : runs.filter((run) => hasResponses(detail) && isHere(run));
  writer.integer(kept.length, 3);
  for (const { lesson, lab, run, fingerprint, decisions } of kept) {
    writer.integer(lesson, 4);
    writer.integer(lab, 4);
    writer.integer(run, 2);
    writer.bits(fingerprint, 8);
    writer.integer(decisions.length, 4);
    for (const decision of decisions) writer.integer(decision, 4);
  }
}

export function readRuns(reader: BitReader): readonly LabRun[] | undefined {
  const runs = list(reader.integer(3), () => ({
    lesson: reader.integer(4),
    lab: reader.integer(4),
    run: reader.integer(2),
    fingerprint: reader.bits(8),
    decisions: list(reader.integer(4), () => reader.integer(4)),
  }));
  return runs.length === 0 ? undefined : runs;
}
