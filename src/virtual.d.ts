/** Modules made by `src/content/vite-plugin.ts`. */
declare module 'virtual:course' {
  import type { Component } from 'svelte';
  import type { LessonContent } from '#src/course/course.ts';
  import type { PackedOutline } from '#src/course/outline-pack.ts';
  import type { CourseConfig } from '#src/course/schemas.ts';
  import type { Question } from '#src/questions/registry.ts';

  export const reporting: CourseConfig['reporting'];
  export const packedOutline: PackedOutline;
  /** In the outline's order. */
  export const lessonLoaders: readonly (() => Promise<{
    Text: Component;
    content: LessonContent<Question>;
  }>)[];
}
