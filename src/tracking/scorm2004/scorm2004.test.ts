import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '#src/course/interaction.ts';
import { answer, anyAnswer, finished, report } from '#src/tracking/testing/reports.ts';
import { scormStage } from '#src/tracking/testing/stage.ts';
import { interactionFields } from './interaction.ts';

const stage = (stored: Readonly<Record<string, string>> = {}) =>
  scormStage('scorm2004', { 'cmi.exit': 'suspend', ...stored });

describe('the order of a save', () => {
  it('is score, interactions, success, completion, place and record, commit', async () => {
    const { lms, open } = stage();
    const { tracker } = await open();
    const since = lms.log.length;
    const final = answer({ id: 'final.security.seal-check', isFinal: true });
    tracker.save(finished({ interactions: [final] }));
    expect(
      lms.log.slice(since).map(({ verb, element }) => (verb === 'setValue' ? element : verb)),
    ).toEqual([
      'cmi.score.raw',
      'cmi.score.min',
      'cmi.score.max',
      'cmi.score.scaled',
      'getValue',
      'cmi.interactions.0.id',
      'cmi.interactions.0.type',
      'cmi.interactions.0.result',
      'cmi.interactions.0.learner_response',
      'cmi.interactions.0.correct_responses.0.pattern',
      'cmi.interactions.0.objectives.0.id',
      'cmi.interactions.0.latency',
      'cmi.interactions.0.description',
      'cmi.interactions.0.timestamp',
      'cmi.success_status',
      'cmi.completion_status',
      'cmi.progress_measure',
      'cmi.location',
      'cmi.session_time',
      'cmi.suspend_data',
      'commit',
    ]);
  });
});

describe('the values', () => {
  it('are a percentage, its share of one, and both statuses', async () => {
    const { lms, open } = stage();
    (await open()).tracker.save(finished({ score: 83.3333, progress: 0.99999 }));
    expect(Object.fromEntries(lms.stored)).toMatchObject({
      'cmi.score.raw': '83.33',
      'cmi.score.scaled': '0.8333',
      'cmi.success_status': 'passed',
      'cmi.completion_status': 'completed',
      'cmi.progress_measure': '0.9999',
    });
  });

  it('never lower the progress that the LMS held', async () => {
    const { lms, open } = stage({
      'cmi.progress_measure': '1',
      'cmi.completion_status': 'completed',
    });
    (await open()).tracker.save(report({ progress: 0.2 }));
    expect(lms.stored.get('cmi.progress_measure')).toBe('1');
  });

  it('keep scaled back until it is final where the LMS compares it with a pass mark', async () => {
    const { lms, open } = stage({ 'cmi.scaled_passing_score': '0.8' });
    const { tracker } = await open();
    tracker.save(report({ score: 10, completed: true }));
    expect([lms.stored.get('cmi.score.raw'), lms.stored.get('cmi.score.scaled')]).toEqual([
      '10',
      undefined,
    ]);
    tracker.save(finished({ score: 90 }));
    expect(lms.stored.get('cmi.score.scaled')).toBe('0.9');
  });
});

describe('the end', () => {
  it('asks to suspend the attempt, also when the course is done, so that it opens again', async () => {
    for (const last of [report(), finished()]) {
      const { lms, open } = stage();
      (await open()).tracker.terminate(last);
      expect([lms.stored.get('adl.nav.request'), lms.stored.get('cmi.exit')]).toEqual([
        'suspendAll',
        'suspend',
      ]);
    }
  });

  it('is good where the LMS knows no navigation', async () => {
    const { lms, open } = stage();
    const { tracker } = await open();
    lms.faults.unknown = ['adl.nav.request'];
    expect(tracker.terminate(finished())).toEqual({ saved: true });
    expect(lms.refusals).toEqual(['401 adl.nav.request = suspendAll']);
  });
});

