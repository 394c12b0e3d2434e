import type { BitReader, BitWriter } from '#src/course/bits.ts';
import type { Bookmark } from '#src/course/progress.ts';
import { readRound, writeRound } from './aside.ts';

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
  writeRound(writer, bookmark);
}

export function readBookmark(reader: BitReader, version: number): Bookmark | undefined {
  const place = PLACES[reader.bits(version === 1 ? 2 : 3)];
  if (place === undefined) throw new RangeError('no such place');
  if (place === 'none') return undefined;
  if (place === 'assessment') return { place };
  const lesson = reader.integer(4);
  if (place === 'lesson') return { place, lesson, part: reader.integer(3) };
  if (place === 'lab') return { place, lesson, lab: reader.integer(4) };
  return readRound(reader, lesson);
}
