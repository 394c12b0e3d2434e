import { describe, expect, it } from 'vitest';
import { CASES } from '#src/tracking/testing/cases.ts';
import { answer, finished, report } from '#src/tracking/testing/reports.ts';
import { scormStage } from '#src/tracking/testing/stage.ts';

const resultsIn = (stored: ReadonlyMap<string, string>) =>
  [...stored.keys()].filter((element) => element.endsWith('.result'));

describe.each(CASES)('$protocol while saving', (names) => {
  const { protocol, status, score, exit, location } = names;

  it('never lowers status or score', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    tracker.save(finished({ score: 90 }));
    const best = new Map(lms.stored);
    tracker.save(report({ score: 40 }));
    for (const element of [status, score]) expect(lms.stored.get(element)).toBe(best.get(element));
  });

  it('never goes below what the LMS held at launch', async () => {
    const { lms, open } = scormStage(protocol, {
      [status]: 'completed',
      [score]: '85.5',
      [exit]: 'suspend',
    });
    const { tracker } = await open();
    tracker.save(report({ score: 40 }));
    expect([lms.stored.get(status), lms.stored.get(score)]).toEqual(['completed', '85.5']);
  });

  it('never sends failed', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    tracker.save(report({ score: 10, completed: true }));
    tracker.terminate(report({ score: 10, completed: true }));
    expect(lms.log.filter(({ value }) => value === 'failed')).toEqual([]);
  });

  it('writes no score while nothing was answered', async () => {
    const { lms, open } = scormStage(protocol);
    (await open()).tracker.save(report());
    expect(lms.elementsSet().filter((element) => element.includes('score'))).toEqual([]);
  });

  it('writes only what changed', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    tracker.save(report({ score: 50 }));
    const since = lms.log.length;
    tracker.save(report({ score: 50, record: 'AbC-_2', location: 'security/part-2' }));
    expect(lms.elementsSet(since)).toEqual([location, 'cmi.suspend_data']);
  });

  it('does not trouble the LMS for what it can do without', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    tracker.save(report({ score: 50 }));
    const since = lms.log.length;
    tracker.save(report({ score: 50, location: 'security/part-2' }));
    expect(lms.log.slice(since)).toEqual([]);
  });

  it('cuts a location that is too long', async () => {
    const { lms, open } = scormStage(protocol);
    (await open()).tracker.save(report({ location: 'x'.repeat(2000) }));
    expect(lms.stored.get(location)?.length).toBe(protocol === 'scorm12' ? 255 : 1000);
  });

  it('takes a record of 4,080 characters', async () => {
    const { lms, open } = scormStage(protocol);
    const record = 'x'.repeat(4080);
    const { tracker } = await open();
    expect(tracker.save(report({ record }))).toEqual({ saved: true });
    lms.newPage();
    expect((await open()).launch).toMatchObject({ record });
  });

  it('counts the writes of the record over all sessions', async () => {
    const { lms, open } = scormStage(protocol);
    (await open()).tracker.save(report({ record: 'first' }));
    lms.newPage();
    (await open()).tracker.save(report({ record: 'second' }));
    expect(lms.stored.get('cmi.suspend_data')).toBe('second.2');
  });

  it('tells with every commit how long the learner was at work', async () => {
    const { lms, environment, open } = scormStage(protocol);
    const { tracker } = await open();
    environment.pass(65_000);
    tracker.save(report());
    expect(lms.stored.get(names.sessionTime)).toBe(names.duration);
  });

  it('gives a shorter record to an LMS that refuses a long one', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    const shorter = (than: number) =>
      [4500, 3000, 20].map((length) => 'x'.repeat(length)).find(({ length }) => length < than);
    const long = report({ record: 'x'.repeat(5000), shorter });
    expect(tracker.save(long)).toEqual({ saved: true });
    const since = lms.log.length;
    expect(tracker.save(long)).toEqual({ saved: true });
    expect(lms.log.slice(since)).toEqual([]);
    lms.newPage();
    expect((await open()).launch).toMatchObject({ record: 'x'.repeat(3000) });
  });

  it('sends everything again after a failed commit', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    lms.faults.failingCommits = 2;
    const answered = finished({ interactions: [answer()] });
    expect(tracker.save(answered)).toMatchObject({ saved: false });
    expect(tracker.save(answered)).toMatchObject({ saved: false });
    const since = lms.log.length;
    expect(tracker.save(finished())).toEqual({ saved: true });
    expect(lms.elementsSet(since)).toEqual(
      expect.arrayContaining([status, score, exit, location, 'cmi.suspend_data']),
    );
    tracker.terminate(finished());
    expect(resultsIn(lms.stored)).not.toEqual([]);
  });

  it.each(['cmi.suspend_data', status])(
    'tells an answer once, however often %s is refused while commits are good',
    async (refused) => {
      const { lms, open } = scormStage(protocol);
      const { tracker } = await open();
      lms.faults.unknown = [refused];
      const answered = finished({ interactions: [answer()] });
      for (let round = 0; round < 5; round++) {
        expect(tracker.save(answered)).toMatchObject({ saved: false });
      }
      tracker.terminate(answered);
      expect(resultsIn(lms.stored)).toHaveLength(1);
      const begun = lms.elementsSet().filter((element) => /interactions\.\d+\.id$/.test(element));
      expect(begun).toHaveLength(1);
    },
  );

  it('tells what was held back with the first commit that is good', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    lms.faults.failingCommits = 2;
    tracker.save(report({ record: 'one', interactions: [answer()] }));
    const both = [answer(), answer({ id: 'security.other' })];
    tracker.save(report({ record: 'two', interactions: both }));
    expect(tracker.save(report({ record: 'two', interactions: both }))).toEqual({ saved: true });
    expect(resultsIn(lms.stored).length).toBeGreaterThanOrEqual(2);
  });

  it('tells what the LMS refused, and tries it again', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    expect(tracker.save(report({ record: 'x'.repeat(5000) }))).toEqual({
      saved: false,
      reason: `${lms.standard.verbs.setValue}(cmi.suspend_data): ${lms.standard.codes.type} error ${lms.standard.codes.type}`,
    });
    expect(tracker.save(report())).toEqual({ saved: true });
  });
});

