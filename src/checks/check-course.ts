import { loadCourse, type LoadedCourse, type LoadResult } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import type { ContentReader } from '#src/content/reader.ts';
import { applyExceptions } from './exceptions.ts';
import type { Rule } from './rule.ts';
import { citedQuestion } from './rules/claims/cited-question.ts';
import { citedSentence } from './rules/claims/cited-sentence.ts';
import { exactQuote } from './rules/claims/exact-quote.ts';
import { freshReview } from './rules/claims/fresh-review.ts';
import { freshSource } from './rules/claims/fresh-source.ts';
import { givenQuote } from './rules/claims/given-quote.ts';
import { knownSentence } from './rules/claims/known-sentence.ts';
import { listedSources } from './rules/claims/listed-sources.ts';
import { ownVoice } from './rules/claims/own-voice.ts';
import { shortQuote } from './rules/claims/short-quote.ts';
import { knownReferences } from './rules/known-references.ts';
import { lessonText } from './rules/lesson-text.ts';
import { prerequisiteCycle } from './rules/prerequisite-cycle.ts';
import { questionFindings } from './rules/question-findings.ts';
import { absoluteWords } from './rules/questions/absolute-words.ts';
import { allOfTheAbove } from './rules/questions/all-of-the-above.ts';
import { bareFeedback } from './rules/questions/bare-feedback.ts';
import { correctPosition } from './rules/questions/correct-position.ts';
import { duplicateOptions } from './rules/questions/duplicate-options.ts';
import { duplicateQuestions } from './rules/questions/duplicate-questions.ts';
import { examCoverage } from './rules/questions/exam-coverage.ts';
import { longestCorrect } from './rules/questions/longest-correct.ts';
import { misplacedUse } from './rules/questions/misplaced-use.ts';
import { negativeStem } from './rules/questions/negative-stem.ts';
import { objectiveCoverage } from './rules/questions/objective-coverage.ts';
import { optionCount } from './rules/questions/option-count.ts';
import { overlappingRanges } from './rules/questions/overlapping-ranges.ts';
import { rememberShare } from './rules/questions/remember-share.ts';
import { sharedWord } from './rules/questions/shared-word.ts';
import { stemForm } from './rules/questions/stem-form.ts';
import { stemLength } from './rules/questions/stem-length.ts';
import { trueFalseShare } from './rules/questions/true-false-share.ts';
import { registered } from './rules/registered.ts';
import { brokenLink } from './rules/text/broken-link.ts';
import { clickHere } from './rules/text/click-here.ts';
import { headingLevel } from './rules/text/heading-level.ts';
import { imageAlternative } from './rules/text/image-alternative.ts';
import { longSentence } from './rules/text/long-sentence.ts';
import { placeholder } from './rules/text/placeholder.ts';
import { readingGrade } from './rules/text/reading-grade.ts';
import { spelling } from './rules/text/spelling.ts';
import { unknownAbbreviation } from './rules/text/unknown-abbreviation.ts';
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
  ownVoice,
  shortQuote,
  listedSources,
  freshSource,
  freshReview,
  absoluteWords,
  allOfTheAbove,
  bareFeedback,
  correctPosition,
  duplicateOptions,
  duplicateQuestions,
  examCoverage,
  longestCorrect,
  misplacedUse,
  negativeStem,
  objectiveCoverage,
  optionCount,
  overlappingRanges,
  rememberShare,
  sharedWord,
  stemForm,
  stemLength,
  trueFalseShare,
  brokenLink,
  clickHere,
  headingLevel,
  imageAlternative,
  longSentence,
  placeholder,
  readingGrade,
  spelling,
  unknownAbbreviation,
];

/**
 * Reads a course and holds it against every rule. All problems of one run, or none.
 * `today`: written YYYY-MM-DD; some rules ask what is due.
 */
export async function checkCourse(reader: ContentReader, today: string): Promise<LoadResult> {
  const { loaded, problems } = await loadCourse(reader);
  return loaded ? { loaded, problems: findProblems(loaded, today) } : { loaded, problems };
}

function findProblems(loaded: LoadedCourse, today: string): Problem[] {
  return applyExceptions(
    loaded,
    RULES.flatMap((rule) => [...rule.check(loaded, today)]),
  );
}
