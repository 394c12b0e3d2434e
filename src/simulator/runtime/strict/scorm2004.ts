import { atMost, decimal2004, format, oneOf, wrong } from './checks.ts';
import {
  isDecimal2004,
  isDuration2004,
  isLongId2004,
  isTimestamp2004,
  localizedText,
} from './formats.ts';
import type { Check, Model, Rule } from './model.ts';
import { correctPattern, learnerResponse, TYPES_2004 } from './responses-2004.ts';

/*
 * SCORM 2004 Run-Time Environment, section 4.2 (the same in 3rd and 4th edition for what is here),
 * with the formats of the strictest LMS known (field guide R24–R26, Appendix A). `adl.data` of the
 * 4th edition is left out: Moodle answers 401.
 */

const read: Rule = { access: 'read' };
const both = (check: Check, more: Partial<Rule> = {}): Rule => ({ access: 'both', check, ...more });
const write = (check: Check): Rule => ({ access: 'write', check });

const longId = format(isLongId2004, 'an id (a URI or ASCII name without spaces)');
const timestamp = format(
  isTimestamp2004,
  'a time like 2026-11-24T01:52:29 or 2026-11-24T01:52:29.12Z',
);
const duration = format(isDuration2004, 'a duration like PT1H2M3.45S');
const completion = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const success = oneOf('passed', 'failed', 'unknown');
const scaled = decimal2004(-1, 1);
const measure = decimal2004(0, 1);

const localized = (max: number): Check =>
  format(
    (value) => !/[\r\n]/.test(value) && (localizedText(value)?.length ?? Infinity) <= max,
    `one line of ${max.toLocaleString('en')} characters at most, with an optional {lang=…} before it`,
  );

const result: Check = (value) => {
  const words = ['correct', 'incorrect', 'unanticipated', 'neutral'];
  const isRight = words.includes(value) || isDecimal2004(value);
  return isRight
    ? undefined
    : wrong(value, 'one of: correct, incorrect, unanticipated, neutral, a number');
};

const navigation = format(
  (value) =>
    /^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=[^}]+\}(choice|jump))$/.test(
      value,
    ),
  'a navigation request',
);

const afterId = { needs: ['id'] } as const;
const afterType = { needs: ['id', 'type'] } as const;

const rules: Record<string, Rule> = {
  'cmi.comments_from_learner.n.comment': both(localized(4000)),
  'cmi.comments_from_learner.n.location': both(atMost(250)),
  'cmi.comments_from_learner.n.timestamp': both(timestamp),
  'cmi.comments_from_lms.n.comment': read,
  'cmi.comments_from_lms.n.location': read,
  'cmi.comments_from_lms.n.timestamp': read,
  'cmi.completion_status': both(completion),
  'cmi.completion_threshold': read,
  'cmi.credit': read,
  'cmi.entry': read,
  'cmi.exit': write(oneOf('', 'time-out', 'suspend', 'logout', 'normal')),
  'cmi.interactions.n.id': both(longId, { unique: true }),
  'cmi.interactions.n.type': both(oneOf(...TYPES_2004), afterId),
  'cmi.interactions.n.objectives.n.id': both(longId, { ...afterId, unique: true }),
  'cmi.interactions.n.timestamp': both(timestamp, afterId),
  'cmi.interactions.n.correct_responses.n.pattern': both(correctPattern, afterType),
  'cmi.interactions.n.weighting': both(decimal2004(), afterId),
  'cmi.interactions.n.learner_response': both(learnerResponse, afterType),
  'cmi.interactions.n.result': both(result, afterId),
  'cmi.interactions.n.latency': both(duration, afterId),
  'cmi.interactions.n.description': both(localized(250), afterId),
  'cmi.launch_data': read,
  'cmi.learner_id': read,
  'cmi.learner_name': read,
  'cmi.learner_preference.audio_level': both(decimal2004(0)),
  'cmi.learner_preference.language': both(
    format((value) => /^([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?$/.test(value), 'a language code'),
  ),
  'cmi.learner_preference.delivery_speed': both(decimal2004(0)),
  'cmi.learner_preference.audio_captioning': both(oneOf('-1', '0', '1')),
  'cmi.location': both(atMost(1000)),
  'cmi.max_time_allowed': read,
  'cmi.mode': read,
  'cmi.objectives.n.id': both(longId, { unique: true, fixed: true }),
  'cmi.objectives.n.success_status': both(success, afterId),
  'cmi.objectives.n.completion_status': both(completion, afterId),
  'cmi.objectives.n.progress_measure': both(measure, afterId),
  'cmi.objectives.n.description': both(localized(250), afterId),
  'cmi.progress_measure': both(measure),
  'cmi.scaled_passing_score': read,
  'cmi.score.scaled': both(scaled),
  'cmi.score.raw': both(decimal2004()),
  'cmi.score.min': both(decimal2004()),
  'cmi.score.max': both(decimal2004()),
  'cmi.session_time': write(duration),
  'cmi.success_status': both(success),
  'cmi.suspend_data': both(atMost(64000)),
  'cmi.time_limit_action': read,
  'cmi.total_time': read,
  'adl.nav.request': write(navigation),
  'cmi.objectives.n.score.scaled': both(scaled, afterId),
  'cmi.objectives.n.score.raw': both(decimal2004(), afterId),
  'cmi.objectives.n.score.min': both(decimal2004(), afterId),
  'cmi.objectives.n.score.max': both(decimal2004(), afterId),
};

/** SCORM 2004's data model as a strict LMS holds it. */
export const scorm2004Model: Model = {
  rules,
  codes: {
    unknown: 401,
    keyword: 404,
    readOnly: 404,
    writeOnly: 405,
    type: 406,
    range: 407,
    order: 408,
    index: 351,
  },
};
