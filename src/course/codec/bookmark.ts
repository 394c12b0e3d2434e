import type { BitReader, BitWriter } from '#src/course/bits.ts';
import type { Bookmark } from '#src/course/progress.ts';
import { list, readResponse, writeResponse } from './response.ts';

const PLACES = ['none', 'lesson', 'quiz', 'assessment', 'lab'] as const;

export function writeBookmark(writer: BitWriter, bookmark: Bookmark | undefined): void {
  writer.bits(PLACES.indexOf(bookmark?.place ?? 'none'), 3);
  if (!bookmark || bookmark.place === 'assessment') return;
  writer.integer(bookmark.lesson, 4);
  if (bookmark.place === 'lesson') {
    writer.integer(bookmark.part, 3);
    return;
  }
  if (bookmark.place === 'lab') {
    writer.integer(bookmark.lab, 4);
    return;
  }
  writer.integer(bookmark.round, 2);
  writer.integer(bookmark.question, 4);
  writer.integer(bookmark.answered.length, 4);
  for (const question of bookmark.answered) writer.integer(question, 4);
  writeResponse(writer, bookmark.draft);
}

export function readBookmark(reader: BitReader, version: number): Bookmark | undefined {
  const place = PLACES[reader.bits(version === 1 ? 2 : 3)];
  if (place === undefined) throw new RangeError('no such place');
  if (place === 'none') return undefined;
  if (place === 'assessment') return { place };
  const lesson = reader.integer(4);
  if (place === 'lesson') return { place, lesson, part: reader.integer(3) };
  if (place === 'lab') return { place, lesson, lab: reader.integer(4) };
  const round = reader.integer(2);
  const question = reader.integer(4);
  const answered = list(reader.integer(4), () => reader.integer(4));
  return { place, lesson, round, question, answered, draft: readResponse(reader) };
}

export function withoutDraft(bookmark: Bookmark | undefined): Bookmark | undefined {
  return bookmark?.place === 'quiz' ? { ...bookmark, draft: undefined } : bookmark;
}
