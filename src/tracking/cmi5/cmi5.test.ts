import { describe, expect, it } from 'vitest';
import { encodeProgress } from '#src/course/progress-codec.ts';
import { blankProgress } from '#src/course/progress.ts';
import { cmi5Stage } from '#src/tracking/testing/lrs/stage.ts';
import { answer, finished, report } from '#src/tracking/testing/reports.ts';

const first = () => report({ record: 'first', progress: 0, interactions: [answer()] });

describe('launch', () => {
  it.each(['endpoint', 'fetch', 'actor', 'registration', 'activityId'])(
    'says that no LMS launched the course where the address lacks %s',
    async (name) => {
      const stage = cmi5Stage();
      const parameters = new URLSearchParams(stage.lms.launch());
      parameters.delete(name);
      const { launch } = await stage.openAt(`?${parameters.toString()}`);
      expect(launch).toEqual({
        connected: false,
        reason: `The address of the page lacks ${name}: no LMS has launched the course.`,
      });
      expect(stage.lms.log).toEqual([]);
    },
  );

  it('asks for token, launch data, preferences and record once each, then opens the session', async () => {
    const { lms, open } = cmi5Stage();
    await open();
    expect(lms.log).toEqual([
      'POST fetch',
      'GET activities/state',
      'GET agents/profile',
      'GET activities/state',
      'POST statements',
    ]);
    expect(lms.verbs).toEqual(['initialized']);
  });

  it('tells the LMS’s mastery score as the pass mark, and none where there is none', async () => {
    expect((await cmi5Stage().open({ masteryScore: 0.925 })).launch).toMatchObject({
      passMark: 92.5,
    });
    expect((await cmi5Stage().open()).launch).toMatchObject({ passMark: undefined });
  });

  it('says what the LMS said where it gives no token', async () => {
    const stage = cmi5Stage();
    await stage.open();
    stage.browser.sessionStorage.isBroken = true;
    expect((await stage.reload()).launch).toEqual({
      connected: false,
      reason: 'The LMS gave no authorization token: 1 The token has been returned.',
    });
  });

  it.each(['', 'no JSON', '{"launchMode":"Normal"}'])(
    'refuses launch data that are “%s”',
    async (text) => {
      const stage = cmi5Stage();
      const search = stage.lms.launch();
      stage.lms.documents.set(stage.lms.documentKeyOf('LMS.LaunchData'), text);
      const { launch } = await stage.openAt(search);
      expect(launch).toEqual({
        connected: false,
        reason: `The LMS gave no launch data: LMS.LaunchData is “${text}”`,
      });
    },
  );

  it('asks the learner where the record can’t be read, and reads it at another try', async () => {
    const stage = cmi5Stage();
    await stage.open();
    stage.lms.faults.answers = ({ query }) =>
      query.get('stateId') === 'trade.record' ? { status: 500, body: 'no disk' } : undefined;
    const { tracker, launch } = await stage.reload();
    expect(launch).toMatchObject({
      connected: true,
      doubt: { is: 'unread', reason: 'GET activities/state: 500 no disk' },
    });
    stage.lms.faults.answers = undefined;
    expect(await tracker.launch()).toMatchObject({ connected: true, record: '', doubt: undefined });
  });

  it('hands on a record that is not ours as it is, so that it is found damaged', async () => {
    const stage = cmi5Stage();
    const search = stage.lms.launch();
    stage.lms.documents.set(stage.lms.documentKeyOf('trade.record'), '{"rec');
    expect((await stage.openAt(search)).launch).toMatchObject({ record: '{"rec' });
  });
});

