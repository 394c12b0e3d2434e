import { beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '#src/course/interaction.ts';
import type { Report } from '#src/tracking/tracker.ts';
import { FakePage } from '../../tests/fixtures/fake-page.ts';
import { FakeTracker } from '../../tests/fixtures/fake-tracker.ts';
import { Saver } from './saver.svelte.ts';

const QUIET = 3_000;
const RETRY = 15_000;

let page: FakePage;
let tracker: FakeTracker;
/** The record of the moment. */
let record: string;

function saverThat(records: 'records' | 'does not record'): Saver {
  const report = (): Omit<Report, 'interactions'> => ({
    record,
    location: 'security/part-1',
    completed: false,
    passed: false,
    progress: 0.1,
  });
  return new Saver({ tracker, window: page.window, report, records: records === 'records' });
}

function interaction(id: string): Interaction {
  return {
    type: 'choice',
    response: ['a'],
    correct: ['a'],
    id,
    attempt: 1,
    objective: 'security.tell-seals-apart',
    description: 'Which one?',
    credit: 4,
    at: 0,
    latency: 0,
  };
}

function idsOf(reports: readonly Report[]): string[][] {
  return reports.map(({ interactions }) => interactions.map(({ id }) => id));
}

beforeEach(() => {
  page = new FakePage();
  tracker = new FakeTracker();
  record = 'one';
});

describe('before anything happened', () => {
  it('is saved, and nothing is written', () => {
    const saver = saverThat('records');
    saver.flush();
    page.pass(10 * RETRY);
    expect(saver.state).toEqual({ is: 'saved', at: undefined });
    expect(tracker.saves).toEqual([]);
  });
});

describe('an answer', () => {
  it('is saved at once, exactly once, with its interaction', () => {
    const saver = saverThat('records');
    saver.answered([interaction('q1')]);
    page.pass(10 * RETRY);
    expect(idsOf(tracker.saves)).toEqual([['q1']]);
    expect(saver.state.is).toBe('saved');
  });

  it('is saved together with a change of place just before', () => {
    const saver = saverThat('records');
    saver.changed();
    saver.answered([interaction('q1')]);
    page.pass(10 * RETRY);
    expect(tracker.saves).toHaveLength(1);
  });

  it('is not sent again with the next', () => {
    const saver = saverThat('records');
    saver.answered([interaction('q1')]);
    saver.answered([interaction('q2')]);
    expect(idsOf(tracker.saves)).toEqual([['q1'], ['q2']]);
  });
});

describe('a change of place', () => {
  it('is saved after some quiet, with what is known then', () => {
    const saver = saverThat('records');
    saver.changed();
    expect(saver.state.is).toBe('pending');
    record = 'two';
    page.pass(QUIET - 1);
    expect(tracker.saves).toEqual([]);
    page.pass(1);
    expect(tracker.saves.map((report) => report.record)).toEqual(['two']);
    expect(saver.state.is).toBe('saved');
  });

  it('is saved once for many, after the last', () => {
    const saver = saverThat('records');
    for (let time = 0; time < 5; time++) {
      saver.changed();
      page.pass(QUIET - 1);
    }
    expect(tracker.saves).toEqual([]);
    page.pass(1);
    expect(tracker.saves).toHaveLength(1);
  });

  it('is saved at once when asked, and then not again', () => {
    const saver = saverThat('records');
    saver.changed();
    saver.flush();
    saver.flush();
    page.pass(10 * RETRY);
    expect(tracker.saves).toHaveLength(1);
  });
});

describe('a failure', () => {
  it('is told with its reason, and since when nothing was saved', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    saver.answered([interaction('q1')]);
    expect(saver.state).toEqual({ is: 'failed', reason: 'error 391', since: undefined });
  });

  it('tells the moment of the last save, where there was one', () => {
    const saver = saverThat('records');
    saver.answered([interaction('q1')]);
    tracker.refusal = 'error 391';
    saver.answered([interaction('q2')]);
    expect(saver.state).toMatchObject({ is: 'failed', since: expect.any(Number) as number });
  });

  it('is tried again by itself until it is saved, and then no more', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    saver.answered([interaction('q1')]);
    page.pass(RETRY);
    expect(tracker.saves).toHaveLength(2);
    tracker.refusal = undefined;
    page.pass(RETRY);
    expect(saver.state.is).toBe('saved');
    page.pass(10 * RETRY);
    expect(tracker.saves).toHaveLength(3);
  });

  it('loses no interaction: all that failed are sent again together', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    saver.answered([interaction('q1')]);
    saver.answered([interaction('q2')]);
    tracker.refusal = undefined;
    page.pass(RETRY);
    expect(idsOf(tracker.saves).at(-1)).toEqual(['q1', 'q2']);
    saver.answered([interaction('q3')]);
    expect(idsOf(tracker.saves).at(-1)).toEqual(['q3']);
  });

  it('stays told while the learner moves on', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    saver.answered([interaction('q1')]);
    saver.changed();
    expect(saver.state.is).toBe('failed');
  });
});

describe('a course that does not record', () => {
  it('saves nothing, whatever happens', () => {
    const saver = saverThat('does not record');
    saver.changed();
    saver.answered([interaction('q1')]);
    saver.flush();
    page.pass(10 * RETRY);
    expect(saver.state.is).toBe('off');
    expect(tracker.saves).toEqual([]);
  });

  it('ends its session with the LMS all the same, once', () => {
    const saver = saverThat('does not record');
    saver.end();
    saver.end();
    expect(saver.state.is).toBe('ended');
    expect(tracker.endings).toHaveLength(1);
  });
});

describe('the end', () => {
  it('is told once, with everything that is not saved yet', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    saver.answered([interaction('q1')]);
    tracker.refusal = undefined;
    record = 'last';
    saver.end();
    saver.end();
    expect(tracker.endings).toHaveLength(1);
    expect(tracker.endings[0]?.record).toBe('last');
    expect(idsOf(tracker.endings)).toEqual([['q1']]);
  });

  it('is told also where everything is saved: the LMS waits for it', () => {
    const saver = saverThat('records');
    saver.end();
    expect(tracker.endings).toHaveLength(1);
    expect(saver.state.is).toBe('ended');
  });

  it('is final: nothing is written afterwards', () => {
    const saver = saverThat('records');
    saver.changed();
    saver.end();
    saver.changed();
    saver.answered([interaction('q1')]);
    saver.flush();
    page.pass(10 * RETRY);
    expect(tracker.saves).toEqual([]);
    expect(saver.state.is).toBe('ended');
  });

  it('says so where the LMS refused it', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 111';
    saver.end();
    expect(saver.state).toMatchObject({ is: 'failed', reason: 'error 111' });
  });

  it('does not try again by itself where the LMS refused it: the page is going', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 111';
    saver.end();
    page.pass(10 * RETRY);
    expect(tracker.saves).toEqual([]);
  });
});
