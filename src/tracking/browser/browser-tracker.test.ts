import { expect, it } from 'vitest';
import { decodeProgress, encodeProgress } from '#src/course/progress-codec.ts';
import { blankProgress } from '#src/course/progress.ts';
import { FakeStorage } from '#src/tracking/testing/fake-storage.ts';
import { report } from '#src/tracking/testing/reports.ts';
import { FakeEnvironment, fakeWindow, opening } from '#src/tracking/testing/stage.ts';

const openIn = (contents: object) =>
  opening('browser', new FakeEnvironment(fakeWindow(contents))).open();

it('keeps the record under a key of the course, since origins are shared', async () => {
  const localStorage = new FakeStorage();
  const { tracker } = await openIn({ localStorage });
  tracker.save(report({ record: 'first' }));
  expect([...localStorage.items]).toEqual([['trade:record', 'first']]);
});

it('keeps what another tab saved meanwhile', async () => {
  const localStorage = new FakeStorage();
  const { tracker } = await openIn({ localStorage });
  const other = { ...blankProgress(1), bestScore: 40 };
  localStorage.setItem('trade:record', encodeProgress(other));
  tracker.save(report({ record: encodeProgress({ ...blankProgress(2), completed: true }) }));
  const kept = decodeProgress(localStorage.items.get('trade:record') ?? '');
  expect(kept).toMatchObject({ ok: true, progress: { bestScore: 40, completed: true } });
});

it('connects to nothing where storage is forbidden', async () => {
  const { launch } = await openIn({
    get localStorage() {
      throw new Error('SecurityError: storage is disabled');
    },
  });
  expect(launch).toEqual({
    connected: false,
    reason: 'The browser keeps nothing for this page: Error: SecurityError: storage is disabled',
  });
});

it('reports a full storage as unsaved', async () => {
  const localStorage = new FakeStorage();
  const { tracker } = await openIn({ localStorage });
  localStorage.failing = 1;
  expect(tracker.save(report())).toEqual({
    saved: false,
    reason: 'The browser did not store the record: Error: QuotaExceededError',
  });
});
