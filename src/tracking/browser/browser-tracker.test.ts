import { expect, it } from 'vitest';
import { decodeProgress, encodeProgress } from '#src/course/progress-codec.ts';
import { blankProgress } from '#src/course/progress.ts';
import { FakeStorage } from '#src/tracking/testing/fake-storage.ts';
import { report } from '#src/tracking/testing/reports.ts';
import { browserStage } from '#src/tracking/testing/stage.ts';

const openIn = (contents: object) => browserStage(contents).open();

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

it('keeps what another tab saved at any time before, however often it saves', async () => {
  const localStorage = new FakeStorage();
  const { tracker: one } = await openIn({ localStorage });
  const { tracker: two } = await openIn({ localStorage });
  const passed = encodeProgress({ ...blankProgress(1), passed: true });
  const scored = (bestScore: number) => encodeProgress({ ...blankProgress(2), bestScore });
  two.save(report({ record: passed }));
  one.save(report({ record: scored(40) }));
  one.save(report({ record: scored(50) }));
  const kept = decodeProgress(localStorage.items.get('trade:record') ?? '');
  expect(kept).toMatchObject({ ok: true, progress: { bestScore: 50, passed: true } });
});

it('is not fooled by a storage that takes everything and keeps nothing', async () => {
  const localStorage = new FakeStorage();
  const { tracker } = await openIn({ localStorage });
  localStorage.items.set = () => localStorage.items;
  expect(tracker.save(report({ record: 'first' }))).toMatchObject({ saved: false });
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
