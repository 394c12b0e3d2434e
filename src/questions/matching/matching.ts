import type { Finding, QuestionKind, QuestionText } from '#src/questions/kind.ts';
import {
  findSameTexts,
  openRow,
  rowLabels,
  rowMethods,
  type RowResponse,
  type RowTask,
} from '#src/questions/rows.ts';
import { shuffledOrder } from '#src/course/shuffle.ts';
import { matchingSchema, type Matching, type MatchingResponse } from './schema.ts';

/** The pairs as rows; every match, then every extra, as a target. */
export function matchingTask({ pairs, extras, wrong }: Matching): RowTask {
  return {
    rows: pairs,
    targets: [...pairs.map(({ match }) => match), ...extras],
    rights: [...pairs.keys()],
    wrong,
  };
}

/** What a learner has to know about the list of partners before choosing from it. */
export function matchingHint({ extras }: Matching): string {
  const left = ['', ' One is left over.', ' Two are left over.'][extras.length] ?? '';
  return `Choose a partner for each. Every partner fits once.${left}`;
}

/** Texts of the partners that were chosen for more than one pair. */
export function chosenTwice(spec: Matching, response: RowResponse): readonly string[] {
  return matchingTask(spec).targets.filter(
    (_text, index) => response.filter((target) => target === index).length > 1,
  );
}

function findings(spec: Matching): readonly Finding[] {
  const texts = spec.pairs.map(({ text }) => text);
  const count = texts.length;
  return [
    ...findSameTexts(texts, (index) => ['pairs', index, 'text']),
    ...findSameTexts(matchingTask(spec).targets, (index) =>
      index < count ? ['pairs', index, 'match'] : ['extras', index - count],
    ),
  ];
}

function texts({ pairs, extras, wrong }: Matching): readonly QuestionText[] {
  return [
    ...pairs.flatMap(({ text, match, feedback }, index): QuestionText[] => [
      { path: ['pairs', index, 'text'], role: 'item', text },
      { path: ['pairs', index, 'match'], role: 'item', text: match },
      { path: ['pairs', index, 'feedback'], role: 'feedback', text: feedback },
    ]),
    ...extras.map((text, index) => ({ path: ['extras', index], role: 'item', text }) as const),
    { path: ['wrong'], role: 'feedback', text: wrong },
  ];
}

/** Find each one's partner. Partial credit by the pairs that are right. */
export const matching = {
  kind: 'matching',
  schema: matchingSchema,
  findings,
  /** Of the partners; the pairs stay as authored. */
  order: (spec, seed) => shuffledOrder(matchingTask(spec).targets.length, seed),
  texts,
  choices: () => [],
  labels: (spec, order) => rowLabels(matchingTask(spec), { targets: order }),
  ...rowMethods(matchingTask),
  missing: (spec, response) => `Choose a partner for “${openRow(matchingTask(spec), response)}”.`,
} satisfies QuestionKind<Matching, MatchingResponse>;
