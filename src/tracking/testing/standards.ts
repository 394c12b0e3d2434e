import type { Protocol } from '#src/course/protocol.ts';
import type { Element, Standard } from './fake-lms.ts';
import { type Check, grammar12, grammar2004 } from './grammars.ts';

const read: Element = { access: 'read' };
const both = (check: Check): Element => ({ access: 'both', check });
const write = (check: Check): Element => ({ access: 'write', check });
const optional = (element: Element): Element => ({ ...element, optional: true });

const within = (prefix: string, elements: Readonly<Record<string, Element>>) =>
  Object.fromEntries(Object.entries(elements).map(([name, rule]) => [`${prefix}${name}`, rule]));

const scorm12: Standard = {
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
  codes: {
    again: '101',
    closed: '301',
    readOnly: '403',
    writeOnly: '404',
    type: '405',
    order: '201',
    commit: '101',
    unset: '0',
  },
  elements: {
    'cmi.suspend_data': both(grammar12.suspendData),
    ...within('cmi.core.', {
      student_id: read,
      student_name: read,
      lesson_mode: optional(read),
      lesson_location: both(grammar12.location),
      lesson_status: both(grammar12.status),
      exit: write(grammar12.exit),
      session_time: write(grammar12.timespan),
      'score._children': read,
      'score.raw': both(grammar12.percent),
      'score.min': optional(both(grammar12.percent)),
      'score.max': optional(both(grammar12.percent)),
    }),
    'cmi.student_data.mastery_score': optional(read),
    'cmi.objectives._count': optional(read),
    ...within('cmi.objectives.n.', {
      id: optional(both(grammar12.identifier)),
      status: optional(both(grammar12.status)),
      'score.raw': optional(both(grammar12.percent)),
    }),
    'cmi.interactions._count': optional(read),
    ...within('cmi.interactions.n.', {
      id: optional(write(grammar12.identifier)),
      type: optional(write(grammar12.type)),
      'objectives.n.id': optional(write(grammar12.identifier)),
      weighting: optional(write(grammar12.decimal)),
      time: optional(write(grammar12.time)),
      result: optional(write(grammar12.result)),
      latency: optional(write(grammar12.timespan)),
      student_response: { access: 'write', checkFor: grammar12.response, optional: true },
      'correct_responses.n.pattern': {
        access: 'write',
        checkFor: grammar12.pattern,
        optional: true,
      },
    }),
  },
  restore: (stored) =>
    new Map([
      ['cmi.core.lesson_status', 'not attempted'],
      ['cmi.core.score._children', 'raw,min,max'],
      ...stored,
    ]),
  finish(values) {
    const status = values.get('cmi.core.lesson_status');
    if (status === 'not attempted') values.set('cmi.core.lesson_status', 'completed');
    const mastery = values.get('cmi.student_data.mastery_score') ?? '';
    const score = values.get('cmi.core.score.raw') ?? '';
    if (mastery === '' || score === '') return;
    values.set('cmi.core.lesson_status', Number(score) >= Number(mastery) ? 'passed' : 'failed');
  },
};

const scorm2004: Standard = {
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
  codes: {
    again: '103',
    closed: '122',
    readOnly: '404',
    writeOnly: '405',
    type: '406',
    order: '351',
    commit: '391',
    unset: '403',
  },
  elements: {
    ...within('cmi.', {
      mode: read,
      learner_id: read,
      learner_name: read,
      scaled_passing_score: read,
      suspend_data: both(grammar2004.suspendData),
      location: both(grammar2004.location),
      completion_status: both(grammar2004.completion),
      success_status: both(grammar2004.success),
      progress_measure: both(grammar2004.share),
      exit: write(grammar2004.exit),
      session_time: write(grammar2004.duration),
      'score.scaled': both(grammar2004.scaled),
      'score.raw': both(grammar2004.decimal),
      'score.min': both(grammar2004.decimal),
      'score.max': both(grammar2004.decimal),
      'interactions._count': read,
      'objectives._count': read,
    }),
    'adl.nav.request': both(grammar2004.navigation),
    ...within('cmi.objectives.n.', {
      id: both(grammar2004.identifier),
      description: both(grammar2004.description),
      completion_status: both(grammar2004.completion),
      success_status: both(grammar2004.success),
      'score.scaled': both(grammar2004.scaled),
    }),
    ...within('cmi.interactions.n.', {
      id: both(grammar2004.identifier),
      type: both(grammar2004.type),
      'objectives.n.id': both(grammar2004.identifier),
      timestamp: both(grammar2004.timestamp),
      result: both(grammar2004.result),
      latency: both(grammar2004.duration),
      description: both(grammar2004.description),
      learner_response: { access: 'both', checkFor: grammar2004.response },
      'correct_responses.n.pattern': { access: 'both', checkFor: grammar2004.pattern },
    }),
  },
  // Everything but the LMS's own data is gone unless the last session was suspended.
  restore: (stored) =>
    new Map(
      [...stored].filter(
        ([element]) =>
          element !== 'adl.nav.request' &&
          (stored.get('cmi.exit') === 'suspend' || LMS_OWN.includes(element)),
      ),
    ),
  finish(values) {
    const threshold = values.get('cmi.scaled_passing_score') ?? '';
    const scaled = values.get('cmi.score.scaled') ?? '';
    if (threshold === '' || scaled === '') return;
    values.set('cmi.success_status', Number(scaled) >= Number(threshold) ? 'passed' : 'failed');
  },
};

const LMS_OWN = ['cmi.mode', 'cmi.learner_name', 'cmi.scaled_passing_score'];

/** The two standards with a strict LMS each. */
export const STANDARDS: Readonly<Record<Extract<Protocol, 'scorm12' | 'scorm2004'>, Standard>> = {
  scorm12,
  scorm2004,
};
