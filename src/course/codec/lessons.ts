import type { BitReader, BitWriter } from '#src/course/bits.ts';
import {
  bookmarkedLesson,
  LESSON_STATES,
  type LessonProgress,
  type Progress,
  type QuestionProgress,
} from '#src/course/progress.ts';
import { hasResponses, type Detail } from './detail.ts';
import { readResponse, toKnownCredit, writeResponse } from './response.ts';

const ATTEMPTS_KEPT = 3;
const PARTS_KEPT = 7;

/** A bit for every number up to the highest, then the lesson where it is set. */
export function writeLessons(writer: BitWriter, progress: Progress, detail: Detail): void {
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

export function readLessons(reader: BitReader, detail: Detail): Map<number, LessonProgress> {
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
