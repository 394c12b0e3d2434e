import { beforeEach, describe, expect, it } from 'vitest';
import type { Interaction } from '#src/course/interaction.ts';
import { WAITS } from '#src/machine/session-machine.ts';
import type { Report } from '#src/tracking/tracker.ts';
import { FakePage } from '../../tests/fixtures/fake-page.ts';
import { FakeTracker } from '../../tests/fixtures/fake-tracker.ts';
import { Journal } from './journal.ts';
import type { LineState } from './line.ts';
import { Saver } from './saver.svelte.ts';

const { quiet: QUIET, most: MOST, frame: FRAME, retry: RETRY } = WAITS;

let page: FakePage;
let tracker: FakeTracker;
let journal: Journal;
/** The record of the moment. */
let record: string;
/** How it stands with the line, when it is asked. */
let line: LineState;

function saverThat(
  records: 'records' | 'does not record',
  interactions: Report['interactions'] = [],
): Saver {
  const report = (): Omit<Report, 'interactions'> => ({
    record,
    location: 'security/part-1',
    completed: false,
    passed: false,
    progress: 0.1,
  });
  journal = new Journal({ window: page.window, courseId: 'test', learnerId: 'ines' });
  journal.begin('');
  return new Saver({
    tracker,
    window: page.window,
    report,
    records: records === 'records',
    journal,
    interactions,
    line: () => Promise.resolve(line),
  });
}

/** An answer, with its feedback on the screen. */
function answer(saver: Saver, id: string): void {
  saver.answered([interaction(id)]);
  page.pass(FRAME);
}

