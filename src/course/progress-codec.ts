import { BitReader, BitWriter, checksum } from './bits.ts';
import { readAssessment, writeAssessment } from './codec/assessment.ts';
import { readAside, readBookmarkedDraft, writeAside } from './codec/aside.ts';
import { readBookmark, writeBookmark } from './codec/bookmark.ts';
import { DETAILS, type Detail } from './codec/detail.ts';
import { readLessons, writeLessons } from './codec/lessons.ts';
import { readRuns, writeRuns } from './codec/runs.ts';
import type { Progress } from './progress.ts';

/*
 * The saved form of Progress: version, detail, fields, checksum, in base64url. It must outlive
 * releases: a change of layout is a new VERSION, and the decoder of every released one stays,
 * with a sample of it in `tests/fixtures/progress/`.
 */

const VERSION = 4;
/**
 * Version 1 knew neither labs nor a final assessment; up to version 2 a round and its draft were
 * kept only while the quiz was in view; up to version 3 a sitting had neither a reserve nor parts to
 * read again, and nothing told what earlier ones had asked.
 */
const READABLE: readonly number[] = [1, 2, 3, VERSION];
const CHECKSUM_LENGTH = 4;

/**
 * Longest record: SCORM 1.2 guarantees 4,096 characters of suspend data (RTE 3.4.4), of which
 * a tracker may need a few of its own.
 */
export const RECORD_BUDGET = 4080;

/** The fullest record that fits the budget (in characters). */
export function encodeProgress(progress: Progress, budget = RECORD_BUDGET): string {
  for (const detail of DETAILS) {
    const record = encodeWith(progress, detail);
    if (record.length <= budget) return record;
  }
  return encodeWith({ ...progress, rounds: undefined, drafts: undefined }, 'results');
}

export type Decoded =
  | { readonly ok: true; readonly progress: Progress }
  /** `reason` is for support. */
  | { readonly ok: false; readonly reason: string };

/** Reads a record; never throws. Whatever was damaged, even one character, is refused whole. */
export function decodeProgress(record: string): Decoded {
  const text = record.slice(0, -CHECKSUM_LENGTH);
  if (checksum(text) !== record.slice(-CHECKSUM_LENGTH)) {
    return { ok: false, reason: 'The checksum of the saved record does not fit.' };
  }
  try {
    return decodeFields(new BitReader(text));
  } catch (error) {
    return { ok: false, reason: `The saved record ends early or is malformed (${String(error)}).` };
  }
}

function encodeWith(progress: Progress, detail: Detail): string {
  const writer = new BitWriter();
  writer.bits(VERSION, 4);
  writer.bits(DETAILS.indexOf(detail), 2);
  writer.bits(progress.seed, 16);
  writer.bits(Math.round(progress.bestScore), 7);
  writer.flag(progress.completed);
  writer.flag(progress.passed);
  writeBookmark(writer, progress.bookmark);
  writeLessons(writer, progress, detail);
  writeAssessment(writer, progress.assessment, detail);
  writeRuns(writer, progress, detail);
  writeAside(writer, progress, detail);
  const text = writer.text();
  return text + checksum(text);
}

function decodeFields(reader: BitReader): Decoded {
  const version = reader.bits(4);
  if (!READABLE.includes(version)) {
    const reads = READABLE.join(', ');
    return {
      ok: false,
      reason: `The saved record has version ${version}; this course reads ${reads}.`,
    };
  }
  const detail = DETAILS[reader.bits(2)] ?? 'all';
  const start = {
    seed: reader.bits(16),
    bestScore: reader.bits(7),
    completed: reader.flag(),
    passed: reader.flag(),
    bookmark: readBookmark(reader, version),
  };
  const drafts = version < 3 ? readBookmarkedDraft(reader, start.bookmark) : undefined;
  const fields = { ...start, drafts, lessons: readLessons(reader, detail) };
  if (version === 1) return { ok: true, progress: fields };
  const assessment = readAssessment(reader, detail, version);
  const all = { ...fields, assessment, runs: readRuns(reader) };
  return { ok: true, progress: version < 3 ? all : { ...all, ...readAside(reader) } };
}
