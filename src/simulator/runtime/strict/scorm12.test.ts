import { describe, expect, it } from 'vitest';
import { RESPONSES_12, VALUES_12 } from './examples.ts';
import { checkRead, checkWrite } from './model.ts';
import { scorm12Model } from './scorm12.ts';

const NONE = new Map<string, string>();
const codeOf = (
  element: string,
  value: string,
  known: ReadonlyMap<string, string> = NONE,
): number => checkWrite(scorm12Model, element, value, known)?.code ?? 0;
const ofType = (type: string) => new Map([['cmi.interactions.0.type', type]]);

describe('SCORM 1.2', () => {
  it.each(VALUES_12)(
    '%s takes what the standard allows and nothing else',
    (element, accepted, refused) => {
      expect(accepted.filter((value) => codeOf(element, value) !== 0)).toEqual([]);
      expect(refused.filter((value) => codeOf(element, value) !== 405)).toEqual([]);
    },
  );

  it.each(RESPONSES_12)(
    'a response to a %s interaction has its format',
    (type, accepted, refused) => {
      for (const field of ['student_response', 'correct_responses.0.pattern']) {
        const code = (value: string) => codeOf(`cmi.interactions.0.${field}`, value, ofType(type));
        expect(accepted.filter((value) => code(value) !== 0)).toEqual([]);
        expect(refused.filter((value) => code(value) !== 405)).toEqual([]);
      }
    },
  );

  it('members of a collection are numbered without gaps', () => {
    expect(codeOf('cmi.interactions.1.id', 'q2')).toBe(201);
    expect(codeOf('cmi.interactions.1.id', 'q2', new Map([['cmi.interactions.0.id', 'q1']]))).toBe(
      0,
    );
    expect(codeOf('cmi.interactions.0.objectives.1.id', 'o')).toBe(201);
  });

  it.each([
    ['cmi.core.total_time', 403],
    ['cmi.core.student_name', 403],
    ['cmi.student_data.mastery_score', 403],
    ['cmi.core._children', 402],
    ['cmi.interactions._count', 402],
    ['cmi', 401],
    ['cmi.core', 401],
    ['cmi.completion_status', 401],
    ['__proto__', 401],
    ['toString', 401],
  ])('%s cannot be written: error %i', (element, code) => {
    expect(codeOf(element, '1')).toBe(code);
  });

  it('what is only written cannot be read', () => {
    const read = (element: string) => checkRead(scorm12Model, element)?.code ?? 0;
    expect(read('cmi.core.exit')).toBe(404);
    expect(read('cmi.interactions.0.id')).toBe(404);
    expect(read('cmi.interactions._count')).toBe(0);
    expect(read('cmi.core.total_time')).toBe(0);
    expect(read('cmi.nothing')).toBe(401);
  });
});
