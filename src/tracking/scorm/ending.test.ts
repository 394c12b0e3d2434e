import { describe, expect, it } from 'vitest';
import { CASES, SESSION_VERBS } from '#src/tracking/testing/cases.ts';
import { answer, finished, report } from '#src/tracking/testing/reports.ts';
import { scormStage } from '#src/tracking/testing/stage.ts';

describe.each(CASES)('$protocol at the end', ({ protocol, sessionTime, exit, duration }) => {
  it('writes, tells the time spent, commits, terminates, in this order and once', async () => {
    const { lms, environment, open } = scormStage(protocol);
    const { tracker } = await open();
    environment.pass(65_000);
    const since = lms.log.length;
    tracker.terminate(finished());
    tracker.terminate(finished());
    const calls = lms.log.slice(since).filter(({ verb }) => SESSION_VERBS.includes(verb));
    expect(calls.slice(-2).map(({ verb }) => verb)).toEqual(['commit', 'terminate']);
    expect(calls.filter(({ verb }) => verb === 'commit' || verb === 'terminate')).toHaveLength(2);
    expect(calls).toContainEqual({ verb: 'setValue', element: sessionTime, value: duration });
    expect(lms.stored.get(exit)).toBe('suspend');
  });

  it('terminates once where the LMS takes the page away in the middle of it', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    lms.onTerminate = () => tracker.terminate(finished());
    expect(tracker.terminate(finished())).toEqual({ saved: true });
    expect(lms.calls('terminate')).toHaveLength(1);
  });

  it('terminates even where the last commit failed', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    lms.faults.failingCommits = 1;
    expect(tracker.terminate(report())).toMatchObject({ saved: false });
    expect(lms.calls('terminate')).toHaveLength(1);
  });
});

describe.each(CASES)('$protocol opened for looking only', ({ protocol, mode, status, exit }) => {
  it.each(['review', 'browse'])('writes nothing in %s mode', async (looking) => {
    const held = {
      [mode]: looking,
      [status]: 'completed',
      'cmi.suspend_data': 'first.1',
      [exit]: 'suspend',
    };
    const { lms, open } = scormStage(protocol, held);
    const { tracker, launch } = await open();
    expect(launch).toMatchObject({ mode: looking, record: 'first' });
    expect(tracker.save(finished({ interactions: [answer()] }))).toEqual({ saved: true });
    expect(tracker.terminate(finished())).toEqual({ saved: true });
    expect(lms.calls('setValue', 'commit')).toEqual([]);
    expect(lms.calls('terminate')).toHaveLength(1);
  });

  it('leaves a preview of an untouched attempt untouched', async () => {
    const { lms, open } = scormStage(protocol, { [mode]: 'browse' });
    const { tracker } = await open();
    tracker.terminate(finished());
    expect(Object.fromEntries(lms.stored)).toEqual({ [mode]: 'browse' });
  });
});
