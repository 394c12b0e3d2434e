import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '#src/course/interaction.ts';
import { answer, anyAnswer, finished, report } from '#src/tracking/testing/reports.ts';
import { scormStage } from '#src/tracking/testing/stage.ts';
import { interactionFields } from './interaction.ts';

const STATUS = 'cmi.core.lesson_status';
const MASTERY = 'cmi.student_data.mastery_score';

const stage = (stored: Readonly<Record<string, string>> = {}) => scormStage('scorm12', stored);

describe('the order of a save', () => {
  it('is score, interactions, status, place and record, commit', async () => {
    const { lms, open } = stage();
    const { tracker } = await open();
    const since = lms.log.length;
    tracker.save(finished({ interactions: [answer()] }));
    expect(
      lms.log.slice(since).map(({ verb, element }) => (verb === 'setValue' ? element : verb)),
    ).toEqual([
      'getValue',
      'cmi.core.score.raw',
      'cmi.core.score.min',
      'cmi.core.score.max',
      'getValue',
      'cmi.interactions.0.id',
      'cmi.interactions.0.type',
      'cmi.interactions.0.objectives.0.id',
      'cmi.interactions.0.time',
      'cmi.interactions.0.correct_responses.0.pattern',
      'cmi.interactions.0.student_response',
      'cmi.interactions.0.result',
      'cmi.interactions.0.latency',
      STATUS,
      'cmi.core.lesson_location',
      'cmi.core.session_time',
      'cmi.suspend_data',
      'commit',
    ]);
  });
});

describe('the one status', () => {
  const cases = [
    // reporting, mastery, completed, passed → status
    ['passed-incomplete', '', true, false, 'incomplete'],
    ['passed-incomplete', '', true, true, 'passed'],
    ['passed-incomplete', '80', true, true, 'passed'],
    ['completed-incomplete', '', false, false, 'incomplete'],
    ['completed-incomplete', '', true, false, 'completed'],
    ['completed-incomplete', '', true, true, 'completed'],
    ['completed-incomplete', '80', true, false, 'completed'],
    ['completed-incomplete', '80', true, true, 'passed'],
  ] as const;

  it.each(cases)('%s, mastery score "%s", completed %s, passed %s: %s', async (...row) => {
    const [reporting, mastery, completed, passed, status] = row;
    const { lms, environment, open } = stage({ [MASTERY]: mastery });
    environment.reporting = reporting;
    (await open()).tracker.save(report({ completed, passed }));
    expect(lms.stored.get(STATUS)).toBe(status);
  });

  it.each(['failed', 'completed', 'passed'])('stays %s where the LMS held that', async (held) => {
    const { lms, open } = stage({ [STATUS]: held });
    const { tracker } = await open();
    lms.faults.failingCommits = 1;
    tracker.save(report());
    tracker.save(report());
    expect(lms.elementsSet()).not.toContain(STATUS);
  });
});

describe('a mastery score of the LMS', () => {
  it('holds the score back until the course is passed, or the LMS would record failed', async () => {
    const { lms, open } = stage({ [MASTERY]: '80' });
    const { tracker } = await open();
    tracker.save(report({ score: 10 }));
    expect(lms.stored.get('cmi.core.score.raw')).toBeUndefined();
    tracker.save(report({ score: 60, completed: true }));
    expect(lms.stored.get('cmi.core.score.raw')).toBeUndefined();
    tracker.save(finished({ score: 85 }));
    expect(lms.stored.get('cmi.core.score.raw')).toBe('85');
  });

  it('makes no failed out of a session that ends early', async () => {
    const { lms, open } = stage({ [MASTERY]: '80' });
    (await open()).tracker.terminate(report({ score: 60, completed: true }));
    expect(lms.stored.get(STATUS)).toBe('incomplete');
  });
});

