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
  return { value: undefined, problems: result.issues.map((issue) => toProblem(issue, yaml)) };
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

  if (issue.kind === 'schema' && issue.expected === 'never') {
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
  if (issue.type === 'non_empty' && key === 'feedback') {
    return at(
      'quiz/option-without-feedback',
      `${capital(where)} has empty feedback.`,
      'Write a sentence that tells why it is right or wrong.',
    );
  }
  const place = path.length === 0 ? 'The file' : `“${key}” of ${where}`;
  return issue.kind === 'schema'
    ? at('schema/wrong-value', `${place} is ${issue.received}.`, `Expected: ${expectation(issue)}.`)
    : at(
        'schema/wrong-value',
        `${place} is ${issue.received}; it ${issue.message}.`,
        'Correct the value.',
      );
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map((item) =>
    typeof item.key === 'number' ? item.key : String(item.key),
  );
}

function expectation(issue: v.BaseIssue<unknown>): string {
  return (issue.expected ?? 'another value').replaceAll('"', '').replaceAll(' | ', ', ');
}

const SINGULAR: Readonly<Record<string, string>> = {
  questions: 'question',
  checks: 'check',
  options: 'option',
  steps: 'step',
  traps: 'trap',
  modules: 'module',
  objectives: 'objective',
  cites: 'citation',
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
