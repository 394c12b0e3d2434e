import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeProgress } from './progress-codec.ts';
import type { LessonProgress, Progress, QuestionProgress } from './progress.ts';

/*
 * Records as released versions of the course saved them, one file for each version of the layout.
 * They lie in the LMSs of the world: records are added here, never changed and never removed.
 */

const FOLDER = new URL('../../tests/fixtures/progress/', import.meta.url);

interface Sample {
  readonly name: string;
  readonly record: string;
  /** Progress with its maps written as objects. */
  readonly progress: Omit<Progress, 'lessons'> & {
    readonly lessons: Readonly<
      Record<
        string,
        Omit<LessonProgress, 'questions'> & {
          readonly questions: Readonly<Record<string, QuestionProgress>>;
        }
      >
    >;
  };
}

function samplesOf(file: string): readonly Sample[] {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as readonly Sample[];
}

function byNumber<T>(entries: Readonly<Record<string, T>>): Map<number, T> {
  return new Map(Object.entries(entries).map(([number, value]) => [Number(number), value]));
}

function toProgress({ progress }: Sample): Progress {
  const lessons = Object.entries(progress.lessons).map(
    ([number, lesson]): [number, LessonProgress] => [
      Number(number),
      { ...lesson, questions: byNumber(lesson.questions) },
    ],
  );
  return { ...progress, lessons: new Map(lessons) };
}

describe.each(readdirSync(FOLDER))('records of %s', (file) => {
  it.each(samplesOf(file))('still read: $name', (sample) => {
    expect(decodeProgress(sample.record)).toEqual({ ok: true, progress: toProgress(sample) });
  });
});
