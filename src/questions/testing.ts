import * as v from 'valibot';

/* For tests only. */

/** What a schema says about a value: `path: message`, one for each issue. */
export function issuesOf(schema: v.GenericSchema, value: unknown): readonly string[] {
  const { issues = [] } = v.safeParse(schema, value);
  return issues.map((issue) => `${v.getDotPath(issue) ?? ''}: ${issue.message}`);
}

/** A spec as its author writes it: without the number, which the register adds, and other keys. */
export function authored(spec: object, ...without: readonly string[]): object {
  const entries = Object.entries(spec).filter(([key]) => !['number', ...without].includes(key));
  return Object.fromEntries(entries);
}
