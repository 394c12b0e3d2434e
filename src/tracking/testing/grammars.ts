/**
 * What the strictest LMS takes, written as our own grammar from docs/lms (field guide R23–R26,
 * Appendix A; moodle.md). Independent of the code under test on purpose.
 */
export type Check = (value: string) => boolean;

const like =
  (...patterns: readonly RegExp[]): Check =>
  (value) =>
    patterns.some((pattern) => pattern.test(value));

const atMost =
  (limit: number, check: Check): Check =>
  (value) =>
    value.length <= limit && check(value);

const isWellFormed: Check = (value) => !/[\p{Surrogate}\p{Cc}]/u.test(value);
const isOneLine: Check = (value) => isWellFormed(value) && !/[\u2028\u2029]/.test(value);
const text = (limit: number) => atMost(limit, isOneLine);

/** A list whose every item passes, without empty items. */
const list =
  (delimiter: string, item: Check, most = 36): Check =>
  (value) => {
    const items = value.split(delimiter);
    return items.length <= most && items.every((one) => one !== '' && item(one));
  };

const pairs = (delimiter: string, within: string, half: Check, most?: number) =>
  list(delimiter, (pair) => list(within, half, 2)(pair) && pair.split(within).length === 2, most);

const distinct =
  (delimiter: string, check: Check): Check =>
  (value) =>
    check(value) && new Set(value.split(delimiter)).size === value.split(delimiter).length;

const between =
  (min: number, max: number, check: Check): Check =>
  (value) =>
    check(value) && Number(value) >= min && Number(value) <= max;

const types = (...more: readonly string[]) =>
  like(
    new RegExp(
      `^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric${more.map((type) => `|${type}`).join('')})$`,
    ),
  );

// SCORM 1.2 -------------------------------------------------------------------------------------

const decimal12 = like(/^-?\d+(\.\d+)?$/);
const character = like(/^[0-9a-z]$/);

const response12: Readonly<Record<string, Check>> = {
  choice: distinct(',', list(',', character)),
  sequencing: list(',', character),
  matching: pairs(',', '.', character),
  numeric: decimal12,
  'fill-in': text(255),
  performance: like(/^[\x21-\x7e]{1,255}$/),
};

/** SCORM 1.2, as strict as any LMS. */
export const grammar12 = {
  identifier: like(/^[A-Za-z0-9._-]{1,255}$/),
  status: like(/^(passed|completed|failed|incomplete|browsed)$/),
  exit: like(/^(suspend|time-out|logout|)$/),
  decimal: decimal12,
  percent: between(0, 100, decimal12),
  time: like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/),
  timespan: like(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{2})?$/),
  type: types(),
  result: like(/^(correct|wrong|unanticipated|neutral)$/, /^\d{1,3}(\.\d+)?$/),
  location: text(255),
  suspendData: atMost(4096, like(/^[\w.~-]*$/)),
  response: (type: string): Check => response12[type] ?? (() => false),
  pattern: (type: string): Check => response12[type] ?? (() => false),
};

// SCORM 2004 ------------------------------------------------------------------------------------

const decimal2004 = like(/^-?\d{1,5}(\.\d{1,7})?$/);
const shortId = like(/^[A-Za-z0-9_.]{1,250}$/);
const localized: Check = (value) => text(250)(value) && !value.startsWith('{');

const response2004: Readonly<Record<string, Check>> = {
  choice: distinct('[,]', list('[,]', shortId)),
  sequencing: list('[,]', shortId),
  matching: pairs('[,]', '[.]', shortId),
  numeric: decimal2004,
  'fill-in': (value) => localized(value) && !/\[[,.:]\]/.test(value),
  performance: pairs('[,]', '[.]', shortId, 250),
};

const range: Check = (value) => {
  const [min, max, ...rest] = value.split('[:]');
  if (min === undefined || max === undefined || rest.length > 0) return false;
  return decimal2004(min) && decimal2004(max) && Number(min) <= Number(max);
};

/** SCORM 2004, as strict as any LMS. */
export const grammar2004 = {
  identifier: (value: string) => text(4000)(value) && /^(?!urn:)\S+$/.test(value),
  completion: like(/^(completed|incomplete|not attempted|unknown)$/),
  success: like(/^(passed|failed|unknown)$/),
  exit: like(/^(suspend|time-out|logout|normal|)$/),
  navigation: like(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll)$/),
  decimal: decimal2004,
  scaled: between(-1, 1, decimal2004),
  share: between(0, 1, decimal2004),
  timestamp: like(
    /^(19[7-9]\d|20[0-2]\d|203[0-8])-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]\d\d:\d\d)?)?$/,
  ),
  duration: like(/^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/),
  type: types('long-fill-in', 'other'),
  result: like(/^(correct|incorrect|unanticipated|neutral)$/, /^-?\d{1,4}(\.\d{1,7})?$/),
  description: localized,
  location: text(1000),
  suspendData: atMost(4096, like(/^[\w.~-]*$/)),
  response: (type: string): Check => response2004[type] ?? (() => false),
  pattern: (type: string): Check =>
    type === 'numeric' ? range : (response2004[type] ?? (() => false)),
};
