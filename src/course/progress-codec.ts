import { BitReader, BitWriter, checksum } from './bits.ts';
import type { LabRun } from './lab.ts';
import {
  bookmarkedLesson,
  LESSON_STATES,
  type AssessmentProgress,
  type Bookmark,
  type LessonProgress,
  type Progress,
  type QuestionProgress,
  type SavedResponse,
  type SittingItem,
} from './progress.ts';
import { FULL_CREDIT, type Credit } from './question.ts';

/*
 * The saved form of Progress: version, detail, fields, checksum, in base64url. It must outlive
 * releases: a change of layout is a new VERSION, and the decoder of every released one stays,
 * with a sample of it in `tests/fixtures/progress/`.
 */

const VERSION = 2;
/** Version 1 knew neither labs nor a final assessment. */
const READABLE: readonly number[] = [1, VERSION];
const CHECKSUM_LENGTH = 4;

/**
 * Longest record: SCORM 1.2 guarantees 4,096 characters of suspend data (RTE 3.4.4), of which
 * a tracker may need a few of its own.
 */
export const RECORD_BUDGET = 4080;

/**
 * How much a record keeps, from everything to the least. A longer course falls back step by step:
 * responses go first, then days and exact counts; results, completion and bookmark never.
 */
const DETAILS = ['all', 'responses-here', 'no-responses', 'results'] as const;
type Detail = (typeof DETAILS)[number];

const ATTEMPTS_KEPT = 3;
const PARTS_KEPT = 7;

/** The fullest record that fits the budget (in characters). */
export function encodeProgress(progress: Progress, budget = RECORD_BUDGET): string {
  for (const detail of DETAILS) {
    const record = encodeWith(progress, detail);
    if (record.length <= budget) return record;
  }
  return encodeWith({ ...progress, bookmark: withoutDraft(progress.bookmark) }, 'results');
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
  const text = writer.text();
  return text + checksum(text);
}

function decodeFields(reader: BitReader): Decoded {
  const version = reader.bits(4);
  if (!READABLE.includes(version)) {
    const reads = READABLE.join(' and ');
    return {
      ok: false,
      reason: `The saved record has version ${version}; this course reads ${reads}.`,
    };
  }
  const detail = DETAILS[reader.bits(2)] ?? 'all';
  const fields = {
    seed: reader.bits(16),
    bestScore: reader.bits(7),
    completed: reader.flag(),
    passed: reader.flag(),
    bookmark: readBookmark(reader, version),
  };
  const lessons = readLessons(reader, detail);
  if (version === 1) return { ok: true, progress: { ...fields, lessons } };
  const assessment = readAssessment(reader, detail);
  return { ok: true, progress: { ...fields, lessons, assessment, runs: readRuns(reader) } };
}

// --- bookmark -------------------------------------------------------------------------------

const PLACES = ['none', 'lesson', 'quiz', 'assessment', 'lab'] as const;

