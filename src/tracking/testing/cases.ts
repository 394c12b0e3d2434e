import type { Verb } from './fake-lms.ts';

/** What the standards call the elements that these tests look at. */
export const CASES = [
  {
    protocol: 'scorm12',
    mode: 'cmi.core.lesson_mode',
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    sessionTime: 'cmi.core.session_time',
    learner: 'cmi.core.student_id',
    passMark: {
      element: 'cmi.student_data.mastery_score',
      eighty: '80',
      none: ['', '0', 'n/a', '101'],
    },
    duration: '00:01:05.00',
    untouched: ['', 'not attempted', 'browsed'],
    refusals: ['101', '201', '301', '391', '403'],
  },
  {
    protocol: 'scorm2004',
    mode: 'cmi.mode',
    status: 'cmi.completion_status',
    score: 'cmi.score.raw',
    location: 'cmi.location',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
    learner: 'cmi.learner_id',
    passMark: { element: 'cmi.scaled_passing_score', eighty: '0.8', none: ['', '0', '-0.5', '2'] },
    duration: 'PT0H1M5.00S',
    untouched: ['', 'unknown', 'not attempted'],
    refusals: ['101', '122', '201', '301', '391'],
  },
] as const;

/** Calls that change something. */
export const SESSION_VERBS: readonly Verb[] = ['initialize', 'setValue', 'commit', 'terminate'];
