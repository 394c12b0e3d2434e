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
    tracker.save(finished({ interactions: [answer()] }));
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
      'cmi.interactions.0.timestamp',
      'cmi.interactions.0.learner_response',
      'cmi.interactions.0.result',
      'cmi.interactions.0.objectives.0.id',
      'cmi.interactions.0.correct_responses.0.pattern',
      'cmi.interactions.0.latency',
      'cmi.interactions.0.description',
      'cmi.success_status',
      'cmi.completion_status',
      'cmi.progress_measure',
      'cmi.location',
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
    tracker.save(report({ score: 10 }));
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
    const { type = '', rest = [] } = interactionFields(interaction, 'id', 0) ?? {};
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
    [{ type: 'numeric', response: 100_000, correct: { min: 8, max: 9 } }, 'numeric', '', '8[:]9'],
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

  it('keep their place after a failed commit, so that ids stay unique', async () => {
    const { lms, open } = stage();
    const { tracker } = await open();
    lms.faults.failingCommits = 1;
    tracker.save(report({ interactions: [answer()] }));
    tracker.save(report({ interactions: [answer(), answer({ attempt: 2 })] }));
    expect(lms.refusals).toEqual([]);
    expect(lms.elementsSet().filter((element) => element.endsWith('.result'))).toEqual([
      'cmi.interactions.0.result',
      'cmi.interactions.0.result',
      'cmi.interactions.1.result',
    ]);
  });

  it('fit with everything else into a beacon of 64 KiB, 64 of them in long texts', async () => {
    const { lms, open } = stage();
    const { tracker } = await open();
    const interactions = Array.from({ length: 100 }, (_, index) =>
      answer({
        id: `one-of-the-longer-lesson-names.one-of-the-longer-question-names-${index}`,
        objective: 'one-of-the-longer-lesson-names.one-of-the-longer-objectives',
        description: 'x'.repeat(300),
      }),
    );
    const record = 'x'.repeat(4080);
    expect(tracker.save(finished({ record, interactions }))).toEqual({ saved: true });
    const results = lms.elementsSet().filter((element) => element.endsWith('.result'));
    expect(results).toHaveLength(64);
    expect(beaconSize(lms.stored)).toBeLessThan(64 * 1024);
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

/** What Moodle sends when the page closes: multipart form data with one part for each value. */
function beaconSize(values: ReadonlyMap<string, string>): number {
  const boundary = `------WebKitFormBoundary${'x'.repeat(16)}`;
  const parts = [...values].map(
    ([element, value]) =>
      `${boundary}\r\nContent-Disposition: form-data; name="${element.replace('.', '__')}"\r\n\r\n${value}\r\n`,
  );
  return new TextEncoder().encode(parts.join('')).length;
}
