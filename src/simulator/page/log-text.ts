import type { LogEntry } from '#src/simulator/contract.ts';
import { shorten } from './words.ts';

/** Which entries are shown. */
export type Filter = 'calls' | 'all' | 'errors';

/** `calls` leaves out questions about errors, `errors` leaves out what went well. */
export function filterLog(entries: readonly LogEntry[], filter: Filter): LogEntry[] {
  if (filter === 'all') return [...entries];
  if (filter === 'errors') return entries.filter(isError);
  return entries.filter((entry) => !/Get(LastError|ErrorString|Diagnostic)$/.test(entry.call));
}

/** The call failed, or there is something to say about it. */
export function isError(entry: LogEntry): boolean {
  if (/Get(LastError|ErrorString|Diagnostic)$/.test(entry.call)) return false;
  return entry.error !== '0' || entry.finding !== undefined || entry.result === 'threw';
}

/** `12.345 s` */
export function showTime(entry: LogEntry): string {
  return `${(entry.time / 1000).toFixed(2)} s`;
}

/** Arguments as code, each shortened. */
export function showArguments(entry: LogEntry, max = 120): string {
  return entry.args.map((argument) => JSON.stringify(shorten(argument, max))).join(', ');
}

/** What came back: the value, and the error where there was one. */
export function showAnswer(entry: LogEntry, max = 120): string {
  const error = entry.error === '0' ? '' : ` · ${entry.error} ${entry.errorText}`;
  return `${JSON.stringify(shorten(entry.result, max))}${error}`;
}

/** The log as plain text, one entry a line, nothing cut. */
export function toText(entries: readonly LogEntry[]): string {
  return entries
    .map((entry) => {
      const line =
        entry.kind === 'event'
          ? `${entry.call}: ${entry.args.join(' ')}`
          : `${entry.call}(${showArguments(entry, Infinity)}) → ${showAnswer(entry, Infinity)}`;
      const finding = entry.finding ? `  [${entry.finding.severity}: ${entry.finding.text}]` : '';
      return `${showTime(entry).padStart(10)}  ${line}${finding}`;
    })
    .join('\n');
}
