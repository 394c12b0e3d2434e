import * as v from 'valibot';
import { nearest } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import { keysAt } from './schema-keys.ts';
import type { Path, YamlFile } from './yaml-file.ts';

export type Shaped<T> =
  | { readonly value: T; readonly problems: readonly Problem[] }
  | { readonly value: undefined; readonly problems: readonly Problem[] };

/** Holds a parsed file against its schema: the typed value, or every deviation with its line. */
export function shape<T>(schema: v.GenericSchema<unknown, T>, yaml: YamlFile): Shaped<T> {
  if (yaml.problems.length > 0) return { value: undefined, problems: yaml.problems };
  const result = v.safeParse(schema, yaml.value);
  if (result.success) return { value: result.output, problems: [] };
  const issues = allIssues(schema, structuredClone(yaml.value));
  const meant = new Map(
    issues.filter(isUnknownKey).map((issue) => [issue, meantKey(schema, issue)]),
  );
  const misspelled = new Set([...meant].map(([issue, key]) => placeOf([...parentOf(issue), key])));
  return {
    value: undefined,
    problems: issues
      .filter((issue) => issue.received !== 'undefined' || !misspelled.has(placeOf(pathOf(issue))))
      .map((issue) => toProblem(issue, yaml, meant.get(issue))),
  };
}

/** The key that an author meant by one that is not known. */
function meantKey(schema: v.GenericSchema, issue: v.BaseIssue<unknown>): string | undefined {
  return nearest(String(pathOf(issue).at(-1) ?? ''), keysAt(schema, parentOf(issue)));
}

function parentOf(issue: v.BaseIssue<unknown>): Path {
  return pathOf(issue).slice(0, -1);
}

function placeOf(path: readonly unknown[]): string {
  return JSON.stringify(path);
}

/**
 * Valibot names the first unknown key of an object alone: without that key it names the next.
 * The keys are taken out of `value`.
 */
function allIssues(schema: v.GenericSchema, value: unknown): readonly v.BaseIssue<unknown>[] {
  const { issues = [] } = v.safeParse(schema, value);
  const unknown = issues.filter(isUnknownKey);
  if (unknown.length === 0) return issues;
  for (const { path } of unknown) removeKey(path?.at(-1));
  return [...unknown, ...allIssues(schema, value)];
}

function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.kind === 'schema' && issue.expected === 'never';
}

function removeKey(item: v.IssuePathItem | undefined): void {
  if (typeof item?.key === 'string') Reflect.deleteProperty(Object(item.input) as object, item.key);
}

function toProblem(
  issue: v.BaseIssue<unknown>,
  yaml: YamlFile,
  meant: string | undefined,
): Problem {
  const path = pathOf(issue);
  const key = String(path.at(-1) ?? '');
  const where = placeName(path.slice(0, -1));
  const at = (rule: string, message: string, hint: string): Problem => ({
    file: yaml.file,
    line: yaml.lineOf(path),
    severity: 'error',
    rule,
    message,
    hint,
  });

  if (isUnknownKey(issue)) {
    return at(
      'schema/unknown-key',
      `“${key}” is not a key of ${where}.`,
      meant === undefined ? 'Remove it.' : `Did you mean “${meant}”?`,
    );
  }
  if (issue.received === 'undefined') {
    return key === 'feedback'
      ? at(
          'quiz/option-without-feedback',
          `${capital(where)} has no feedback.`,
          'Add `feedback:` with a sentence that tells why it is right or wrong.',
        )
      : at('schema/missing-key', `${capital(where)} has no “${key}”.`, `Add \`${key}:\`.`);
  }
  if (key === 'feedback' && (issue.type === 'non_empty' || issue.received === 'null')) {
    return at(
      'quiz/option-without-feedback',
      `${capital(where)} has empty feedback.`,
      'Write a sentence that tells why it is right or wrong.',
    );
  }
  if (path.length === 0 && issue.received === 'null') {
    return at('schema/empty-file', 'The file is empty.', `Expected: ${expectation(issue)}.`);
  }
  if (issue.type === 'check') {
    const place = capital(placeName(path));
    return at('schema/wrong-value', `${place} ${issue.message}.`, 'Add one, or remove one.');
  }
  return at('schema/wrong-value', `${valueName(path)} ${flawOf(issue)}.`, hintFor(issue));
}

/** `“minutes” of this file`, `Question 2` */
function valueName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'number'
    ? capital(placeName(path))
    : `“${last}” of ${placeName(path.slice(0, -1))}`;
}

/** What was received, where it says more than a length. */
function flawOf(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === 'schema') return `is ${received(issue)}`;
  return LENGTHS.has(issue.type) ? issue.message : `is ${received(issue)}; it ${issue.message}`;
}

const LENGTHS: ReadonlySet<string> = new Set(['non_empty', 'min_length', 'max_length', 'length']);

function received({ received }: v.BaseIssue<unknown>): string {
  return received === 'null' ? 'empty' : received;
}

function hintFor(issue: v.BaseIssue<unknown>): string {
  const near = nearest(String(issue.input), choicesOf(issue));
  if (typeof issue.input === 'string' && near !== undefined) return `Did you mean “${near}”?`;
  return issue.kind === 'schema' ? `Expected: ${expectation(issue)}.` : 'Correct the value.';
}

/** Texts of which one was expected. */
function choicesOf({ expected }: v.BaseIssue<unknown>): readonly string[] {
  return [...(expected ?? '').matchAll(/"([^"]*)"/g)].map(([, choice = '']) => choice);
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map((item) =>
    typeof item.key === 'number' ? item.key : String(item.key),
  );
}

function expectation(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected ?? 'another value';
  return EXPECTED[expected] ?? expected.replaceAll(/["()]/g, '').replaceAll(' | ', ', ');
}

const EXPECTED: Readonly<Record<string, string>> = {
  Object: 'keys with values',
  Array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

/** Lists whose items are not named by their plural. */
const SINGULAR: Readonly<Record<string, string>> = {
  near: 'near answer',
  cites: 'citation',
  lint: 'exception',
};

/** `questions` → `question`, `entries` → `entry`, `boxes` → `box` */
function singular(list: string): string {
  if (list in SINGULAR) return SINGULAR[list] ?? list;
  if (!list.endsWith('s')) return `item of ${list}`;
  return list
    .replace(/ies$/, 'y')
    .replace(/(?<=x|ch|sh|ss)es$/, '')
    .replace(/s$/, '');
}

/** `['questions', 0, 'options', 2]` → `option 3 of question 1`. */
function placeName(path: Path): string {
  const names: string[] = [];
  path.forEach((part, index) => {
    const parent = path[index - 1];
    if (typeof part !== 'number') return;
    names.unshift(`${singular(String(parent))} ${part + 1}`);
  });
  const last = path.at(-1);
  if (typeof last === 'string') names.unshift(`“${last}”`);
  return names.length === 0 ? 'this file' : names.join(' of ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
