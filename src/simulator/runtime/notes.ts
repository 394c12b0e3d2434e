import type { Mode } from '#src/simulator/contract.ts';

/*
 * What an LMS accepts and a careful course does not send. Each line of the log may carry one.
 */

const RANKS: Readonly<Record<string, readonly string[]>> = {
  'cmi.core.lesson_status': ['not attempted', 'incomplete', 'failed', 'completed', 'passed'],
  'cmi.completion_status': ['incomplete', 'completed'],
  'cmi.success_status': ['failed', 'passed'],
};

/** What some LMS would make of an accepted write; undefined if nothing is known against it. */
export function noteOnWrite(
  element: string,
  value: string,
  before: string | undefined,
  mode: Mode,
): string | undefined {
  if (mode !== 'normal') return `written in ${mode} mode: Moodle keeps it`;
  const ranks = RANKS[element];
  if (ranks !== undefined && before !== undefined && ranks.indexOf(value) < ranks.indexOf(before)) {
    return `lowers ${before} to ${value}`;
  }
  if (element.endsWith('.exit') && value === 'logout') return 'logs the learner out of some LMSs';
  if (element === 'cmi.suspend_data' && /[\r\n]/.test(value)) {
    return 'line break in suspend_data: Moodle changes it on the way';
  }
  return undefined;
}
