import { isWholeText } from './formats.ts';

/** What is wrong with a value; `range`: right type, wrong size. */
export interface Problem {
  readonly text: string;
  readonly range?: true;
}

/** The place of a value: `member('type')` is that field of the same interaction, as set so far. */
export interface Place {
  readonly element: string;
  member(name: string): string | undefined;
}

export type Check = (value: string, place: Place) => Problem | undefined;

/** One element of a data model. */
export interface Rule {
  /** As seen by the course. */
  readonly access: 'read' | 'write' | 'both';
  readonly check?: Check;
  /** Fields of the same interaction or objective that must be set before it. */
  readonly needs?: readonly string[];
  /** No other member of its collection may have the same value. */
  readonly unique?: true;
  /** Cannot be changed once set. */
  readonly fixed?: true;
}

/** Error codes of a standard for refused reads and writes. */
export interface Codes {
  readonly unknown: number;
  readonly keyword: number;
  readonly readOnly: number;
  readonly writeOnly: number;
  readonly type: number;
  readonly range: number;
  readonly order: number;
  readonly index: number;
}

/** A data model: its elements, `n` for an index, and its error codes. */
export interface Model {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly codes: Codes;
}

/** Why a call is refused. */
export interface Refusal {
  readonly code: number;
  readonly text: string;
}

const KEYWORD = /\._(children|count|version)$/;

const pattern = (element: string): string => element.replace(/\.(0|[1-9]\d*)(?=\.|$)/g, '.n');

function ruleOf(model: Model, element: string): Rule | undefined {
  const name = pattern(element);
  return Object.hasOwn(model.rules, name) ? model.rules[name] : undefined;
}

/** Whether the model lets a course read `element`. Keywords and `adl.nav.request_valid` are readable. */
export function checkRead(model: Model, element: string): Refusal | undefined {
  if (KEYWORD.test(element) || element.startsWith('adl.nav.request_valid.')) return undefined;
  const rule = ruleOf(model, element);
  if (rule === undefined) return unknown(model, element);
  if (rule.access !== 'write') return undefined;
  return { code: model.codes.writeOnly, text: `${element} can only be written` };
}

/** Whether the model takes `value` for `element`, given what is set already. */
export function checkWrite(
  model: Model,
  element: string,
  value: string,
  known: ReadonlyMap<string, string>,
): Refusal | undefined {
  const { codes } = model;
  if (KEYWORD.test(element)) return { code: codes.keyword, text: `${element} is a keyword` };
  if (element.startsWith('adl.nav.request_valid.')) return readOnly(model, element);
  const rule = ruleOf(model, element);
  if (rule === undefined) return unknown(model, element);
  if (rule.access === 'read') return readOnly(model, element);
  return (
    checkIndices(model, element, known) ??
    checkOrder(model, rule, element, known) ??
    checkValue(model, rule, element, value, known) ??
    checkIdentity(model, rule, element, value, known)
  );
}

function unknown(model: Model, element: string): Refusal {
  return { code: model.codes.unknown, text: `${element} is not in the data model` };
}

function readOnly(model: Model, element: string): Refusal {
  return { code: model.codes.readOnly, text: `${element} can only be read` };
}

/** Members of a collection are numbered without gaps. */
function checkIndices(
  model: Model,
  element: string,
  known: ReadonlyMap<string, string>,
): Refusal | undefined {
  for (const match of element.matchAll(/\.(\d+)(?=\.|$)/g)) {
    const collection = element.slice(0, match.index);
    const count = countMembers(collection, known);
    if (Number(match[1]) > count) {
      return { code: model.codes.index, text: `the next index of ${collection} is ${count}` };
    }
  }
  return undefined;
}

/** How many members of `collection` (such as `cmi.objectives`) have a value. */
function countMembers(collection: string, known: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const element of known.keys()) {
    if (!element.startsWith(`${collection}.`)) continue;
    count = Math.max(count, Number.parseInt(element.slice(collection.length + 1), 10) + 1);
  }
  return count;
}

/** The member of a top-level collection that `element` belongs to: `cmi.interactions.3.`, or empty. */
function memberOf(element: string): string {
  return /^cmi\.[a-z_]+\.\d+\./.exec(element)?.[0] ?? '';
}

function checkOrder(
  model: Model,
  rule: Rule,
  element: string,
  known: ReadonlyMap<string, string>,
): Refusal | undefined {
  const missing = rule.needs?.find((name) => !known.has(memberOf(element) + name));
  if (missing === undefined) return undefined;
  return { code: model.codes.order, text: `set ${memberOf(element)}${missing} first` };
}

function checkValue(
  model: Model,
  rule: Rule,
  element: string,
  value: string,
  known: ReadonlyMap<string, string>,
): Refusal | undefined {
  const { codes } = model;
  if (!isWholeText(value))
    return { code: codes.type, text: 'half a character or a NUL in the text' };
  const member = (name: string): string | undefined => known.get(memberOf(element) + name);
  const problem = rule.check?.(value, { element, member });
  if (problem === undefined) return undefined;
  return { code: problem.range === true ? codes.range : codes.type, text: problem.text };
}

function checkIdentity(
  model: Model,
  rule: Rule,
  element: string,
  value: string,
  known: ReadonlyMap<string, string>,
): Refusal | undefined {
  const { index: code } = model.codes;
  const before = known.get(element);
  if (rule.fixed === true && before !== undefined && before !== value) {
    return { code, text: `${element} is ${before} and cannot be changed` };
  }
  if (rule.unique !== true) return undefined;
  const alike = pattern(element);
  const collection = element.replace(/\.\d+\.[^.]+$/, '.');
  for (const [other, taken] of known) {
    if (taken !== value || other === element || !other.startsWith(collection)) continue;
    if (pattern(other) === alike) return { code, text: `${other} has the same value` };
  }
  return undefined;
}
