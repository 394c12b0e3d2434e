import type { Component } from 'svelte';
import CaseView from './case/View.svelte';
import HotspotView from './hotspot/View.svelte';
import CategorizeView from './categorize/View.svelte';
import type { QuestionViewProps } from './kind.ts';
import MatchingView from './matching/View.svelte';
import MultipleResponseView from './multiple-response/View.svelte';
import NumericView from './numeric/View.svelte';
import OrderingView from './ordering/View.svelte';
import type { KindName, Question, QuestionResponse } from './registry.ts';
import ShortAnswerView from './short-answer/View.svelte';
import SingleChoiceView from './single-choice/View.svelte';

type View<K extends KindName> = Component<QuestionViewProps<Question<K>, QuestionResponse<K>>>;

/** The view of every kind. A new kind is a line here and a line in `registry.ts`. */
export const QUESTION_VIEWS = {
  'single-choice': SingleChoiceView,
  'multiple-response': MultipleResponseView,
  ordering: OrderingView,
  numeric: NumericView,
  'short-answer': ShortAnswerView,
  hotspot: HotspotView,
  matching: MatchingView,
  categorize: CategorizeView,
  case: CaseView,
} as const satisfies { readonly [K in KindName]: View<K> };

/**
 * The view of a question, for that question and responses to it. The one place that forgets which
 * kind it is, as `kindOf` does; a component's type can't be widened without a cast.
 */
export function viewOf(
  question: Question,
): Component<QuestionViewProps<Question, QuestionResponse>> {
  return QUESTION_VIEWS[question.kind] as Component<QuestionViewProps<Question, QuestionResponse>>;
}