describe.each(CASES)('$protocol with a peculiar LMS', ({ protocol, status, exit }) => {
  it.each([true, 1, 'true', '1', undefined, null])('takes %j for yes', async (yes) => {
    const { lms, open } = scormStage(protocol);
    lms.faults.yes = yes;
    const { tracker, launch } = await open();
    expect(launch.connected).toBe(true);
    expect(tracker.save(finished())).toEqual({ saved: true });
  });

  it.each([false, 0, 'false', undefined])('takes %j for no where there is an error', async (no) => {
    const { lms, open } = scormStage(protocol);
    lms.faults.no = no;
    const { tracker } = await open();
    lms.faults.failingCommits = 1;
    expect(tracker.save(finished())).toMatchObject({ saved: false });
  });

  it('takes an answer that is no text at all for no', async () => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    lms.faults.yes = Object.create(null);
    expect(tracker.save(finished())).toMatchObject({ saved: false });
  });

  it('takes false with error 0 for yes', async () => {
    const { lms, open } = scormStage(protocol);
    lms.faults.deniesSuccess = true;
    const { tracker, launch } = await open();
    expect(launch.connected).toBe(true);
    expect(tracker.save(finished())).toEqual({ saved: true });
  });

  it.each(['null', 'undefined'])('takes the word "%s" for nothing', async (word) => {
    const { open } = scormStage(protocol, { 'cmi.suspend_data': word, [exit]: 'suspend' });
    expect((await open()).launch).toMatchObject({ record: '' });
  });

  it('does with the mandatory elements alone', async () => {
    const { lms, open } = scormStage(protocol);
    lms.faults.mandatoryOnly = true;
    const { tracker, launch } = await open();
    expect(launch).toMatchObject({ connected: true, mode: 'normal' });
    expect(tracker.save(finished({ interactions: [answer()] }))).toEqual({ saved: true });
    expect(lms.stored.get(status)).toMatch(/completed|passed/);
  });

  it.each(['setValue', 'commit'] as const)('heals a save in which %s threw', async (verb) => {
    const { lms, open } = scormStage(protocol);
    const { tracker } = await open();
    lms.faults.throwing = [verb];
    expect(tracker.save(finished({ interactions: [answer()] }))).toMatchObject({ saved: false });
    lms.faults.throwing = [];
    expect(tracker.save(finished())).toEqual({ saved: true });
    expect(lms.stored.get(status)).toMatch(/completed|passed/);
    expect(resultsIn(lms.stored)).not.toEqual([]);
  });
});
