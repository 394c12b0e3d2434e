/** Modules made by `src/content/vite-plugin.ts`. */
declare module 'virtual:course' {
  import type { Component } from 'svelte';
  import type { ExamContent, LessonContent } from '#src/course/course.ts';
  import type { BankItem } from '#src/course/outline.ts';
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
  export const loadBank: () => Promise<{
    bank: readonly BankItem[];
    /** Questions for the assessment of the lessons that have some, by the lessons' numbers. */
    examLoaders: ReadonlyMap<number, () => Promise<{ content: ExamContent<Question> }>>;
  }>;
}

declare module 'virtual:glossary' {
  import type { GlossaryEntry } from '#src/course/outline.ts';

  /** In alphabetical order. */
  export const glossary: readonly GlossaryEntry[];
}
