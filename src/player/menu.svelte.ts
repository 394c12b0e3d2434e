import { createContext } from 'svelte';
import type { LabContent } from '#src/course/lab.ts';
import type { LessonOutline } from '#src/course/outline.ts';

/** The lesson that is read, for the bar and its menu. */
export interface LessonInMenu {
  readonly lesson: LessonOutline;
  /** Titles. */
  readonly parts: readonly string[];
  readonly labs: readonly LabContent[];
  /** Part in view, from 1. */
  readonly current: number;
  /** How many were read. */
  readonly read: number;
}

/** What the screen in view adds to the menu in the bar. */
class Menu {
  lesson = $state.raw<LessonInMenu>();
}

const [menuOf, provide] = createContext<Menu>();

export { menuOf };

export function provideMenu(): Menu {
  return provide(new Menu());
}