/** Lets promises that are settled be heard. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

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
  line = 'up';
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
  it('is kept in this browser before anything else', () => {
    const saver = saverThat('records');
    saver.answered([interaction('q1')]);
    expect(journal.read()).toMatchObject({ record: 'one', interactions: [{ id: 'q1' }] });
    expect(tracker.saves).toEqual([]);
  });

  it('is saved when its feedback is on the screen, and no later for what comes after', () => {
    const saver = saverThat('records');
    saver.answered([interaction('q1')]);
    saver.changed();
    page.pass(FRAME - 1);
    expect(tracker.saves).toEqual([]);
    page.pass(1);
    expect(tracker.saves).toHaveLength(1);
  });

  it('is saved at once when the page is hidden', () => {
    const saver = saverThat('records');
    saver.answered([interaction('q1')]);
    saver.flush();
    expect(idsOf(tracker.saves)).toEqual([['q1']]);
  });

  it('is saved exactly once, with its interaction', () => {
    const saver = saverThat('records');
    answer(saver, 'q1');
    page.pass(10 * RETRY);
    expect(idsOf(tracker.saves)).toEqual([['q1']]);
    expect(saver.state.is).toBe('saved');
  });

  it('is saved together with a change of place just before', () => {
    const saver = saverThat('records');
    saver.changed();
    answer(saver, 'q1');
    page.pass(10 * RETRY);
    expect(tracker.saves).toHaveLength(1);
  });

  it('is not sent again with the next', () => {
    const saver = saverThat('records');
    answer(saver, 'q1');
    answer(saver, 'q2');
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
    saver.changed();
    page.pass(1_000);
    saver.changed();
    page.pass(QUIET - 1);
    expect(tracker.saves).toEqual([]);
    page.pass(1);
    expect(tracker.saves).toHaveLength(1);
  });

  it('is saved after five seconds at the latest, however busy the learner is', () => {
    const saver = saverThat('records');
    for (let waited = 0; waited < MOST; waited += 1_000) {
      expect(tracker.saves).toEqual([]);
      saver.changed();
      page.pass(1_000);
    }
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
    answer(saver, 'q1');
    expect(saver.state).toEqual({
      is: 'failed',
      trouble: 'refused',
      reason: 'error 391',
      since: undefined,
      isExitHeld: false,
    });
  });

  it('tells the moment of the last save, where there was one', () => {
    const saver = saverThat('records');
    answer(saver, 'q1');
    tracker.refusal = 'error 391';
    answer(saver, 'q2');
    expect(saver.state).toMatchObject({ is: 'failed', since: expect.any(Number) as number });
  });

  it('is tried again by itself until it is saved, and then no more', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    answer(saver, 'q1');
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
    answer(saver, 'q1');
    answer(saver, 'q2');
    tracker.refusal = undefined;
    page.pass(RETRY);
    expect(idsOf(tracker.saves).at(-1)).toEqual(['q1', 'q2']);
    answer(saver, 'q3');
    expect(idsOf(tracker.saves).at(-1)).toEqual(['q3']);
  });

  it('is tried again in time, however busy the learner is', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    answer(saver, 'q1');
    for (let waited = 0; waited < RETRY; waited += 1_000) {
      saver.changed();
      page.pass(1_000);
    }
    expect(tracker.saves).toHaveLength(2);
  });

  it('stays told while the learner moves on', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    answer(saver, 'q1');
    saver.changed();
    expect(saver.state.is).toBe('failed');
  });
});

describe('a course that does not record', () => {
  it('saves nothing, whatever happens', () => {
    const saver = saverThat('does not record');
    saver.changed();
    answer(saver, 'q1');
    saver.flush();
    page.pass(10 * RETRY);
    expect(saver.state.is).toBe('off');
    expect(tracker.saves).toEqual([]);
  });

  it('ends its session with the LMS all the same, once', () => {
    const saver = saverThat('does not record');
    saver.leave();
    saver.leave();
    expect(saver.state.is).toBe('ended');
    expect(tracker.endings).toHaveLength(1);
  });
});

describe('leaving', () => {
  it('is told as what it is: the page may only be loaded again', () => {
    saverThat('records').leave();
    expect(tracker.lastEnding).toBe('leave');
  });

  it('is told once, with everything that is not saved yet', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 391';
    answer(saver, 'q1');
    tracker.refusal = undefined;
    record = 'last';
    saver.leave();
    saver.leave();
    expect(tracker.endings).toHaveLength(1);
    expect(tracker.endings[0]?.record).toBe('last');
    expect(idsOf(tracker.endings)).toEqual([['q1']]);
  });

  it('is final: nothing is written afterwards', () => {
    const saver = saverThat('records');
    saver.changed();
    saver.leave();
    saver.changed();
    answer(saver, 'q1');
    saver.flush();
    page.pass(10 * RETRY);
    expect(tracker.saves).toEqual([]);
    expect(saver.state).toEqual({ is: 'ended', saved: true });
  });

  it('does not claim that everything is saved where the LMS refused it', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 111';
    saver.leave();
    page.pass(10 * RETRY);
    expect(saver.state).toEqual({ is: 'ended', saved: false });
    expect(tracker.saves).toEqual([]);
  });
});

describe('exiting', () => {
  it('is told as what it is: the learner is done', () => {
    saverThat('records').exit();
    expect(tracker.lastEnding).toBe('exit');
  });

  it('saves, and then ends the session, once', () => {
    const saver = saverThat('records');
    saver.changed();
    saver.exit();
    saver.exit();
    saver.leave();
    expect(tracker.saves).toHaveLength(1);
    expect(tracker.endings).toHaveLength(1);
    expect(saver.state).toEqual({ is: 'ended', saved: true });
  });

  it('that the LMS refuses keeps the session open, and says why the course stays', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 101';
    saver.exit();
    expect(saver.state).toMatchObject({ is: 'failed', reason: 'error 101', isExitHeld: true });
    expect(tracker.endings).toEqual([]);
  });

  it('that was refused can be tried again, and what was answered meanwhile is saved', () => {
    const saver = saverThat('records');
    tracker.refusal = 'error 101';
    saver.exit();
    tracker.refusal = undefined;
    answer(saver, 'q1');
    expect(idsOf(tracker.saves).at(-1)).toEqual(['q1']);
    expect(saver.state.is).toBe('saved');
    saver.exit();
    expect(saver.state.is).toBe('ended');
  });

  it('that was refused is healed by "Save now", and by itself', () => {
    for (const heal of [(saver: Saver) => saver.flush(), () => page.pass(RETRY)]) {
      const saver = saverThat('records');
      tracker.refusal = 'error 101';
      saver.exit();
      tracker.refusal = undefined;
      heal(saver);
      expect(saver.state.is).toBe('saved');
    }
  });
});

describe('a tracker whose word is no proof', () => {
  beforeEach(() => {
    tracker.provesSaves = false;
  });

  it('is believed when the line is up', async () => {
    const saver = saverThat('records');
    answer(saver, 'q1');
    expect(saver.state.is).toBe('pending');
    await settle();
    expect(saver.state.is).toBe('saved');
  });

  it('is believed where nobody can tell how it stands with the line', async () => {
    line = 'unknown';
    const saver = saverThat('records');
    answer(saver, 'q1');
    await settle();
    expect(saver.state.is).toBe('saved');
  });

  it.each([
    ['down', 'line'],
    ['signed-out', 'sign-in'],
  ] as const)(
    'is not believed when the line is %s: told, doubted, tried again',
    async (is, told) => {
      line = is;
      const saver = saverThat('records');
      answer(saver, 'q1');
      await settle();
      expect(saver.state).toMatchObject({ is: 'failed', trouble: told });
      expect(tracker.doubts).toBe(1);
      line = 'up';
      page.pass(RETRY);
      await settle();
      expect(saver.state.is).toBe('saved');
      expect(idsOf(tracker.saves)).toEqual([['q1'], ['q1']]);
    },
  );

  it('does not end the session on exit before the line is known to be up', async () => {
    line = 'down';
    const saver = saverThat('records');
    saver.exit();
    expect(saver.state.is).toBe('pending');
    await settle();
    expect(saver.state).toMatchObject({ is: 'failed', trouble: 'line', isExitHeld: true });
    expect(tracker.endings).toEqual([]);
  });

  it('saves what was answered while the line was asked', async () => {
    const saver = saverThat('records');
    answer(saver, 'q1');
    answer(saver, 'q2');
    await settle();
    page.pass(MOST);
    await settle();
    expect(idsOf(tracker.saves)).toEqual([['q1'], ['q2']]);
    expect(saver.state.is).toBe('saved');
  });
});

it('hands in again what an earlier session’s LMS never confirmed', () => {
  const saver = saverThat('records', [interaction('old')]);
  saver.changed();
  page.pass(MOST);
  expect(idsOf(tracker.saves)).toEqual([['old']]);
});
