import { loadCourse, type LoadedCourse, type LoadResult } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import type { ContentReader } from '#src/content/reader.ts';
import type { Rule } from './rule.ts';
import { citedQuestion } from './rules/claims/cited-question.ts';
import { citedSentence } from './rules/claims/cited-sentence.ts';
import { exactQuote } from './rules/claims/exact-quote.ts';
import { freshReview } from './rules/claims/fresh-review.ts';
import { freshSource } from './rules/claims/fresh-source.ts';
import { givenQuote } from './rules/claims/given-quote.ts';
import { knownSentence } from './rules/claims/known-sentence.ts';
import { listedSources } from './rules/claims/listed-sources.ts';
import { shortQuote } from './rules/claims/short-quote.ts';
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
  citedQuestion,
  citedSentence,
  knownSentence,
  givenQuote,
  exactQuote,
  shortQuote,
  listedSources,
  freshSource,
  freshReview,
];

/**
 * Reads a course and holds it against every rule. All problems of one run, or none.
 * `today`: written YYYY-MM-DD; some rules ask what is due.
 */
export function checkCourse(reader: ContentReader, today: string): LoadResult {
  const { loaded, problems } = loadCourse(reader);
  return loaded ? { loaded, problems: findProblems(loaded, today) } : { loaded, problems };
}

function findProblems(loaded: LoadedCourse, today: string): Problem[] {
  return RULES.flatMap((rule) => [...rule.check(loaded, today)]);
}
