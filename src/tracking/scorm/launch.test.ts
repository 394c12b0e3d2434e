import { describe, expect, it } from 'vitest';
import { CASES, SESSION_VERBS } from '#src/tracking/testing/cases.ts';
import { report } from '#src/tracking/testing/reports.ts';
import { fakeWindow, scormStage } from '#src/tracking/testing/stage.ts';

describe.each(CASES)('$protocol at launch', (names) => {
  const { protocol, mode, status, exit } = names;

  it('marks a first attempt as under way and to be resumed, with one commit', async () => {
    const { lms, open } = scormStage(protocol);
    await open();
    expect(lms.calls(...SESSION_VERBS)).toEqual([
      { verb: 'initialize', element: '', value: '' },
      { verb: 'setValue', element: status, value: 'incomplete' },
      { verb: 'setValue', element: exit, value: 'suspend' },
      { verb: 'commit', element: '', value: '' },
    ]);
  });

  it.each(names.untouched)('takes the status "%s" for a first attempt', async (held) => {
    const { lms, open } = scormStage(protocol, { [status]: held, [exit]: 'suspend' });
    await open();
    expect(lms.stored.get(status)).toBe('incomplete');
  });

  it('takes 15 calls at most', async () => {
    const { lms, open } = scormStage(protocol);
    await open();
    expect(lms.log.length).toBeLessThanOrEqual(15);
  });

  it('asks to be resumed in every session', async () => {
    const { lms, open } = scormStage(protocol, { [status]: 'completed', [exit]: 'suspend' });
    await open();
    expect(lms.elementsSet()).toEqual([exit]);
  });

  it('reads the learner’s name, the record and the pass mark', async () => {
    const { open } = scormStage(protocol, {
      [names.name]: 'Ada Lovelace',
      [names.passMark.element]: names.passMark.eighty,
      'cmi.suspend_data': 'AbC-_1.7',
      [exit]: 'suspend',
    });
    expect((await open()).launch).toEqual({
      connected: true,
      mode: 'normal',
      record: 'AbC-_1',
      passMark: 80,
      learnerName: 'Ada Lovelace',
    });
  });

  it.each(names.passMark.none)('takes the pass mark "%s" for none', async (mark) => {
    const { open } = scormStage(protocol, { [names.passMark.element]: mark });
    expect((await open()).launch).toMatchObject({ passMark: undefined });
  });

  it('takes an empty or unknown mode for normal', async () => {
    for (const held of ['', 'credit']) {
      const { open } = scormStage(protocol, { [mode]: held });
      expect((await open()).launch).toMatchObject({ mode: 'normal' });
    }
  });

  it('initialises once, however often it is called', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker, launch } = await open();
    expect(await tracker.launch()).toBe(launch);
    expect(lms.calls('initialize')).toHaveLength(1);
  });

  it('goes on in a session that a reload left open', async () => {
    const { lms, open } = scormStage(protocol);
    (await open()).tracker.save(report({ record: 'first' }));
    expect((await open()).launch).toMatchObject({ connected: true, record: 'first' });
    expect(lms.calls('initialize')).toHaveLength(2);
  });

  it('stays offline where the session is over', async () => {
    const { open } = scormStage(protocol);
    (await open()).tracker.terminate(report());
    expect((await open()).launch).toMatchObject({ connected: false });
  });

  it('stays offline where the record can’t be read, so as not to overwrite it', async () => {
    const { lms, open } = scormStage(protocol, {
      'cmi.suspend_data': 'first.1',
      [exit]: 'suspend',
    });
    lms.faults.throwing = ['getValue'];
    expect((await open()).launch).toEqual({
      connected: false,
      reason: 'The LMS does not give out the saved record.',
    });
    expect(lms.calls('setValue', 'commit')).toEqual([]);
  });

  it('does not begin a session that the learner has left while waiting', async () => {
    const { lms, environment, tracker } = scormStage(protocol);
    const late = environment.window;
    environment.window = fakeWindow();
    const left = tracker();
    const launching = left.launch();
    left.terminate(report());
    environment.window = late;
    expect(await launching).toMatchObject({ connected: false });
    expect(lms.log).toEqual([]);
  });
});
