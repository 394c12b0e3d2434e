import type { BitReader, BitWriter } from '#src/course/bits.ts';
import type { Bookmark, Draft, Progress, Round } from '#src/course/progress.ts';
import type { Detail } from './detail.ts';
import { list, readResponse, writeResponse } from './response.ts';

/** What was begun and left: all of it, or of each kind the newest where the record is short. */
export function writeAside(
  writer: BitWriter,
  { rounds = [], drafts = [] }: Progress,
  detail: Detail,
): void {
  const first = detail === 'all' ? 0 : -1;
  const keptRounds = rounds.slice(first);
  writer.integer(keptRounds.length, 2);
  for (const round of keptRounds) {
    writer.integer(round.lesson, 4);
    writeRound(writer, round);
  }
  const keptDrafts = drafts.slice(first);
  writer.integer(keptDrafts.length, 2);
  for (const { lesson, question, response } of keptDrafts) {
    writer.integer(lesson, 4);
    writer.integer(question, 4);
    writeResponse(writer, response);
  }
}

export function readAside(reader: BitReader): Pick<Progress, 'rounds' | 'drafts'> {
  const rounds = list(reader.integer(2), () => readRound(reader, reader.integer(4)));
  const drafts = list(reader.integer(2), () => {
    const [lesson, question] = [reader.integer(4), reader.integer(4)];
    return draft(lesson, question, readResponse(reader));
  }).flat();
  return { rounds: unlessEmpty(rounds), drafts: unlessEmpty(drafts) };
}

/** Up to version 2 the bookmark of a quiz ended in the draft of the question in view. */
export function readBookmarkedDraft(
  reader: BitReader,
  bookmark: Bookmark | undefined,
): readonly Draft[] | undefined {
  if (bookmark?.place !== 'quiz') return undefined;
  return unlessEmpty(draft(bookmark.lesson, bookmark.question, readResponse(reader)));
}

/** Without its lesson. */
export function writeRound(writer: BitWriter, { round, question, answered }: Round): void {
  writer.integer(round, 2);
  writer.integer(question, 4);
  writer.integer(answered.length, 4);
  for (const number of answered) writer.integer(number, 4);
}

export function readRound(reader: BitReader, lesson: number): Round {
  const round = reader.integer(2);
  const question = reader.integer(4);
  const answered = list(reader.integer(4), () => reader.integer(4));
  return { place: 'quiz', lesson, round, question, answered };
}

function draft(lesson: number, question: number, response: Draft['response'] | undefined): Draft[] {
  return response ? [{ lesson, question, response }] : [];
}

function unlessEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
