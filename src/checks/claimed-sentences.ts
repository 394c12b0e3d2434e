import type { Lesson } from '#src/course/course.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Sentence } from '#src/content/prose.ts';
import { sourceMark } from './source-mark.ts';

/** Sentences that claims speak of: running text. Headings and the words of drawings repeat it. */
export function claimable({ texts }: LoadedCourse, { folder }: Lesson): readonly Sentence[] {
  return texts.get(folder)?.prose.filter(({ kind }) => kind === 'text') ?? [];
}

/**
 * Sentences that begin with those words. Where one says just that and no more, it alone is meant,
 * however many go on. Sentences that are word for word the same count as one.
 */
export function beginningWith(says: string, sentences: readonly Sentence[]): readonly Sentence[] {
  const begun = sentences.filter(({ text }) => text.startsWith(says));
  const whole = begun.filter(({ text }) => text === says);
  return whole.length > 0 ? whole : begun;
}

/** Sentences of a lesson that need a source, and that its claims do not name. */
export function unclaimed(loaded: LoadedCourse, lesson: Lesson): readonly Sentence[] {
  const sentences = claimable(loaded, lesson);
  const claimed = new Set(
    lesson.claims.flatMap(({ says }) => says.flatMap((start) => beginningWith(start, sentences))),
  );
  return sentences.filter(
    (sentence) => !claimed.has(sentence) && sourceMark(sentence.text) !== undefined,
  );
}
