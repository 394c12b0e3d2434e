import type { Report } from '#src/tracking/tracker.ts';
import type { Dialect, Score } from '#src/tracking/scorm/dialect.ts';
import { clamp, decimalBelow, isoDuration } from '#src/tracking/scorm/format.ts';
import { rankIn, type Write } from '#src/tracking/scorm/lms-record.ts';
import { objectiveFields } from './objectives.ts';
import { FixedPlaces } from './places.ts';

const COMPLETION = 'cmi.completion_status';
const PROGRESS = 'cmi.progress_measure';
const SCORE = 'cmi.score.raw';
const SCALED = 'cmi.score.scaled';
const SUCCESS = 'cmi.success_status';

/** `unknown` and `not attempted` are below both. */
const completionWorth = rankIn(['incomplete', 'completed']);

const completion = (value: 'incomplete' | 'completed'): Write => ({
  element: COMPLETION,
  value,
  worth: completionWorth,
});

/** SCORM 2004, 3rd and 4th edition alike (RTE 3.1 API, 4.2 data model). */
export const scorm2004: Dialect = {
  protocol: 'scorm2004',
  standard: 'SCORM 2004',
  apiName: 'API_1484_11',
  verbs: {
    initialize: 'Initialize',
    terminate: 'Terminate',
    getValue: 'GetValue',
    setValue: 'SetValue',
    commit: 'Commit',
    getLastError: 'GetLastError',
    getErrorString: 'GetErrorString',
  },
  alreadyInitialized: '103',
  unset: ['403'],
  elements: {
    mode: 'cmi.mode',
    learnerId: 'cmi.learner_id',
    suspendData: 'cmi.suspend_data',
    location: 'cmi.location',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
    score: SCORE,
    passMark: 'cmi.scaled_passing_score',
  },
  floors: [COMPLETION, SUCCESS, PROGRESS, SCORE, SCALED],
  passMarkScale: 100,
  suspendDataLimit: 64_000,
  locationLimit: 1000,
  underWay: completion('incomplete'),
  score,
  verdict,
  sessionTime: isoDuration,
  // Asks to keep the attempt open, also when it is done: a sequencing LMS resumes only what was
  // suspended, and a finished course opens again for review (field guide R16, R30).
  farewell: [{ element: 'adl.nav.request', value: 'suspendAll', optional: true }],
  objectives: objectiveFields,
  places: (connection, memo, extent) => new FixedPlaces(connection, memo, extent),
};

/** Moodle grades by raw alone, others by scaled; only scaled is compared with a pass mark. */
function score({ percent, isFinal }: Score): readonly Write[] {
  const scaled = { element: SCALED, value: decimalBelow(percent / 100, 4) };
  return [
    { element: SCORE, value: decimalBelow(percent, 2) },
    { element: 'cmi.score.min', value: '0', optional: true },
    { element: 'cmi.score.max', value: '100', optional: true },
    ...(isFinal ? [scaled] : []),
  ];
}

/** `failed` is never sent: another attempt may follow (field guide R7). */
function verdict({ completed, passed, progress }: Report): readonly Write[] {
  const success = { element: SUCCESS, value: 'passed' };
  const measure = decimalBelow(clamp(progress, 0, 1), 4);
  return [
    ...(passed ? [success] : []),
    completion(completed ? 'completed' : 'incomplete'),
    { element: PROGRESS, value: measure, worth: Number, optional: true },
  ];
}
