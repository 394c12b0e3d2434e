import * as v from 'valibot';
import { fingerprintOf } from '#src/course/fingerprint.ts';
import type { SavedResponse } from '#src/course/progress.ts';
import { caseKind } from './case/case.ts';
import type { QuestionKind } from './kind.ts';
import { hotspot } from './hotspot/hotspot.ts';
import { categorize } from './categorize/categorize.ts';
import { matching } from './matching/matching.ts';
import { multipleResponse } from './multiple-response/multiple-response.ts';
import { numeric } from './numeric/numeric.ts';
import { ordering } from './ordering/ordering.ts';
import { shortAnswer } from './short-answer/short-answer.ts';
import { singleChoice } from './single-choice/single-choice.ts';

/** Every kind of question. A new one is a line here and a line in `views.ts`. */
export const QUESTION_KINDS = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  ordering,
  numeric,
  'short-answer': shortAnswer,
  hotspot,
  matching,
  categorize,
  case: caseKind,
} as const;

/** Names of the kinds, as authored in `kind`. */
export type KindName = keyof typeof QUESTION_KINDS;

type Scored<K extends KindName> = Parameters<(typeof QUESTION_KINDS)[K]['score']>;

/** The spec of one kind; without an argument, of any. */
export type Question<K extends KindName = KindName> = Scored<K>[0];

/** The response to one kind; without an argument, to any. Plain JSON data. */
export type QuestionResponse<K extends KindName = KindName> = Scored<K>[1];

/** A question as authored, of any kind. */
export const questionSchema = v.variant(
  'kind',
  Object.values(QUESTION_KINDS).map(({ schema }) => schema),
);
export type AuthoredQuestion = v.InferOutput<typeof questionSchema>;

/**
 * The kind of a question, for calls with that question and responses to it. This is the one place
 * that forgets which kind it is: the callers hold a question and its own response, of any kind.
 */
export function kindOf(question: Question): QuestionKind<Question, QuestionResponse> {
  return QUESTION_KINDS[question.kind];
}

/** Changes with the wording that a saved response depends on. */
export function fingerprint(question: Question): number {
  return fingerprintOf([question.kind, ...kindOf(question).wording(question)]);
}

/** The compact form of a response, for the learner's record. */
export function saveResponse(question: Question, response: QuestionResponse): SavedResponse {
  const code = kindOf(question).encode(question, response);
  return { fingerprint: fingerprint(question), code };
}

/** The response that was saved; undefined where the question was reworded since or it doesn't fit. */
export function restoreResponse(
  question: Question,
  saved: SavedResponse,
): QuestionResponse | undefined {
  if (saved.fingerprint !== fingerprint(question)) return undefined;
  return kindOf(question).decode(question, saved.code);
}
