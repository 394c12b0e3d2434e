import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '#src/simulator/options.ts';
import { loadEngine } from './engine.ts';
import { Session } from './session.ts';
import { scorm12, scorm2004, type Standard } from './standard.ts';
import {
  PATTERNS_2004,
  RESPONSES_12,
  RESPONSES_2004,
  VALUES_12,
  VALUES_2004,
} from './strict/examples.ts';

const Q = 'cmi.interactions.0';

async function createPlayer(standard: Standard) {
  const newEngine = await loadEngine(standard.name);
  /** Sets values in a fresh session; says which were refused. */
  return (writes: [string, string][]): string[] => {
    const session = new Session({
      standard,
      options: DEFAULT_OPTIONS,
      info: {},
      newEngine,
      loadRecord: () => undefined,
      saveRecord: () => undefined,
      now: () => '',
      block: () => undefined,
    });
    session.initialize('');
    return writes
      .filter(([element, value]) => session.set(element, value).result !== 'true')
      .map(([element, value]) => `${element} = ${value.slice(0, 40)}`);
  };
}

/** Whether anything must be set before `element`. */
const before = (element: string): [string, string][] =>
  element.startsWith(`${Q}.`) && element !== `${Q}.id` ? [[`${Q}.id`, 'q1']] : [];

describe('scorm-again', () => {
  it('takes every value of SCORM 1.2 that the strict checks take', async () => {
    const play = await createPlayer(scorm12);
    const values = VALUES_12.flatMap(([element, accepted]) =>
      accepted.flatMap((value) => play([...before(element), [element, value]])),
    );
    const responses = RESPONSES_12.flatMap(([type, accepted]) =>
      accepted.flatMap((value) =>
        play([
          [`${Q}.id`, 'q1'],
          [`${Q}.type`, type],
          [`${Q}.student_response`, value],
          [`${Q}.correct_responses.0.pattern`, value],
        ]),
      ),
    );
    expect([...values, ...responses]).toEqual([]);
  });

  it('takes every value of SCORM 2004 that the strict checks take', async () => {
    const play = await createPlayer(scorm2004);
    const values = VALUES_2004.flatMap(([element, accepted]) =>
      accepted.flatMap((value) => play([...before(element), [element, value]])),
    );
    const responses = (examples: typeof RESPONSES_2004, field: string): string[] =>
      examples.flatMap(([type, accepted]) =>
        accepted.flatMap((value) =>
          play([
            [`${Q}.id`, 'q1'],
            [`${Q}.type`, type],
            [`${Q}.${field}`, value],
          ]),
        ),
      );
    const refused = [
      ...values,
      ...responses(RESPONSES_2004, 'learner_response'),
      ...responses(PATTERNS_2004, 'correct_responses.0.pattern'),
    ];
    expect(refused).toEqual([]);
  });
});
