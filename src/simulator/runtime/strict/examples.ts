/*
 * Values that the strict checks accept and refuse: the tables that the tests go through. What is
 * accepted here must also be accepted by scorm-again. For tests only.
 */

/** Element or type of interaction, accepted values, refused values. */
export type Example = [name: string, accepted: string[], refused: string[]];

/** SCORM 1.2: element, values accepted, values refused as of the wrong type. */
export const VALUES_12: Example[] = [
  ['cmi.suspend_data', ['', 'x'.repeat(4096)], ['x'.repeat(4097), 'half \ud83d', 'nul \0']],
  ['cmi.core.lesson_location', ['security/part-3', 'x'.repeat(255)], ['x'.repeat(256)]],
  [
    'cmi.core.lesson_status',
    ['passed', 'completed', 'failed', 'incomplete', 'browsed'],
    ['not attempted', 'unknown', 'Passed', ''],
  ],
  ['cmi.core.score.raw', ['', '0', '100', '83.5'], ['101', '-1', '.5', '1e1', 'NaN', '83%']],
  ['cmi.core.exit', ['', 'suspend', 'time-out', 'logout'], ['normal', 'SUSPEND']],
  [
    'cmi.core.session_time',
    ['00:00:01', '00:00:01.5', '0001:00:01.25'],
    ['0:00:01', '.123', '12345:00:00', 'PT1S', '00:00:01.123'],
  ],
  ['cmi.interactions.0.id', ['q-1', 'urn:x:q1'], ['question 1', 'frage_ä', '', 'x'.repeat(256)]],
  [
    'cmi.interactions.0.time',
    ['10:11:12', '23:59:59'],
    ['24:00:00', '10:11', '10:61:12', '2026-11-24T10:11:12'],
  ],
  [
    'cmi.interactions.0.type',
    ['choice', 'true-false', 'performance'],
    ['long-fill-in', 'other', 'choices'],
  ],
  [
    'cmi.interactions.0.result',
    ['correct', 'wrong', 'unanticipated', 'neutral', '0.5'],
    ['incorrect', ''],
  ],
  ['cmi.interactions.0.latency', ['00:01:05.50'], ['65', 'PT65S']],
  ['cmi.interactions.0.weighting', ['1', '-0.5'], ['1e-7', 'one']],
  ['cmi.objectives.0.status', ['passed', 'not attempted'], ['unknown']],
  ['cmi.student_preference.audio', ['-1', '100'], ['101', '1.5']],
];

/** SCORM 1.2: type of interaction, responses (given or right) accepted and refused. */
export const RESPONSES_12: Example[] = [
  ['choice', ['a', 'a,c', '1'], ['a, c', 'option-a', 'A', 'a[,]b', '']],
  ['sequencing', ['c,a,b'], ['first']],
  ['matching', ['a.1,b.2'], ['a.1,b', 'a-1', 'seal.port']],
  ['true-false', ['t', 'f', '0', '1'], ['true', 'yes']],
  ['numeric', ['12.5', '-3'], ['1:5', 'twelve', '']],
  ['likert', ['a', ''], ['ab']],
  ['fill-in', ['', 'any text, up to 255'], ['x'.repeat(256)]],
  ['performance', ['step a then b'], ['x'.repeat(256)]],
];

/** SCORM 2004: element, values accepted, values refused as of the wrong type. */
export const VALUES_2004: Example[] = [
  ['cmi.suspend_data', ['', 'x'.repeat(64000)], ['x'.repeat(64001), 'half \udc00']],
  ['cmi.location', ['x'.repeat(1000)], ['x'.repeat(1001)]],
  [
    'cmi.completion_status',
    ['completed', 'incomplete', 'not attempted', 'unknown'],
    ['passed', ''],
  ],
  ['cmi.success_status', ['passed', 'failed', 'unknown'], ['completed']],
  ['cmi.exit', ['', 'suspend', 'normal', 'logout', 'time-out'], ['later']],
  ['cmi.score.scaled', ['0', '-1', '1', '0.8333333'], ['.5', '1e-7', '', 'NaN', '0.83333333']],
  ['cmi.score.raw', ['0.1', '-0.25', '99999'], ['100000', '1,5']],
  [
    'cmi.session_time',
    ['PT0S', 'PT1H2M3.45S', 'PT90M', 'P1DT2H', 'PT1234567S'],
    ['PT12.345S', 'PT1.5M', 'P1W', 'P', 'PT', '00:00:01'],
  ],
  [
    'cmi.interactions.0.timestamp',
    [
      '2026-11-24T01:52:29',
      '2026-11-24T01:52:29.1Z',
      '2026-11-24T01:52:29.12Z',
      '2026-11-24T01:52:29.00+01:00',
      '2026-11',
    ],
    [
      '2026-11-24T01:52:29.123Z',
      '2026-11-24T01:52:29Z',
      '2026-11-24T01:52:29+01:00',
      '2039-01-01',
      '2026-13-01',
      '2026-11-24T25:00:00',
      '24.11.2026',
    ],
  ],
  [
    'cmi.interactions.0.id',
    ['q1', 'urn:course:q1', 'https://x/y#1'],
    ['urn:', 'urn:q1', 'a b', 'frage_ä', ''],
  ],
  [
    'cmi.interactions.0.type',
    ['choice', 'true-false', 'long-fill-in', 'other'],
    ['true_false', ''],
  ],
  [
    'cmi.interactions.0.result',
    ['correct', 'incorrect', 'unanticipated', 'neutral', '0.5'],
    ['wrong', ''],
  ],
  ['cmi.interactions.0.latency', ['PT5.5S'], ['5.5']],
  [
    'cmi.interactions.0.description',
    ['x'.repeat(250), '{lang=en-US}Which seal?'],
    ['x'.repeat(251), 'two\nlines', '{x} starts with a brace'],
  ],
  ['adl.nav.request', ['suspendAll', 'exitAll', '{target=sco-1}choice'], ['suspend', '']],
];

/** SCORM 2004: type of interaction, learner responses accepted and refused. */
export const RESPONSES_2004: Example[] = [
  ['choice', ['a', 'opt_a[,]q1.a'], ['', 'opt-a', 'urn:x:y', 'é', 'a b', 'a[,]a']],
  ['sequencing', ['a[,]b[,]a'], ['a,b']],
  ['matching', ['a[.]1[,]b[.]2'], ['a.1', 'a[.]', 'a[.]1[.]2']],
  ['true-false', ['true', 'false'], ['t', '1']],
  ['numeric', ['12.5'], ['1[:]5', '12,5', '']],
  ['likert', ['a'], ['a b']],
  ['fill-in', ['seal', '{lang=en}seal[,]bolt'], ['two\nlines', 'x'.repeat(251)]],
  ['long-fill-in', ['x'.repeat(4000)], ['x'.repeat(4001)]],
  ['performance', ['check[.]seal broken[,][.]done'], ['check', '[.]', 'a-b[.]x']],
];

/** SCORM 2004: type of interaction, correct responses accepted and refused. */
export const PATTERNS_2004: Example[] = [
  ['choice', ['a[,]b'], ['a b']],
  ['numeric', ['1[:]5', '[:]5', '1[:]', '12[:]12'], ['12', '5[:]1', 'a[:]b']],
  [
    'fill-in',
    ['{case_matters=false}{order_matters=false}seal[,]bolt'],
    ['{case_matters=maybe}seal'],
  ],
  ['performance', ['{order_matters=false}a[.]1[:]5'], ['a']],
  ['matching', ['a[.]1'], ['a']],
];
