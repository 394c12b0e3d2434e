import { createContext } from 'svelte';
import type { LessonContent } from '#src/course/course.ts';
import type { LessonOutline } from '#src/course/outline.ts';
import type { Question } from '#src/questions/registry.ts';

/** The lesson that a component stands in. */
export interface LessonInView {
  readonly outline: LessonOutline;
  readonly content: LessonContent<Question>;
}

export const [lessonInView, provideLesson] = createContext<LessonInView>();
