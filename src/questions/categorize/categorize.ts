import type { Finding, QuestionKind, QuestionText } from '#src/questions/kind.ts';
import {
  findSameTexts,
  openRow,
  rowLabels,
  rowMethods,
  type RowTask,
} from '#src/questions/rows.ts';
import { shuffledOrder } from '#src/course/shuffle.ts';
import { categorizeSchema, type Categorize, type CategorizeResponse } from './schema.ts';

/** The items as rows, the bins as targets. */
export function categorizeTask({ bins, items, wrong }: Categorize): RowTask {
  const ids = bins.map(({ id }) => id);
  return {
    rows: items,
    targets: bins.map(({ label }) => label),
    rights: items.map(({ bin }) => ids.indexOf(bin)),
    wrong,
  };
}

function findUnknownBins({ bins, items }: Categorize): readonly Finding[] {
  const ids = bins.map(({ id }) => id);
  return items.flatMap(({ text, bin }, index) => {
    if (ids.includes(bin)) return [];
    return [
      {
        rule: 'quiz/unknown-bin',
        path: ['items', index, 'bin'],
        message: `“${text}” goes into “${bin}”, and there is no such bin.`,
        hint: `Write one of: ${ids.join(', ')}.`,
      },
    ];
  });
}

/** A bin that stays empty gives itself away, or makes the others too easy. */
function findEmptyBins({ bins, items }: Categorize): readonly Finding[] {
  return bins.flatMap(({ id }, index) => {
    if (items.some(({ bin }) => bin === id)) return [];
    return [
      {
        rule: 'quiz/empty-bin',
        path: ['bins', index],
        message: `Nothing goes into the bin “${id}”.`,
        hint: 'Add an item that belongs there, or remove the bin.',
      },
    ];
  });
}

function findings(spec: Categorize): readonly Finding[] {
  const { rows, targets } = categorizeTask(spec);
  const [ids, texts] = [spec.bins.map(({ id }) => id), rows.map(({ text }) => text)];
  return [
    ...findSameTexts(ids, (index) => ['bins', index, 'id']),
    ...findSameTexts(targets, (index) => ['bins', index, 'label']),
    ...findSameTexts(texts, (index) => ['items', index, 'text']),
    ...findUnknownBins(spec),
    ...findEmptyBins(spec),
  ];
}

function texts({ bins, items, wrong }: Categorize): readonly QuestionText[] {
  return [
    ...bins.map(
      ({ label }, index) =>
        ({ path: ['bins', index, 'label'], role: 'item', text: label }) as const,
    ),
    ...items.flatMap(({ text, feedback }, index): QuestionText[] => [
      { path: ['items', index, 'text'], role: 'item', text },
      { path: ['items', index, 'feedback'], role: 'feedback', text: feedback },
    ]),
    { path: ['wrong'], role: 'feedback', text: wrong },
  ];
}

/** Sort items into bins. Partial credit by the items that are right. */
export const categorize = {
  kind: 'categorize',
  schema: categorizeSchema,
  findings,
  /** Of the items; the bins stay as authored. */
  order: ({ items }, seed) => shuffledOrder(items.length, seed),
  texts,
  choices: () => [],
  labels: (spec, order) => rowLabels(categorizeTask(spec), { rows: order }),
  ...rowMethods(categorizeTask),
  missing: (spec, response) => `Choose a place for “${openRow(categorizeTask(spec), response)}”.`,
} satisfies QuestionKind<Categorize, CategorizeResponse>;
