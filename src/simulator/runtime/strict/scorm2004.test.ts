import { describe, expect, it } from 'vitest';
import { PATTERNS_2004, RESPONSES_2004, VALUES_2004 } from './examples.ts';
import { checkRead, checkWrite } from './model.ts';
import { scorm2004Model } from './scorm2004.ts';

const q = (field: string): string => `cmi.interactions.0.${field}`;
const ofType = (type: string) =>
  new Map([
    [q('id'), 'q1'],
    [q('type'), type],
  ]);
const codeOf = (
  element: string,
  value: string,
  known: ReadonlyMap<string, string> = ofType('choice'),
): number => checkWrite(scorm2004Model, element, value, known)?.code ?? 0;

describe('SCORM 2004', () => {
  it.each(VALUES_2004)(
    '%s takes what the strictest LMS takes and nothing else',
    (element, accepted, refused) => {
      expect(accepted.filter((value) => codeOf(element, value) !== 0)).toEqual([]);
      expect(refused.filter((value) => codeOf(element, value) !== 406)).toEqual([]);
    },
  );

  it('a number of the right form and the wrong size is out of range', () => {
    expect(codeOf('cmi.score.scaled', '1.1')).toBe(407);
    expect(codeOf('cmi.progress_measure', '-0.1')).toBe(407);
  });

  it.each(RESPONSES_2004)(
    'a learner response to a %s interaction has its format',
    (type, accepted, refused) => {
      const code = (value: string) => codeOf(q('learner_response'), value, ofType(type));
      expect(accepted.filter((value) => code(value) !== 0)).toEqual([]);
      expect(refused.filter((value) => code(value) !== 406)).toEqual([]);
    },
  );

  it.each(PATTERNS_2004)(
    'a correct response to a %s interaction has its format',
    (type, accepted, refused) => {
      const code = (value: string) => codeOf(q('correct_responses.0.pattern'), value, ofType(type));
      expect(accepted.filter((value) => code(value) !== 0)).toEqual([]);
      expect(refused.filter((value) => code(value) !== 406)).toEqual([]);
    },
  );

  it('a numeric interaction has one correct response', () => {
    const known = new Map([...ofType('numeric'), [q('correct_responses.0.pattern'), '1[:]5']]);
    expect(codeOf(q('correct_responses.1.pattern'), '6[:]7', known)).toBe(406);
  });

  it('an interaction gets its id first, then its type, then the rest', () => {
    const none = new Map<string, string>();
    const onlyId = new Map([[q('id'), 'q1']]);
    expect(codeOf(q('type'), 'choice', none)).toBe(408);
    expect(codeOf(q('timestamp'), '2026-11-24', none)).toBe(408);
    expect(codeOf(q('learner_response'), 'a', onlyId)).toBe(408);
    expect(codeOf(q('correct_responses.0.pattern'), 'a', onlyId)).toBe(408);
    expect(codeOf(q('objectives.0.id'), 'o', none)).toBe(408);
    expect(codeOf('cmi.objectives.0.score.scaled', '1', none)).toBe(408);
    expect(codeOf(q('learner_response'), 'a')).toBe(0);
  });

  it('ids are unique, and an objective keeps its id', () => {
    expect(codeOf('cmi.interactions.1.id', 'q1')).toBe(351);
    expect(codeOf(q('id'), 'q1')).toBe(0);
    const objective = new Map([['cmi.objectives.0.id', 'o']]);
    expect(codeOf('cmi.objectives.0.id', 'p', objective)).toBe(351);
    expect(codeOf('cmi.objectives.1.id', 'o', objective)).toBe(351);
    expect(codeOf('cmi.interactions.0.objectives.0.id', 'q1')).toBe(0);
  });

  it('members of a collection are numbered without gaps', () => {
    expect(codeOf('cmi.interactions.2.id', 'q3')).toBe(351);
    expect(codeOf('cmi.interactions.1.id', 'q2')).toBe(0);
  });

  it.each([
    ['cmi.total_time', 404],
    ['cmi.interactions._count', 404],
    ['cmi.scaled_passing_score', 404],
    ['adl.nav.request_valid.continue', 404],
    ['adl.data.0.store', 401],
    ['cmi.core.lesson_status', 401],
    ['cmi', 401],
  ])('%s cannot be written: error %i', (element, code) => {
    expect(codeOf(element, '1')).toBe(code);
  });

  it('what is only written cannot be read', () => {
    const read = (element: string) => checkRead(scorm2004Model, element)?.code ?? 0;
    expect(read('cmi.exit')).toBe(405);
    expect(read('cmi.session_time')).toBe(405);
    expect(read('cmi.interactions.0.id')).toBe(0);
    expect(read('adl.nav.request_valid.choice.{target=x}')).toBe(0);
  });
});
