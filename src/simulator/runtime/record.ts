import type {
  Gradebook,
  LaunchOptions,
  Mode,
  PackageInfo,
  PackageKind,
  SessionState,
} from '#src/simulator/contract.ts';
import { type Standard, standardOf } from './standard.ts';
import { formatSpan, parseSpan, showSpan } from './time.ts';

/*
 * What an LMS keeps between launches, and the rules by which it does so. Pure: storage and clock
 * come in from outside. The rules are Moodle's, as measured (docs/lms/moodle.md).
 */

/** What the LMS has saved of one attempt. */
export interface LearnerRecord {
  /** Element → value as last saved. */
  readonly values: Readonly<Record<string, string>>;
  /** ISO date and time of the last save. */
  readonly lastCommit: string;
  /** Sessions in which something was saved. */
  readonly sessions: number;
  /** Suspend data as they were before the last session. */
  readonly before?: string;
}

/** What of the launch options decides about data. */
export type RecordOptions = Pick<
  LaunchOptions,
  'mode' | 'reviewWhenDone' | 'masteryScore' | 'masteryOverride' | 'learnerId' | 'learnerName'
>;

/** The data with which a session begins. */
export interface Opening {
  /** Values of the learner, restored. */
  readonly restored: ReadonlyMap<string, string>;
  /** Values of the LMS, which the course can only read. */
  readonly given: ReadonlyMap<string, string>;
  readonly mode: Mode;
  /** How the last session left: what an LMS keeps while a look writes nothing. */
  readonly lastExit: string;
}

/**
 * Opens a session. SCORM 1.2: the learner's data always come back. SCORM 2004: only if the last
 * session left with exit `suspend`; else it is a new start, whatever the LMS still holds.
 */
export function openRecord(
  standard: Standard,
  record: LearnerRecord | undefined,
  options: RecordOptions,
  info: Pick<PackageInfo, 'masteryScore' | 'launchData'>,
): Opening {
  const mode = modeOf(standard, record, options);
  const lastExit = record?.values[standard.elements.exit] ?? '';
  const suspended = lastExit === 'suspend';
  const comesBack = record !== undefined && (standard.name === 'scorm12' || suspended);
  const restored = new Map(comesBack ? Object.entries(record.values) : []);
  restored.delete(standard.elements.exit);
  restored.delete(standard.elements.sessionTime);
  restored.delete('adl.nav.request');
  const entry = suspended ? 'resume' : standard.name === 'scorm12' && comesBack ? '' : 'ab-initio';
  return { restored, given: givenValues(standard, mode, entry, options, info), mode, lastExit };
}

function modeOf(
  standard: Standard,
  record: LearnerRecord | undefined,
  options: RecordOptions,
): Mode {
  if (options.mode !== 'normal' || !options.reviewWhenDone) return options.mode;
  const status = record?.values[standard.elements.status] ?? '';
  const success = record?.values[standard.elements.success] ?? '';
  return status === 'completed' || success === 'passed' ? 'review' : 'normal';
}

function givenValues(
  standard: Standard,
  mode: Mode,
  entry: string,
  options: RecordOptions,
  info: Pick<PackageInfo, 'masteryScore' | 'launchData'>,
): Map<string, string> {
  const { elements } = standard;
  const given = new Map([
    [elements.learnerId, options.learnerId],
    [elements.learnerName, options.learnerName],
    [elements.mode, mode],
    [elements.credit, mode === 'normal' ? 'credit' : 'no-credit'],
    [elements.entry, entry],
  ]);
  const passMark = passMarkOf(options, info);
  if (passMark !== undefined) {
    given.set(elements.passMark, String(standard.name === 'scorm12' ? passMark : passMark / 100));
  }
  if (info.launchData !== undefined) given.set('cmi.launch_data', info.launchData);
  return given;
}

/** The pass mark that the LMS gives, 0–100. */
function passMarkOf(
  options: Pick<LaunchOptions, 'masteryScore'>,
  info: Pick<PackageInfo, 'masteryScore'>,
): number | undefined {
  if (options.masteryScore === 'none') return undefined;
  return options.masteryScore === 'package' ? info.masteryScore : options.masteryScore;
}

/**
 * Closes the books at Finish or Terminate: adds the session to total_time; SCORM 1.2 turns a status
 * never set into `completed` (`browsed` in browse mode); a pass mark and a score decide passed or
 * failed where the options say so and the session counts. A look that says nothing of its exit leaves
 * the attempt as it was, suspended or not.
 */
export function finishValues(
  standard: Standard,
  values: ReadonlyMap<string, string>,
  opening: Opening,
  options: Pick<LaunchOptions, 'masteryOverride'>,
): Map<string, string> {
  const { elements, name } = standard;
  const finished = new Map(values);
  const spans = [values.get(elements.totalTime) ?? '', values.get(elements.sessionTime) ?? ''];
  const total = spans.reduce((sum, span) => sum + parseSpan(name, span), 0);
  finished.set(elements.totalTime, formatSpan(name, total));
  if (name === 'scorm12' && isUnset(values.get(elements.status))) {
    finished.set(elements.status, opening.mode === 'browse' ? 'browsed' : 'completed');
  }
  const verdict = verdictOf(standard, values, opening);
  if (opening.mode !== 'normal' && !values.has(elements.exit)) {
    finished.set(elements.exit, opening.lastExit);
  }
  if (options.masteryOverride && verdict !== undefined) finished.set(elements.success, verdict);
  return finished;
}

const isUnset = (status: string | undefined): boolean =>
  status === undefined || status === '' || status === 'not attempted';

function verdictOf(
  standard: Standard,
  values: ReadonlyMap<string, string>,
  opening: Opening,
): 'passed' | 'failed' | undefined {
  const passMark = opening.given.get(standard.elements.passMark);
  const score = values.get(standard.elements.score);
  if (opening.mode !== 'normal' || passMark === undefined || !score) return undefined;
  return Number(score) >= Number(passMark) ? 'passed' : 'failed';
}

/** The gradebook's line for a record. */
export function gradebookOf(
  kind: PackageKind,
  record: LearnerRecord | undefined,
  live: { readonly uncommitted: boolean; readonly session: SessionState },
): Gradebook {
  const standard = standardOf(kind);
  const value = (element: string): string => record?.values[element] ?? '';
  const is12 = standard?.name === 'scorm12';
  const is2004 = standard?.name === 'scorm2004';
  const elements = standard?.elements;
  const time = standard && elements ? parseSpan(standard.name, value(elements.totalTime)) : 0;
  return {
    kind,
    status: is12 ? value('cmi.core.lesson_status') || 'not attempted' : '',
    completion: is2004 ? value('cmi.completion_status') || 'unknown' : '',
    success: is2004 ? value('cmi.success_status') || 'unknown' : '',
    score: value(is12 ? 'cmi.core.score.raw' : 'cmi.score.raw'),
    scaled: value('cmi.score.scaled'),
    totalTime: showSpan(time),
    location: elements ? value(elements.location) : '',
    lastCommit: record?.lastCommit ?? '',
    sessions: record?.sessions ?? 0,
    ...live,
  };
}
