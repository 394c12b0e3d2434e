import type { Report } from '#src/tracking/tracker.ts';
import type { Dialect, Score, VerdictContext } from '#src/tracking/scorm/dialect.ts';
import { decimalBelow, timespan } from '#src/tracking/scorm/format.ts';
import { rankIn, type Write } from '#src/tracking/scorm/lms-record.ts';
import type { ObjectiveFields } from '#src/tracking/scorm/objective-list.ts';
import { AppendedPlaces } from './places.ts';

const STATUS = 'cmi.core.lesson_status';
const SCORE = 'cmi.core.score.raw';

type Status = 'incomplete' | 'completed' | 'passed';

/** `not attempted` and `browsed` are below all of these; `failed` only ever comes from the LMS. */
const statusWorth = rankIn(['incomplete', 'failed', 'completed', 'passed']);

const status = (value: Status): Write => ({ element: STATUS, value, worth: statusWorth });

/** SCORM 1.2 (RTE 3.3 API, 3.4.4 data model). */
export const scorm12: Dialect = {
  protocol: 'scorm12',
  standard: 'SCORM 1.2',
  apiName: 'API',
  verbs: {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    getValue: 'LMSGetValue',
    setValue: 'LMSSetValue',
    commit: 'LMSCommit',
    getLastError: 'LMSGetLastError',
    getErrorString: 'LMSGetErrorString',
  },
  alreadyInitialized: '101',
  unset: [],
  elements: {
    mode: 'cmi.core.lesson_mode',
    learnerId: 'cmi.core.student_id',
    suspendData: 'cmi.suspend_data',
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    sessionTime: 'cmi.core.session_time',
    score: SCORE,
    passMark: 'cmi.student_data.mastery_score',
  },
  floors: [STATUS, SCORE],
  passMarkScale: 1,
  suspendDataLimit: 4096,
  locationLimit: 255,
  underWay: status('incomplete'),
  score,
  verdict: (report, context) => [status(toStatus(report, context))],
  sessionTime: timespan,
  farewell: [],
  objectives: () => objectiveFields,
  places: (connection, memo) => new AppendedPlaces(connection, memo),
};

/**
 * An LMS with a mastery score turns any score into passed or failed at Finish, and may lock the
 * course after that: the score is held back until it is final.
 */
function score({ percent, isFinal }: Score, read: (element: string) => string): readonly Write[] {
  if (!isFinal) return [];
  // The ends of the scale are optional in SCORM 1.2 (field guide R26).
  const children = read('cmi.core.score._children').split(',');
  const ends = [
    ['min', '0'],
    ['max', '100'],
  ] as const;
  return [
    { element: SCORE, value: decimalBelow(percent, 2) },
    ...ends.flatMap(([name, value]): Write[] =>
      children.includes(name) ? [{ element: `cmi.core.score.${name}`, value, optional: true }] : [],
    ),
  ];
}

/** SCORM 1.2 RTE 3.4.5: one status, and a score of up to 100. `failed` is never told. */
const objectiveFields: ObjectiveFields = ({ score: percent, status: state }) => [
  ...(percent === undefined
    ? []
    : [{ name: 'score.raw', value: decimalBelow(percent, 2), worth: Number }]),
  { name: 'status', value: state === 'begun' ? 'incomplete' : state, worth: statusWorth },
];

/** The one status that stands for completion and success; never `failed` (field guide R7). */
function toStatus({ completed, passed }: Report, context: VerdictContext): Status {
  if (passed && (context.reporting === 'passed-incomplete' || context.hasPassMark)) return 'passed';
  return completed && context.reporting === 'completed-incomplete' ? 'completed' : 'incomplete';
}