describe('a reload', () => {
  it('keeps token and session, and opens neither a second time', async () => {
    const { lms, open, reload } = cmi5Stage();
    const { tracker } = await open();
    await tracker.save(first());
    const again = await reload();
    expect(again.launch).toMatchObject({ connected: true, record: 'first' });
    expect(await again.tracker.terminate(finished())).toEqual({ saved: true });
    expect(lms.log.filter((one) => one === 'POST fetch')).toHaveLength(1);
    expect(lms.verbs).toEqual(['initialized', 'answered', 'completed', 'passed', 'terminated']);
    expect(lms.refusals).toEqual([]);
  });

  it('after the end says that the session is over', async () => {
    const { open, reload } = cmi5Stage();
    await (await open()).tracker.terminate(report());
    expect((await reload()).launch).toEqual({
      connected: false,
      reason: 'This session was ended; it takes nothing more.',
    });
  });

  it('is not taken for the end: what is due goes out, and the session stays open', async () => {
    const { lms, open, reload } = cmi5Stage();
    const { tracker } = await open();
    await tracker.terminate(first(), 'leave');
    expect((await reload()).launch).toMatchObject({ connected: true, record: 'first' });
    expect(lms.verbs).toEqual(['initialized', 'answered']);
  });
});

describe('verdicts', () => {
  it('are told once for a registration, whatever the sessions', async () => {
    const { lms, open } = cmi5Stage();
    await (await open()).tracker.terminate(finished());
    const { tracker } = await open();
    await tracker.save(finished({ record: 'again' }));
    await tracker.terminate(finished({ record: 'again' }));
    const told = lms.log.filter((request) => request === 'POST statements');
    expect(told).toHaveLength(['opened', 'verdicts', 'ended', 'opened', 'ended'].length);
    expect(lms.withVerb('completed')).toHaveLength(1);
    expect(lms.withVerb('passed')).toHaveLength(1);
    expect(lms.refusals).toEqual([]);
  });

  it('count as told where the LMS has them and its answer was lost', async () => {
    const stage = cmi5Stage();
    const { tracker } = await stage.open();
    stage.lms.faults.cut = { at: stage.lms.requests + 1, handled: true };
    expect(await tracker.save(finished())).toMatchObject({ saved: false });
    stage.lms.faults.cut = undefined;
    const again = await stage.open();
    expect(await again.tracker.save(finished())).toEqual({ saved: true });
    expect(stage.lms.withVerb('passed')).toHaveLength(1);
  });

  it('that the LMS refuses are told to the learner, and the record is kept all the same', async () => {
    const stage = cmi5Stage();
    const { tracker } = await stage.open();
    stage.lms.rules = [({ verb }) => (verb.id.endsWith('/passed') ? 'no passing here' : undefined)];
    expect(await tracker.save(finished())).toEqual({
      saved: false,
      reason: 'POST statements: 403 no passing here',
    });
    expect(stage.record()).toContain('"record":"done"');
    expect(stage.lms.verbs).toEqual(['initialized', 'completed']);
  });

  it('never pass below the mark of the LMS, nor say failed', async () => {
    const { lms, open } = cmi5Stage();
    const { tracker } = await open({ masteryScore: 0.95 });
    expect(await tracker.terminate(finished({ score: 94.999 }))).toEqual({ saved: true });
    expect(lms.verbs).toEqual(['initialized', 'completed', 'terminated']);
  });

  it('pass at the very mark of the LMS', async () => {
    const { lms, open } = cmi5Stage();
    await (await open({ masteryScore: 0.95 })).tracker.terminate(finished({ score: 95 }));
    expect(lms.withVerb('passed')).toHaveLength(1);
  });

  it('wait while nothing is completed', async () => {
    const { lms, open } = cmi5Stage();
    await (await open()).tracker.terminate(report({ score: 100, progress: 0.99 }));
    expect(lms.verbs).toEqual(['initialized', 'progressed', 'terminated']);
  });
});

describe('progress', () => {
  it('is told at each tenth, once, and not when the course is completed', async () => {
    const { lms, open } = cmi5Stage();
    const { tracker } = await open();
    for (const progress of [0.04, 0.1, 0.19, 0.29, 0.3]) {
      await tracker.save(report({ record: `at-${progress}`, progress }));
    }
    await tracker.save(finished());
    const told = lms.withVerb('progressed').map(({ result }) => result?.extensions);
    expect(told.map((extensions) => Object.values(extensions ?? {}))).toEqual([[10], [20], [30]]);
  });
});

