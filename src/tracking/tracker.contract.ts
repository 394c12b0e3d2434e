import { describe, expect, it } from 'vitest';
import type { Protocol } from '#src/course/protocol.ts';
import { finished, report } from './testing/reports.ts';
import type { Launch, Saving, Tracker } from './tracker.ts';

/** A learner's browser and what keeps the record there; each protocol sets up its own. */
export interface Stage {
  /** Opens the course on a new page, and begins. */
  open(): Promise<{ readonly tracker: Tracker; readonly launch: Launch }>;
  /** How often values were written, and made durable, so far. */
  writes(): number;
  commits(): number;
  /** That many times, making it durable fails. */
  failCommits(times: number): void;
  /** From now on every call throws. */
  breakDown(): void;
  /** Nobody is there who could keep a record. */
  vanish(): void;
}

/** The contract of `tracker.ts`, for one protocol. */
export function describeTracker(protocol: Protocol, setUp: () => Stage): void {
  describe(`${protocol} tracker`, () => {
    it('starts with an empty record in normal mode', async () => {
      const { tracker, launch } = await setUp().open();
      expect(tracker.protocol).toBe(protocol);
      expect(launch).toMatchObject({ connected: true, mode: 'normal', record: '' });
    });

    it('gives back the record of a session that was ended', async () => {
      const stage = setUp();
      await (await stage.open()).tracker.terminate(report({ record: 'first' }));
      expect((await stage.open()).launch).toMatchObject({ connected: true, record: 'first' });
    });

    it('gives back the record of a session that was cut off', async () => {
      const stage = setUp();
      const { tracker } = await stage.open();
      await tracker.save(report({ record: 'first' }));
      await tracker.save(report({ record: 'second' }));
      expect((await stage.open()).launch).toMatchObject({ connected: true, record: 'second' });
    });

    it('commits exactly once per save', async () => {
      const stage = setUp();
      const { tracker } = await stage.open();
      const before = stage.commits();
      expect(await tracker.save(finished())).toEqual({ saved: true });
      expect(stage.commits()).toBe(before + 1);
    });

    it('writes nothing where nothing changed', async () => {
      const stage = setUp();
      const { tracker } = await stage.open();
      await tracker.save(report());
      const before = [stage.writes(), stage.commits()];
      expect(await tracker.save(report())).toEqual({ saved: true });
      expect([stage.writes(), stage.commits()]).toEqual(before);
    });

    it('says why a save failed, and heals it with the next one', async () => {
      const stage = setUp();
      const { tracker } = await stage.open();
      stage.failCommits(1);
      expect(await reasonOf(tracker.save(finished()))).not.toBe('');
      expect(await tracker.save(finished())).toEqual({ saved: true });
      expect((await stage.open()).launch).toMatchObject({ record: 'done' });
    });

    it('ends the session once and writes nothing after it', async () => {
      const stage = setUp();
      const { tracker } = await stage.open();
      expect(await tracker.terminate(report())).toEqual({ saved: true });
      const before = [stage.writes(), stage.commits()];
      expect(await tracker.terminate(finished())).toEqual({ saved: true });
      expect(await tracker.save(finished())).toEqual({ saved: true });
      expect([stage.writes(), stage.commits()]).toEqual(before);
    });

    it('writes nothing when the session is ended before it began', async () => {
      const stage = setUp();
      stage.vanish();
      const { tracker } = await stage.open();
      expect(await tracker.terminate(report())).toMatchObject({ saved: false });
      expect(stage.writes()).toBe(0);
    });

    it('lets the learner learn where nobody keeps a record', async () => {
      const stage = setUp();
      stage.vanish();
      const { tracker, launch } = await stage.open();
      expect(launch).toMatchObject({ connected: false });
      expect(launch).toHaveProperty('reason');
      expect(await reasonOf(tracker.save(report()))).not.toBe('');
    });

    it('turns every exception into a value, from the first call on', async () => {
      const stage = setUp();
      stage.breakDown();
      const { tracker, launch } = await stage.open();
      expect(launch).toMatchObject({ connected: false });
      expect(await tracker.save(report())).toMatchObject({ saved: false });
      expect(await tracker.terminate(report())).toMatchObject({ saved: false });
    });

    it('turns every exception into a value, in the middle of a session', async () => {
      const stage = setUp();
      const { tracker } = await stage.open();
      stage.breakDown();
      expect(await tracker.save(report())).toMatchObject({ saved: false });
      expect(await tracker.terminate(report())).toMatchObject({ saved: false });
    });
  });
}

/** Why nothing was saved; fails where something was. */
async function reasonOf(saving: Saving): Promise<string> {
  const result = await saving;
  expect(result.saved).toBe(false);
  return result.saved ? '' : result.reason;
}
