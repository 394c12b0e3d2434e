import * as v from 'valibot';
import type { Problem } from './problem.ts';
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
  return { value: undefined, problems: issues.map((issue) => toProblem(issue, yaml)) };
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

function toProblem(issue: v.BaseIssue<unknown>, yaml: YamlFile): Problem {
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
      'Remove it, or correct its spelling.',
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
  return issue.kind === 'schema' ? `Expected: ${expectation(issue)}.` : 'Correct the value.';
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map((item) =>
    typeof item.key === 'number' ? item.key : String(item.key),
  );
}

function expectation(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected ?? 'another value';
  return EXPECTED[expected] ?? expected.replaceAll('"', '').replaceAll(' | ', ', ');
}

const EXPECTED: Readonly<Record<string, string>> = {
  Object: 'keys with values',
  Array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
};

const SINGULAR: Readonly<Record<string, string>> = {
  questions: 'question',
  checks: 'check',
  options: 'option',
  steps: 'step',
  traps: 'trap',
  answers: 'answer',
  near: 'near answer',
  regions: 'region',
  modules: 'module',
  objectives: 'objective',
  cites: 'citation',
  claims: 'claim',
  lint: 'exception',
};

/** `['questions', 0, 'options', 2]` → `option 3 of question 1`. */
function placeName(path: Path): string {
  const names: string[] = [];
  path.forEach((part, index) => {
    const parent = path[index - 1];
    if (typeof part !== 'number') return;
    names.unshift(`${SINGULAR[String(parent)] ?? `item of ${String(parent)}`} ${part + 1}`);
  });
  const last = path.at(-1);
  if (typeof last === 'string') names.unshift(`“${last}”`);
  return names.length === 0 ? 'this file' : names.join(' of ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
