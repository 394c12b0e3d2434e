import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diskReader } from '#src/content/disk-reader.ts';
import { loadCourse } from '#src/content/load-course.ts';
import { FULL_CREDIT } from '#src/course/question.ts';
import { kindOf, type Question } from '#src/questions/registry.ts';

/** What people type: by `lesson/question`, answers that a teacher takes and answers that none does. */
const TYPED = JSON.parse(
  readFileSync(new URL('../fixtures/short-answers.json', import.meta.url), 'utf8'),
) as Record<string, { right: string[]; wrong: string[] }>;

const course = (await loadCourse(diskReader('lessons'))).loaded?.course;

function questionAt(place: string): Question {
  const [lessonId, id] = place.split('/');
  const lesson = course?.lessons.find((one) => one.id === lessonId);
  const question = [...(lesson?.questions ?? []), ...(lesson?.checks ?? [])].find(
    (one) => one.id === id,
  );
  if (question?.kind !== 'short-answer') throw new Error(`${place} is no short answer.`);
  return question;
}

const isTaken = (place: string) => (text: string) =>
  kindOf(questionAt(place)).score(questionAt(place), text) === FULL_CREDIT;

describe('the short answers of the course', () => {
  const all = Object.entries(TYPED);

  it('take at least 198 of 200 sensible answers, as typed by people', () => {
    const typed = all.flatMap(([place, { right }]) => right.map((text) => ({ place, text })));
    const refused = typed.filter(({ place, text }) => !isTaken(place)(text));
    expect(typed.length).toBeGreaterThanOrEqual(200);
    expect(refused.length, JSON.stringify(refused)).toBeLessThanOrEqual(2);
  });

  it.each(all)('take no wrong one: %s', (place, { wrong }) => {
    expect(wrong.filter(isTaken(place))).toEqual([]);
  });
});
