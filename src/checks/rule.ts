import type { LoadedCourse } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';

/** A rule on content that has the right shape. One file per rule, one line in `check-course.ts`. */
export interface Rule {
  /** `group/name`, shown with every finding. */
  readonly id: string;
  /** `today`: the day of the check, written YYYY-MM-DD. */
  check(loaded: LoadedCourse, today: string): Iterable<Problem>;
  /** Tested one by one: what the rule lets pass, and what it says of the rest. */
  readonly examples: {
    readonly good: readonly Example[];
    readonly bad: readonly (Example & { readonly says: readonly string[] })[];
  };
}

/** A change to the files of the small sound course in `testing/tiny-course.ts`. */
export interface Example {
  readonly name: string;
  /** File → new text, or a replacement in the old one; `null` removes the file. */
  readonly files: Readonly<Record<string, string | readonly [from: string, to: string] | null>>;
}