describe('the end', () => {
  it('goes where the LMS wants the learner, after terminated', async () => {
    const { browser, lms, open } = cmi5Stage();
    const { tracker } = await open({ returnURL: 'https://lms.example/courses' });
    expect(browser.visited).toEqual([]);
    await tracker.terminate(report());
    expect(lms.verbs.at(-1)).toBe('terminated');
    expect(browser.visited).toEqual(['https://lms.example/courses']);
  });

  it('is not told while something is unsaved', async () => {
    const { browser, lms, open } = cmi5Stage();
    const { tracker } = await open({ returnURL: 'https://lms.example/courses' });
    lms.faults.failingWrites = 1;
    expect(await tracker.terminate(finished())).toMatchObject({ saved: false });
    expect(lms.verbs).not.toContain('terminated');
    expect(browser.visited).toEqual([]);
  });
});

describe.each(['Browse', 'Review'])('in mode %s', (launchMode) => {
  it('the session is opened and ended, and nothing else is told or stored', async () => {
    const stage = cmi5Stage();
    const { tracker, launch } = await stage.open({ launchMode });
    expect(launch).toMatchObject({ connected: true, mode: launchMode.toLowerCase() });
    expect(await tracker.save(finished({ interactions: [answer()] }))).toEqual({ saved: true });
    expect(await tracker.terminate(finished())).toEqual({ saved: true });
    expect(stage.lms.verbs).toEqual(['initialized', 'terminated']);
    expect(stage.record()).toBeUndefined();
  });
});

describe('answers', () => {
  it('are questions below the unit, in batches, with times that never run before the session', async () => {
    const { lms, environment, open } = cmi5Stage();
    const { tracker } = await open();
    const early = answer({ at: environment.now() - 60_000 });
    const late = answer({ attempt: 2, at: environment.now(), credit: 1 });
    await tracker.save(report({ interactions: [early, late] }));
    const [opened, one, two] = lms.statements;
    expect(one?.timestamp).toBe(opened?.timestamp);
    expect(one?.object).toMatchObject({
      objectType: 'Activity',
      id: 'https://lms.example/au/41/test/security/question/seal-check',
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        name: { 'en-US': 'security.seal-check' },
        description: { 'en-US': 'Which seals are high-security seals?' },
        interactionType: 'choice',
        correctResponsesPattern: ['a[,]b'],
      },
    });
    expect(one?.result).toEqual({
      score: { scaled: 1 },
      success: true,
      response: 'b',
      duration: 'PT0H0M12.34S',
    });
    expect(two?.result).toMatchObject({ score: { scaled: 0.25 }, success: false });
    expect(lms.log.filter((request) => request === 'POST statements')).toHaveLength(2);
  });

  it('that were never taken go out with the next session of the registration', async () => {
    const stage = cmi5Stage();
    const { tracker } = await stage.open();
    stage.lms.faults.isDown = true;
    expect(await tracker.save(first())).toMatchObject({ saved: false });
    stage.lms.faults.isDown = false;
    await (await stage.open()).tracker.save(report({ record: 'later' }));
    expect(stage.lms.withVerb('answered')).toHaveLength(1);
    expect(stage.lms.refusals).toEqual([]);
  });

  it('that the LMS will never take keep nothing else back', async () => {
    const stage = cmi5Stage();
    const { tracker } = await stage.open();
    stage.lms.rules = [
      ({ object }) => (object.id.endsWith('/seal-check') ? 'not this one' : undefined),
    ];
    const other = answer({ id: 'security.other' });
    expect(await tracker.save(report({ interactions: [answer(), other] }))).toEqual({
      saved: true,
    });
    expect(stage.lms.withVerb('answered')).toHaveLength(1);
    const before = stage.lms.log.length;
    await tracker.save(report());
    expect(stage.lms.log).toHaveLength(before);
  });
});