describe('interactions', () => {
  const fieldsOf = (interaction: Interaction) => {
    const { type, rest } = interactionFields(interaction, 0);
    return Object.fromEntries([['type', type], ...rest]);
  };

  it.each([
    [{ type: 'choice', response: ['a', 'c'], correct: ['a'] }, 'a,c', 'a'],
    [{ type: 'sequencing', response: ['b', 'a'], correct: ['a', 'b'] }, 'b,a', 'a,b'],
    [
      {
        type: 'matching',
        response: [
          ['a', '2'],
          ['b', '1'],
        ],
        correct: [
          ['a', '1'],
          ['b', '2'],
        ],
      },
      'a.2,b.1',
      'a.1,b.2',
    ],
    [{ type: 'numeric', response: 250_000.5, correct: { min: 8, max: 8 } }, '250000.5', '8'],
    [{ type: 'numeric', response: 1, correct: { min: 8, max: 9 } }, '1', undefined],
    [{ type: 'fill-in', response: 'a\nseal', correct: ['seal'] }, 'a seal', 'seal'],
    [
      { type: 'performance', response: [['door', 'look at it']], correct: [['door', 'seal']] },
      'door.look_at_it',
      'door.seal',
    ],
  ] as const)('of %j read %s', (body, response, pattern) => {
    const fields = fieldsOf(answer({}, body));
    expect(fields).toMatchObject({ type: body.type, student_response: response });
    expect(fields['correct_responses.0.pattern']).toBe(pattern);
  });

  it('name options by the letters that the learner saw, the steps of a case by their words', () => {
    const labels = {
      a: { seen: 'c', text: 'A bolt' },
      b: { seen: 'a', text: 'A cable' },
      'door.b': { seen: 'a', text: 'Refuse the container' },
    };
    const choice = { type: 'choice', response: ['b'], correct: ['a', 'b'] } as const;
    expect(fieldsOf(answer({ labels }, choice))).toMatchObject({
      student_response: 'a',
      'correct_responses.0.pattern': 'c,a',
    });
    const steps = { type: 'performance', response: [['door', 'b']], correct: [] } as const;
    expect(fieldsOf(answer({ labels }, steps))).toMatchObject({
      student_response: 'door.Refuse_the_container',
    });
  });

  it('tell of a long performance as many whole steps as 255 characters hold', () => {
    const step = ['x'.repeat(36), 'a'] as const;
    const responseOf = (count: number) => {
      const body = { type: 'performance', response: Array(count).fill(step), correct: [] } as const;
      return fieldsOf(answer({}, body))['student_response'] ?? '';
    };
    expect(responseOf(6).length).toBeLessThanOrEqual(255);
    expect(responseOf(6).match(/x{36}/g)).toHaveLength(6);
    expect(responseOf(9).length).toBeLessThanOrEqual(255);
    expect(responseOf(9)).toMatch(/a$/);
  });

  it('are right, wrong, or the share earned', () => {
    const results = ([0, 1, 2, 3, 4] as const).map(
      (credit) => fieldsOf(answer({ credit }))['result'],
    );
    expect(results).toEqual(['wrong', '0.25', '0.5', '0.75', 'correct']);
  });

  it('follow on those of earlier sessions', async () => {
    const { lms, open } = stage();
    (await open()).tracker.save(report({ interactions: [answer(), answer({ attempt: 2 })] }));
    lms.newPage();
    (await open()).tracker.save(report({ interactions: [answer({ attempt: 3 })] }));
    expect(lms.stored.get('cmi.interactions.2.id')).toBe(
      'security.seal-check.a7.3.Which-seals-are-high-security-seals',
    );
    expect(lms.refusals).toEqual([]);
  });

  it('are offered once to an LMS that has none', async () => {
    const { lms, open } = stage();
    lms.faults.mandatoryOnly = true;
    const { tracker } = await open();
    tracker.save(report({ interactions: [answer(), answer({ attempt: 2 })] }));
    tracker.save(report({ record: 'second', interactions: [answer({ attempt: 3 })] }));
    expect(lms.elementsSet().filter((element) => element.includes('interactions'))).toEqual([
      'cmi.interactions.0.id',
    ]);
  });

  it('of any content are accepted by the strictest LMS', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAnswer, { maxLength: 5 }), async (interactions) => {
        const { lms, open } = stage();
        const { tracker } = await open();
        expect(tracker.save(report({ interactions }))).toEqual({ saved: true });
        expect(lms.refusals).toEqual([]);
      }),
    );
  });
});
