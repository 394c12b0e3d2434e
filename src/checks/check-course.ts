import { loadCourse, type LoadedCourse, type LoadResult } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import type { ContentReader } from '#src/content/reader.ts';
import type { Rule } from './rule.ts';
import { knownReferences } from './rules/known-references.ts';
import { lessonText } from './rules/lesson-text.ts';
import { prerequisiteCycle } from './rules/prerequisite-cycle.ts';
import { questionFindings } from './rules/question-findings.ts';
import { registered } from './rules/registered.ts';
import { uniqueIds } from './rules/unique-ids.ts';

/** Every rule on content. A new one is a file in `rules/` and a line here. */
export const RULES: readonly Rule[] = [
  registered,
  uniqueIds,
  knownReferences,
  prerequisiteCycle,
  lessonText,
  questionFindings,
];

/** Reads a course and holds it against every rule. All problems of one run, or none. */
export function checkCourse(reader: ContentReader): LoadResult {
  const { loaded, problems } = loadCourse(reader);
  return loaded ? { loaded, problems: findProblems(loaded) } : { loaded, problems };
}

function findProblems(loaded: LoadedCourse): Problem[] {
  return RULES.flatMap((rule) => [...rule.check(loaded)]);
}
