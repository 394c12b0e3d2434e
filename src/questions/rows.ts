import { FULL_CREDIT, toCredit, type Credit, type QuestionBase } from '#src/course/question.ts';
import type { InteractionBody, Label, Labels } from '#src/course/interaction.ts';
import type { Feedback, Finding, QuestionKind } from './kind.ts';
import { optionId } from './options.ts';
import type { Verdict } from './verdict.ts';

/*
 * What the kinds share that ask for a target for every row: a partner (matching) or a bin
 * (categorize). A row is right or wrong for itself, and counts as much as any other.
 */

/** A question as rows and targets. */
export interface RowTask {
  readonly rows: readonly { readonly text: string; readonly feedback: string }[];
  /** Texts of all that can be chosen for a row, at most nine. */
  readonly targets: readonly string[];
  /** For each row the index of its right target. */
  readonly rights: readonly number[];
  /** Told where a row is wrong. */
  readonly wrong: string;
}

/** For each row the index of the chosen target; null while none is. */
export type RowResponse = readonly (number | null)[];

/** The response with that target chosen for that row; null takes the choice back. */
export function chooseTarget(
  response: RowResponse,
  row: number,
  target: number | null,
): RowResponse {
  return response.with(row, target);
}

function rightRows({ rights }: RowTask, response: RowResponse): readonly number[] {
  return [...rights.keys()].filter((row) => response[row] === rights[row]);
}

/** Share of the rows that are right. */
function score(task: RowTask, response: RowResponse): Credit {
  return toCredit(rightRows(task, response).length / task.rows.length);
}

function tally(task: RowTask, response: RowResponse): string {
  return `${rightRows(task, response).length} of ${task.rows.length} right`;
}

function feedback(task: RowTask, response: RowResponse): readonly Feedback[] {
  const right = rightRows(task, response);
  const onRows = task.rows.map(({ feedback: text }, option) => ({
    option,
    right: right.includes(option),
    text,
  }));
  if (score(task, response) === FULL_CREDIT) return onRows;
  return [{ right: false, text: task.wrong }, ...onRows];
}

/** Rows are `a`, `b`, …, targets `1`, `2`, …, both as authored (field guide R23, R24). */
function pairIds(response: RowResponse): readonly (readonly [string, string])[] {
  return response.flatMap((target, row) =>
    target === null ? [] : [[optionId(row), String(target + 1)] as const],
  );
}

function interaction({ rights }: RowTask, response: RowResponse): InteractionBody {
  return { type: 'matching', response: pairIds(response), correct: pairIds(rights) };
}

/** What the ids stand for. `rows` and `targets` are authored indices in the order shown. */
export function rowLabels(
  task: RowTask,
  shown: { readonly rows?: readonly number[]; readonly targets?: readonly number[] },
): Labels {
  const placeIn = (order: readonly number[] | undefined, index: number) =>
    order?.indexOf(index) ?? index;
  const rows = task.rows.map(({ text }, index): [string, Label] => [
    optionId(index),
    { seen: optionId(placeIn(shown.rows, index)), text },
  ]);
  const targets = task.targets.map((text, index): [string, Label] => [
    String(index + 1),
    { seen: String(placeIn(shown.targets, index) + 1), text },
  ]);
  return Object.fromEntries([...rows, ...targets]);
}

/** One integer, a digit for each row: 0 for no target, n + 1 for target n. */
function encode({ targets }: RowTask, response: RowResponse): readonly number[] {
  const base = targets.length + 1;
  return [response.reduce<number>((code, target) => code * base + (target ?? -1) + 1, 0)];
}

function decode({ rows, targets }: RowTask, code: readonly number[]): RowResponse | undefined {
  const [value] = code;
  const base = targets.length + 1;
  if (code.length !== 1 || value === undefined) return undefined;
  if (!Number.isInteger(value) || value < 0 || value >= base ** rows.length) return undefined;
  return rows.map((_row, index) => {
    const digit = Math.floor(value / base ** (rows.length - 1 - index)) % base;
    return digit === 0 ? null : digit - 1;
  });
}

/** All that a kind does with responses, where its questions can be read as rows and targets. */
export function rowMethods<S extends QuestionBase>(taskOf: (spec: S) => RowTask) {
  return {
    blank: (spec) => taskOf(spec).rows.map(() => null),
    isComplete: (_spec, response) => response.every((target) => target !== null),
    score: (spec, response) => score(taskOf(spec), response),
    tally: (spec, response) => tally(taskOf(spec), response),
    feedback: (spec, response) => feedback(taskOf(spec), response),
    interaction: (spec, response) => interaction(taskOf(spec), response),
    encode: (spec, response) => encode(taskOf(spec), response),
    decode: (spec, code) => decode(taskOf(spec), code),
    wording: (spec) => {
      const { rows, targets } = taskOf(spec);
      return [...rows.map(({ text }) => text), ...targets];
    },
  } satisfies Partial<QuestionKind<S, RowResponse>>;
}

/** Text of the first row that has no target yet. */
export function openRow({ rows }: RowTask, response: RowResponse): string {
  return rows[response.indexOf(null)]?.text ?? '';
}

/** Verdict on one row. */
export function rowVerdict({ right, text }: Feedback): Verdict {
  return { right, given: true, words: right ? 'Right' : 'Wrong', remark: text };
}

/** Two rows or two targets that read the same can't be told apart. `pathOf` takes an index. */
export function findSameTexts(
  texts: readonly string[],
  pathOf: (index: number) => Finding['path'],
): readonly Finding[] {
  const readings = texts.map((text) => text.toLowerCase());
  return texts.flatMap((text, index) => {
    if (readings.indexOf(text.toLowerCase()) === index) return [];
    return [
      {
        rule: 'quiz/same-text',
        path: pathOf(index),
        message: `“${text}” is there twice, and they can’t be told apart.`,
        hint: 'Write something else, or leave one out.',
      },
    ];
  });
}
