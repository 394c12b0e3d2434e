import { atMost, format, integer12, oneOf, score12, wrong } from './checks.ts';
import { isDecimal12, isIdentifier12, isTime12, isTimespan12 } from './formats.ts';
import type { Check, Model, Rule } from './model.ts';

/*
 * SCORM 1.2 Run-Time Environment, section 3.4, with the limits of the standard (suspend_data 4,096)
 * and the vocabulary of the strictest LMS known (field guide R23, Appendix A).
 */

const read: Rule = { access: 'read' };
const both = (check: Check): Rule => ({ access: 'both', check });
const write = (check: Check): Rule => ({ access: 'write', check });

const STATUSES = ['passed', 'completed', 'failed', 'incomplete', 'browsed'];
const TYPES = [
  'true-false',
  'choice',
  'fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
];

const identifier = format(isIdentifier12, 'an id (ASCII without spaces, 255 at most)');
const timespan = format(isTimespan12, 'a time span like 00:04:11.50');
const time = format(isTime12, 'a time of day like 10:11:12');
const decimal = format(isDecimal12, 'a plain number');

const SINGLES = '[0-9a-z](,[0-9a-z])*';
const PAIRS = '[0-9a-z]\\.[0-9a-z](,[0-9a-z]\\.[0-9a-z])*';
const matches = (source: string, expected: string): Check => {
  const regex = new RegExp(`^(${source})$`);
  return format((value) => regex.test(value), expected);
};

/** What a response looks like, by type of interaction. */
const RESPONSES: Readonly<Record<string, Check>> = {
  'true-false': oneOf('t', 'f', '0', '1'),
  choice: matches(SINGLES, 'single characters 0–9, a–z with commas, like a,c'),
  sequencing: matches(SINGLES, 'single characters 0–9, a–z with commas, like a,c'),
  matching: matches(PAIRS, 'pairs of single characters, like a.1,b.2'),
  likert: matches('[0-9a-z]?', 'a single character 0–9, a–z'),
  numeric: decimal,
  'fill-in': atMost(255),
  performance: atMost(255),
};

const response: Check = (value, place) => {
  const type = place.member('type');
  return (
    (type === undefined ? undefined : RESPONSES[type]?.(value, place)) ?? atMost(255)(value, place)
  );
};

const result: Check = (value) => {
  const words = ['correct', 'wrong', 'unanticipated', 'neutral'];
  const isRight = words.includes(value) || isDecimal12(value);
  return isRight
    ? undefined
    : wrong(value, 'one of: correct, wrong, unanticipated, neutral, a number');
};

const rules: Record<string, Rule> = {
  'cmi.core.student_id': read,
  'cmi.core.student_name': read,
  'cmi.core.lesson_location': both(atMost(255)),
  'cmi.core.credit': read,
  'cmi.core.lesson_status': both(oneOf(...STATUSES)),
  'cmi.core.entry': read,
  'cmi.core.score.raw': both(score12),
  'cmi.core.score.min': both(score12),
  'cmi.core.score.max': both(score12),
  'cmi.core.total_time': read,
  'cmi.core.lesson_mode': read,
  'cmi.core.exit': write(oneOf('', 'time-out', 'suspend', 'logout')),
  'cmi.core.session_time': write(timespan),
  'cmi.suspend_data': both(atMost(4096)),
  'cmi.launch_data': read,
  'cmi.comments': both(atMost(4096)),
  'cmi.comments_from_lms': read,
  'cmi.objectives.n.id': both(identifier),
  'cmi.objectives.n.score.raw': both(score12),
  'cmi.objectives.n.score.min': both(score12),
  'cmi.objectives.n.score.max': both(score12),
  'cmi.objectives.n.status': both(oneOf(...STATUSES, 'not attempted')),
  'cmi.student_data.mastery_score': read,
  'cmi.student_data.max_time_allowed': read,
  'cmi.student_data.time_limit_action': read,
  'cmi.student_preference.audio': both(integer12(-1, 100)),
  'cmi.student_preference.language': both(atMost(255)),
  'cmi.student_preference.speed': both(integer12(-100, 100)),
  'cmi.student_preference.text': both(integer12(-1, 1)),
  'cmi.interactions.n.id': write(identifier),
  'cmi.interactions.n.objectives.n.id': write(identifier),
  'cmi.interactions.n.time': write(time),
  'cmi.interactions.n.type': write(oneOf(...TYPES)),
  'cmi.interactions.n.correct_responses.n.pattern': write(response),
  'cmi.interactions.n.weighting': write(decimal),
  'cmi.interactions.n.student_response': write(response),
  'cmi.interactions.n.result': write(result),
  'cmi.interactions.n.latency': write(timespan),
};

/** SCORM 1.2's data model as a strict LMS holds it. */
export const scorm12Model: Model = {
  rules,
  codes: {
    unknown: 401,
    keyword: 402,
    readOnly: 403,
    writeOnly: 404,
    type: 405,
    range: 405,
    order: 201,
    index: 201,
  },
};