describe('the record', () => {
  const recordOf = (bestScore: number, completed = false) =>
    encodeProgress({ ...blankProgress(7), bestScore, completed });

  it('takes one request for each save, and none where nothing changed', async () => {
    const { lms, open } = cmi5Stage();
    const { tracker } = await open();
    const before = lms.log.length;
    await tracker.save(report({ progress: 0 }));
    await tracker.save(report({ progress: 0 }));
    expect(lms.log.slice(before)).toEqual(['PUT activities/state']);
  });

  it.each([false, true])(
    'is the best of two tabs (LRS tells no ETags: %s)',
    async (tellsNoEtags) => {
      const stage = cmi5Stage();
      stage.lms.faults.tellsNoEtags = tellsNoEtags;
      const one = (await stage.open()).tracker;
      const two = (await stage.reload()).tracker;
      await one.save(report({ record: recordOf(40) }));
      await two.save(report({ record: recordOf(0, true) }));
      if (!tellsNoEtags) expect(stage.record()).toContain(recordOf(40, true));
      await one.save(report({ record: recordOf(50) }));
      const { launch } = await stage.reload();
      // Without ETags the last one wins: nobody tells of the other.
      const expected = tellsNoEtags ? recordOf(50) : recordOf(50, true);
      expect(launch).toMatchObject({ record: expected });
    },
  );

  it('of a page that goes is stored also where an earlier one is still on its way', async () => {
    const stage = cmi5Stage();
    const { tracker } = await stage.open();
    await tracker.save(report({ record: 'one' }));
    const before = stage.lms.requests;
    const saving = tracker.save(report({ record: 'two' }));
    while (stage.lms.requests === before) await Promise.resolve();
    await tracker.terminate(report({ record: 'three' }), 'leave');
    await saving;
    expect((await stage.reload()).launch).toMatchObject({ record: 'three' });
  });

  it('of a page that goes is not overtaken by a save under way', async () => {
    const stage = cmi5Stage();
    const { tracker } = await stage.open();
    await tracker.save(report({ record: 'one' }));
    const saving = tracker.save(report({ record: 'two' }));
    await tracker.terminate(report({ record: 'three' }), 'leave');
    await saving;
    expect((await stage.reload()).launch).toMatchObject({ record: 'three' });
  });
});

describe('a page that is killed', () => {
  const whole = async ({ tracker }: Awaited<ReturnType<ReturnType<typeof cmi5Stage>['open']>>) => {
    const saved: string[] = [];
    for (const record of ['a', 'b', 'c']) {
      const interactions = [answer({ id: `security.${record}` })];
      const result = await tracker.save(report({ record, interactions }));
      if (result.saved) saved.push(record);
    }
    const end = await tracker.terminate(finished({ record: 'd' }));
    if (end.saved) saved.push('d');
    return saved;
  };

  it.each([true, false])(
    'at any request loses nothing that was called saved (the last one arrives: %s)',
    async (handled) => {
      const rehearsal = cmi5Stage();
      await whole(await rehearsal.open());
      const most = rehearsal.lms.requests;
      expect(most).toBeGreaterThan(12);
      for (let at = 1; at <= most; at += 1) {
        const stage = cmi5Stage();
        stage.lms.faults.cut = { at, handled };
        const saved = await whole(await stage.open());
        stage.lms.faults.cut = undefined;
        const { launch } = await stage.open();
        const record = launch.connected ? launch.record : 'not connected';
        expect(`${at}: ${record}`).toSatisfy(() => record >= (saved.at(-1) ?? ''));
        const answered = stage.lms.withVerb('answered').map(({ object }) => object.id.at(-1));
        expect(answered).toEqual(expect.arrayContaining(saved.filter((one) => one !== 'd')));
      }
    },
  );

  it('at any request goes on after a reload, and all is told once and in order', async () => {
    const rehearsal = cmi5Stage();
    await whole(await rehearsal.open());
    for (let at = 2; at <= rehearsal.lms.requests; at += 1) {
      const stage = cmi5Stage();
      stage.lms.faults.cut = { at, handled: true };
      await whole(await stage.open());
      stage.lms.faults.cut = undefined;
      const again = await stage.reload();
      if (again.launch.connected) await whole(again);
      else await whole(await stage.open());
      expect(stage.lms.refusals).toEqual([]);
      expect(stage.lms.withVerb('passed')).toHaveLength(1);
      expect(new Set(stage.lms.withVerb('answered').map(({ object }) => object.id)).size).toBe(3);
    }
  });
});