describe('interactions', () => {
  const fieldsOf = (interaction: Interaction) => {
    const { type, rest } = interactionFields(interaction, 0, 4000);
    return Object.fromEntries([['type', type], ...rest]);
  };

  it.each([
    [{ type: 'choice', response: ['a', 'c'], correct: ['a'] }, 'choice', 'a[,]c', 'a'],
    [
      {
        type: 'matching',
        response: [
          ['a', '2'],
          ['b', '1'],
        ],
        correct: [['a', '1']],
      },
      'matching',
      'a[.]2[,]b[.]1',
      'a[.]1',
    ],
    [
      {
        type: 'performance',
        response: [
          ['read-the-report', 'b'],
          ['door', 'look at it'],
        ],
        correct: [['read-the-report', 'a']],
      },
      'performance',
      'read_the_report[.]b[,]door[.]look_at_it',
      'read_the_report[.]a',
    ],
    [{ type: 'numeric', response: 7.5, correct: { min: 8, max: 9 } }, 'numeric', '7.5', '8[:]9'],
    [{ type: 'numeric', response: 100_000, correct: { min: 8, max: 8 } }, 'fill-in', '100000', '8'],
    [
      { type: 'numeric', response: 7, correct: { min: 250_000, max: 250_000 } },
      'fill-in',
      '7',
      '250000',
    ],
    [{ type: 'fill-in', response: '{x} [,]\ny', correct: ['z'] }, 'fill-in', '(x} () y', 'z'],
  ] as const)('of %j read as %s %s', (body, type, response, pattern) => {
    expect(fieldsOf(answer({}, body))).toMatchObject({
      type,
      learner_response: response,
      'correct_responses.0.pattern': pattern,
    });
  });

  it('name options by their words, and each by words of its own', () => {
    const labels = {
      a: { seen: 'b', text: 'A high-security bolt seal (ISO 17712)' },
      b: { seen: 'a', text: 'A bolt' },
      c: { seen: 'c', text: 'A bolt!' },
      'door.b': { seen: 'a', text: 'Refuse the container' },
    };
    const choice = { type: 'choice', response: ['b', 'c'], correct: ['a'] } as const;
    expect(fieldsOf(answer({ labels }, choice))).toMatchObject({
      learner_response: 'A_bolt[,]A_bolt_c',
      'correct_responses.0.pattern': 'A_high_security_bolt_seal_ISO_17712',
    });
    const steps = { type: 'performance', response: [['door', 'b']], correct: [] } as const;
    expect(fieldsOf(answer({ labels }, steps))).toMatchObject({
      learner_response: 'door[.]Refuse_the_container',
    });
  });

  it('name options by the letters that the learner saw where words have no room', () => {
    const text = 'Words and words and words and words and words and words and words';
    const labels = { a: { seen: 'b', text }, b: { seen: 'a', text: `More ${text}` } };
    const choice = { type: 'choice', response: ['b', 'a'], correct: ['a'] } as const;
    const { rest } = interactionFields(answer({ labels }, choice), 0, 530);
    expect(Object.fromEntries(rest)).toMatchObject({ learner_response: 'a[,]b' });
  });

  it('count a step that was taken again, since some LMSs want the items to differ', () => {
    const step = ['file', 'right'] as const;
    const body = { type: 'performance', response: [step, step], correct: [step] } as const;
    expect(fieldsOf(answer({}, body))).toMatchObject({
      learner_response: 'file[.]right[,]file_2[.]right',
      'correct_responses.0.pattern': 'file[.]right',
    });
  });

  it('tell of a long performance as many whole steps as 255 characters hold', () => {
    const steps = Array.from(
      { length: 9 },
      (_, index) => [`${'x'.repeat(35)}${index}`, 'a'] as const,
    );
    const responseOf = (count: number) => {
      const response = steps.slice(0, count);
      const body = { type: 'performance', response, correct: [] } as const;
      return fieldsOf(answer({}, body))['learner_response'] ?? '';
    };
    expect(responseOf(6).length).toBeLessThanOrEqual(255);
    expect(responseOf(6).match(/x{35}/g)).toHaveLength(6);
    expect(responseOf(9).length).toBeLessThanOrEqual(255);
    expect(responseOf(9)).toMatch(/a$/);
  });

  it('are right, incorrect, or the share earned', () => {
    const results = ([0, 1, 4] as const).map((credit) => fieldsOf(answer({ credit }))['result']);
    expect(results).toEqual(['incorrect', '0.25', 'correct']);
  });

  it('cut a long description between code points', () => {
    const fields = fieldsOf(answer({ description: `${'x'.repeat(249)}🚢` }));
    expect(fields['description']).toBe('x'.repeat(249));
  });

  it('leave out a response that was not given', async () => {
    const { lms, open } = stage();
    const blank = answer({}, { type: 'choice', response: [], correct: ['a'] });
    (await open()).tracker.save(report({ interactions: [blank] }));
    expect(lms.elementsSet()).not.toContain('cmi.interactions.0.learner_response');
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
