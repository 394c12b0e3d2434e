import type { ScormApi } from './api.ts';
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

  it('reads the learner’s id, the record and the pass mark', async () => {
    const { open } = scormStage(protocol, {
      [names.learner]: 'ada',
      [names.passMark.element]: names.passMark.eighty,
      'cmi.suspend_data': 'AbC-_1.7',
      [exit]: 'suspend',
    });
    expect((await open()).launch).toEqual({
      connected: true,
      mode: 'normal',
      record: 'AbC-_1',
      passMark: 80,
      recordLimit: protocol === 'scorm12' ? 4040 : 63_944,
      isUntouched: true,
      doubt: undefined,
      learnerId: 'ada',
    });
  });

  it.each([
    ['0.8', 80],
    ['0.955', 95.5],
    ['1', 100],
  ])('takes the pass mark "%s" for %d percent', async (held, percent) => {
    const { open } = scormStage(protocol, { [names.passMark.element]: held });
    expect((await open()).launch).toMatchObject({ passMark: percent });
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
    expect(await tracker.launch()).toMatchObject({ record: launch.connected ? launch.record : '' });
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

  it('writes nothing before the record was taken up', async () => {
    const { lms, tracker } = scormStage(protocol);
    await tracker().launch();
    expect(lms.calls('setValue', 'commit')).toEqual([]);
  });

  it('doubts a record that the LMS throws at instead of giving it', async () => {
    const { lms, tracker } = scormStage(protocol, {
      'cmi.suspend_data': 'first.1',
      [exit]: 'suspend',
    });
    lms.faults.throwing = ['getValue'];
    expect(await tracker().launch()).toMatchObject({ record: '', doubt: { is: 'unread' } });
  });

  it.each(names.refusals)('doubts a record that is refused with error %s', async (code) => {
    const { tracker } = giving(protocol, '', code);
    expect(await tracker().launch()).toMatchObject({ record: '', doubt: { is: 'unread' } });
  });

  it.each([false, 'false', null, undefined, 'null', 'undefined', ''])(
    'takes %j without an error for a record that was never set',
    async (given) => {
      const { tracker } = giving(protocol, given, '0');
      expect(await tracker().launch()).toMatchObject({ record: '', doubt: undefined });
    },
  );

  it('doubts an empty record beside a place or a score', async () => {
    const values = [
      { [names.location]: 'security/part-2', [status]: 'incomplete', [exit]: 'suspend' },
      { [names.score]: '40', [status]: 'incomplete', [exit]: 'suspend' },
    ];
    for (const held of values) {
      const { tracker } = scormStage(protocol, held);
      expect(await tracker().launch()).toMatchObject({ record: '', doubt: { is: 'missing' } });
    }
  });

  it.each([
    ['a trailing line break', 'AbC-_1.7\n'],
    ['line breaks of Windows', 'AbC\r\n-_1.7\r\n'],
    ['blanks around it', '  AbC-_1.7 '],
    ['a byte order mark', '\uFEFFAbC-_1.7'],
    ['NUL', 'AbC-_1.7\0'],
    ['quotation marks', '"AbC-_1.7"'],
    ['a second copy', 'AbC-_1.7AbC-_1.7'],
    ['a count that was cut off', 'AbC-_1.'],
    ['no count', 'AbC-_1'],
  ])('finds the record in spite of %s', async (_, given) => {
    const { tracker } = giving(protocol, given, '0');
    expect(await tracker().launch()).toMatchObject({ record: 'AbC-_1', doubt: undefined });
  });

  it('reads what the LMS gives at another try', async () => {
    const { lms, tracker } = scormStage(protocol, {
      'cmi.suspend_data': 'first.1',
      [exit]: 'suspend',
    });
    const opened = tracker();
    lms.faults.throwing = ['getValue'];
    await opened.launch();
    lms.faults.throwing = [];
    expect(await opened.launch()).toMatchObject({ record: 'first', doubt: undefined });
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

/** A stage whose LMS answers so, with this error code, when it is asked for the record. */
function giving(protocol: 'scorm12' | 'scorm2004', given: unknown, code: string) {
  const stage = scormStage(protocol);
  const { apiName, verbs } = stage.standard;
  let isAsked = false;
  const api = new Proxy<ScormApi>(stage.lms.api, {
    get(target, verb: string) {
      if (!(verb in target)) return undefined;
      return (element: string, value: string) => {
        if (verb === verbs.getLastError && isAsked) return code;
        isAsked = verb === verbs.getValue && element === 'cmi.suspend_data';
        return isAsked ? given : target[verb]?.(element, value);
      };
    },
  });
  stage.environment.window = fakeWindow({ [apiName]: api });
  return stage;
}
