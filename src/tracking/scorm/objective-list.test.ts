import { describe, expect, it } from 'vitest';
import { report } from '#src/tracking/testing/reports.ts';
import { scormStage } from '#src/tracking/testing/stage.ts';
import type { ObjectiveReport } from '#src/tracking/tracker.ts';

const LESSON = { id: 'security', name: 'Security: trust that gets checked' };
const begun: ObjectiveReport = { ...LESSON, score: 25, status: 'begun' };
const passed: ObjectiveReport = { ...LESSON, score: 90, status: 'passed' };
const objective: ObjectiveReport = { id: 'security.check-the-seal', score: 100, status: 'passed' };
const below: ObjectiveReport = { id: 'security.name-seals', score: 50, status: 'completed' };

const stage = (protocol: 'scorm12' | 'scorm2004') => {
  const opened = scormStage(protocol, protocol === 'scorm2004' ? { 'cmi.exit': 'suspend' } : {});
  const { lms } = opened;
  /** What the LMS holds of each, in order. */
  const held = () =>
    Object.fromEntries(
      [...lms.stored].filter(([element]) => element.startsWith('cmi.objectives.')),
    );
  return { ...opened, held };
};

describe('lessons and objectives in SCORM 1.2', () => {
  it('are told with id, score and status', async () => {
    const { open, held } = stage('scorm12');
    (await open()).tracker.save(report({ objectives: [begun, objective, below] }));
    expect(held()).toEqual({
      'cmi.objectives.0.id': 'security',
      'cmi.objectives.0.score.raw': '25',
      'cmi.objectives.0.status': 'incomplete',
      'cmi.objectives.1.id': 'security.check-the-seal',
      'cmi.objectives.1.score.raw': '100',
      'cmi.objectives.1.status': 'passed',
      'cmi.objectives.2.id': 'security.name-seals',
      'cmi.objectives.2.score.raw': '50',
      'cmi.objectives.2.status': 'completed',
    });
  });
});

describe('lessons and objectives in SCORM 2004', () => {
  it('are told with id, name, score and status, as far as there is room', async () => {
    const { open, held } = stage('scorm2004');
    (await open()).tracker.save(report({ objectives: [passed, objective, below] }));
    expect(held()).toEqual({
      'cmi.objectives.0.id': 'security',
      'cmi.objectives.0.completion_status': 'completed',
      'cmi.objectives.0.success_status': 'passed',
      'cmi.objectives.0.score.scaled': '0.9',
      'cmi.objectives.0.description': 'Security: trust that gets checked',
      'cmi.objectives.1.id': 'security.check-the-seal',
      'cmi.objectives.1.success_status': 'passed',
      'cmi.objectives.2.id': 'security.name-seals',
      'cmi.objectives.2.score.scaled': '0.5',
    });
  });
});

describe.each(['scorm12', 'scorm2004'] as const)('lessons and objectives in %s', (protocol) => {
  it('keep their places over all sessions, and only what changed is written', async () => {
    const { lms, open } = stage(protocol);
    (await open()).tracker.save(report({ objectives: [objective, begun] }));
    lms.newPage();
    const { tracker } = await open();
    const since = lms.log.length;
    tracker.save(report({ record: 'more', objectives: [begun, { ...objective, score: 100 }] }));
    tracker.save(report({ record: 'again', objectives: [{ ...begun, score: 50 }, objective] }));
    const written = lms.elementsSet(since).filter((element) => element.includes('objectives'));
    expect(written.filter((element) => !element.endsWith('.id'))).toEqual([
      expect.stringMatching(/^cmi\.objectives\.1\.score/),
    ]);
    expect(lms.refusals).toEqual([]);
  });

  it('never get worse', async () => {
    const { lms, open, held } = stage(protocol);
    (await open()).tracker.save(report({ objectives: [passed] }));
    const best = held();
    lms.newPage();
    (await open()).tracker.save(report({ record: 'lost', objectives: [begun] }));
    expect(held()).toEqual(best);
  });

  it('are told again after a failed commit', async () => {
    const { lms, open, held } = stage(protocol);
    const { tracker } = await open();
    lms.faults.failingCommits = 1;
    tracker.save(report({ objectives: [begun] }));
    expect(held()).toEqual({});
    tracker.save(report({ objectives: [begun] }));
    expect(Object.values(held())).toContain('security');
  });

  it('are offered once to an LMS that has none', async () => {
    const { lms, open } = stage(protocol);
    const { tracker } = await open();
    lms.faults.unknown = ['cmi.objectives.0.id'];
    tracker.save(report({ objectives: [begun, objective] }));
    expect(tracker.save(report({ record: 'more', objectives: [passed] }))).toEqual({ saved: true });
    const written = lms.elementsSet().filter((element) => element.includes('objectives'));
    expect(written).toEqual(['cmi.objectives.0.id']);
  });

  it('are no reason for a commit', async () => {
    const { lms, open } = stage(protocol);
    const { tracker } = await open();
    tracker.save(report());
    const since = lms.log.length;
    tracker.save(report({ objectives: [begun] }));
    expect(lms.log.slice(since)).toEqual([]);
  });
});