function writeBookmark(writer: BitWriter, bookmark: Bookmark | undefined): void {
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

function readBookmark(reader: BitReader, version: number): Bookmark | undefined {
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

function withoutDraft(bookmark: Bookmark | undefined): Bookmark | undefined {
  return bookmark?.place === 'quiz' ? { ...bookmark, draft: undefined } : bookmark;
}

// --- lessons --------------------------------------------------------------------------------

/** A bit for every number up to the highest, then the lesson where it is set. */
function writeLessons(writer: BitWriter, progress: Progress, detail: Detail): void {
  const highest = Math.max(0, ...progress.lessons.keys());
  writer.integer(highest, 6);
  const bookmarked = bookmarkedLesson(progress);
  let questionsBefore = 0;
  for (let number = 1; number <= highest; number++) {
    const lesson = progress.lessons.get(number);
    writer.flag(lesson !== undefined);
    if (!lesson) continue;
    const responses = detail === 'all' || (detail === 'responses-here' && bookmarked === number);
    questionsBefore = writeLesson(writer, lesson, detail, responses, questionsBefore);
  }
}

function readLessons(reader: BitReader, detail: Detail): Map<number, LessonProgress> {
  const lessons = new Map<number, LessonProgress>();
  const highest = reader.integer(6);
  let questionsBefore = 0;
  for (let number = 1; number <= highest; number++) {
    if (!reader.flag()) continue;
    const partsRead = detail === 'results' ? reader.bits(3) : reader.integer(3);
    const state = LESSON_STATES[reader.bits(2)];
    if (state === undefined) throw new RangeError('no such lesson state');
    const clearedOn =
      detail !== 'results' && state === 'cleared' && reader.flag() ? reader.integer(6) : undefined;
    const highestQuestion = reader.flag() ? questionsBefore : reader.integer(4);
    const questions = readQuestions(reader, detail, highestQuestion);
    lessons.set(number, { partsRead, state, clearedOn, questions });
    questionsBefore = highestQuestion;
  }
  return lessons;
}

/** Returns the lesson's highest question number, which the next lesson often shares. */
function writeLesson(
  writer: BitWriter,
  lesson: LessonProgress,
  detail: Detail,
  responses: boolean,
  questionsBefore: number,
): number {
  if (detail === 'results') writer.bits(Math.min(lesson.partsRead, PARTS_KEPT), 3);
  else writer.integer(lesson.partsRead, 3);
  writer.bits(LESSON_STATES.indexOf(lesson.state), 2);
  if (detail !== 'results' && lesson.state === 'cleared') {
    writer.flag(lesson.clearedOn !== undefined);
    if (lesson.clearedOn !== undefined) writer.integer(lesson.clearedOn, 6);
  }
  const highest = Math.max(0, ...lesson.questions.keys());
  writer.flag(highest === questionsBefore);
  if (highest !== questionsBefore) writer.integer(highest, 4);
  for (let number = 1; number <= highest; number++) {
    writeQuestion(writer, lesson.questions.get(number), detail, responses);
  }
  return highest;
}

// --- final assessment -----------------------------------------------------------------------

function writeAssessment(
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

function readAssessment(reader: BitReader, detail: Detail): AssessmentProgress | undefined {
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

// --- labs -----------------------------------------------------------------------------------

function writeRuns(writer: BitWriter, { runs = [], bookmark }: Progress, detail: Detail): void {
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

function readRuns(reader: BitReader): readonly LabRun[] | undefined {
  const runs = list(reader.integer(3), () => ({
    lesson: reader.integer(4),
    lab: reader.integer(4),
    run: reader.integer(2),
    fingerprint: reader.bits(8),
    decisions: list(reader.integer(4), () => reader.integer(4)),
  }));
  return runs.length === 0 ? undefined : runs;
}

// --- questions ------------------------------------------------------------------------------

/**
 * Sixteen symbols: unanswered, or one of 5 credits × 1, 2, "3 or more" attempts.
 * All but the shortest records add the exact count to the last.
 */
function writeQuestion(
  writer: BitWriter,
  question: QuestionProgress | undefined,
  detail: Detail,
  responses: boolean,
): void {
  if (!question) return writer.bits(0, 4);
  const attempts = Math.min(question.attempts, ATTEMPTS_KEPT);
  writer.bits(1 + question.credit * ATTEMPTS_KEPT + (attempts - 1), 4);
  if (detail === 'results') return;
  if (attempts === ATTEMPTS_KEPT) writer.integer(question.attempts - ATTEMPTS_KEPT, 3);
  if (hasResponses(detail)) writeResponse(writer, responses ? question.response : undefined);
}

function readQuestions(
  reader: BitReader,
  detail: Detail,
  highest: number,
): Map<number, QuestionProgress> {
  const questions = new Map<number, QuestionProgress>();
  for (let number = 1; number <= highest; number++) {
    const symbol = reader.bits(4) - 1;
    if (symbol < 0) continue;
    const credit = toKnownCredit(Math.floor(symbol / ATTEMPTS_KEPT));
    let attempts = (symbol % ATTEMPTS_KEPT) + 1;
    if (detail !== 'results' && attempts === ATTEMPTS_KEPT) attempts += reader.integer(3);
    const response = hasResponses(detail) ? readResponse(reader) : undefined;
    questions.set(number, { credit, attempts, response });
  }
  return questions;
}

function toKnownCredit(value: number): Credit {
  if (value > FULL_CREDIT) throw new RangeError('no such credit');
  return value as Credit;
}

function hasResponses(detail: Detail): boolean {
  return detail === 'all' || detail === 'responses-here';
}

function writeResponse(writer: BitWriter, response: SavedResponse | undefined): void {
  writer.flag(response !== undefined);
  if (!response) return;
  writer.bits(response.fingerprint, 8);
  writer.integer(response.code.length, 3);
  for (const value of response.code) writer.integer(value, 3);
}

function readResponse(reader: BitReader): SavedResponse | undefined {
  if (!reader.flag()) return undefined;
  const fingerprint = reader.bits(8);
  const code = list(reader.integer(3), () => reader.integer(3));
  return { fingerprint, code };
}

/** @throws RangeError through `item`, long before a mad length does harm. */
function list<T>(length: number, item: () => T): T[] {
  const items: T[] = [];
  for (let i = 0; i < length; i++) items.push(item());
  return items;
}
