import { beforeEach, describe, expect, it } from 'vitest';
import { encodeProgress } from '#src/course/progress-codec.ts';
import { blankProgress, type Progress } from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import type { CourseEvent } from '#src/machine/course-machine.ts';
import type { Launch } from '#src/tracking/tracker.ts';
import { FakePage } from '../../tests/fixtures/fake-page.ts';
import { connected, FakeTracker } from '../../tests/fixtures/fake-tracker.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { AFTER_FRAME } from './pace.ts';
import { Journal } from './journal.ts';
import { Session, type Choice } from './session.svelte.ts';
import type { Doubt } from './take-up.ts';

const AT = Date.UTC(2026, 10, 24, 12);
const OUTLINE = courseOutline([lessonOutline(1), lessonOutline(2)]);

let page: FakePage;

beforeEach(() => {
  page = new FakePage();
});

/** Starts with what the LMS gives at each reading; a doubtful record gets these choices. */
async function start(launch: Launch | readonly Launch[] = connected(), choices: Choice[] = []) {
  const tracker = new FakeTracker(...[launch].flat());
  const doubts: Doubt[] = [];
  const session = await Session.start({
    outline: OUTLINE,
    tracker,
    window: page.window,
    line: () => Promise.resolve('up'),
    ask: (doubt) => {
      doubts.push(doubt);
      return Promise.resolve(choices.shift() ?? 'afresh');
    },
  });
  return { session, tracker, doubts };
}

function answer(lesson: number, question: number, credit: Credit): CourseEvent {
  const id = `lesson-${lesson}.question-${question}`;
  return {
    type: 'question.answer',
    lesson,
    question,
    credit,
    response: { fingerprint: 1, code: [credit] },
    at: AT,
    interaction: {
      type: 'choice',
      response: ['a'],
      correct: ['a'],
      id,
      attempt: 1,
      objective: id,
      description: 'Which one?',
      credit,
      at: AT,
      latency: 0,
    },
  };
}

/** The first lesson cleared, the second begun. */
const EARLIER: Progress = {
  ...blankProgress(99),
  bestScore: 50,
  lessons: new Map([
    [
      1,
      {
        partsRead: 2,
        state: 'cleared' as const,
        clearedOn: 300,
        questions: new Map([
          [1, { credit: 4 as const, attempts: 1 }],
          [2, { credit: 4 as const, attempts: 1 }],
        ]),
      },
    ],
    [2, { partsRead: 1, state: 'open' as const, questions: new Map() }],
  ]),
  bookmark: { place: 'lesson', lesson: 2, part: 1 },
};

/** Both questions of a lesson, answered right. */
function clear(session: Session, lesson: number): void {
  session.send({ type: 'quiz.open', lesson });
  session.send(answer(lesson, 1, 4));
  page.pass(AFTER_FRAME);
  session.send(answer(lesson, 2, 4));
  page.pass(AFTER_FRAME);
}

describe('the first launch', () => {
  it('begins with nothing known, a seed drawn by chance, and nothing to tell', async () => {
    page.chance = 4711;
    const { session } = await start();
    expect(session.progress).toEqual(blankProgress(4711));
    expect(session.notice).toBeUndefined();
  });

  it('writes nothing before the learner did something', async () => {
    const { session, tracker } = await start();
    page.pass(60_000);
    expect(tracker.saves).toEqual([]);
    expect(session.saver.state.is).toBe('saved');
  });
});

describe('an answer', () => {
  it('is one save, with its interaction and the new record', async () => {
    const { session, tracker } = await start();
    session.send({ type: 'quiz.open', lesson: 1 });
    session.send({ type: 'quiz.move', question: 1, answered: [1] });
    session.send(answer(1, 1, 4));
    page.pass(60_000);
    expect(tracker.saves).toHaveLength(1);
    expect(tracker.saves[0]).toMatchObject({
      record: encodeProgress(session.progress),
      score: 25,
      interactions: [{ id: 'lesson-1.question-1' }],
    });
  });

  it('that completes and passes the course is still one save', async () => {
    const { session, tracker } = await start(connected({ record: encodeProgress(EARLIER) }));
    clear(session, 2);
    expect(tracker.saves.map(({ completed, passed }) => [completed, passed])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('to a check is saved at once, without an interaction', async () => {
    const { session, tracker } = await start();
    session.send({ type: 'lesson.open', lesson: 1 });
    const response = { fingerprint: 1, code: [0] };
    session.send({ type: 'check.answer', lesson: 1, question: 9, credit: 0, response, at: AT });
    page.pass(AFTER_FRAME);
    expect(tracker.saves.map(({ interactions }) => interactions)).toEqual([[]]);
  });
});

describe('a change of place', () => {
  it('is saved after some quiet', async () => {
    const { session, tracker } = await start();
    session.send({ type: 'lesson.open', lesson: 1 });
    session.send({ type: 'part.reach', part: 2, at: AT });
    expect(session.saver.state.is).toBe('pending');
    page.pass(60_000);
    expect(tracker.saves.map(({ location }) => location)).toEqual(['lesson-1/part-2']);
  });

  it('that the rules refuse is no change', async () => {
    const { session, tracker } = await start();
    session.send({ type: 'results.open' });
    session.send({ type: 'lesson.open', lesson: 9 });
    page.pass(60_000);
    expect(session.can({ type: 'results.open' })).toBe(false);
    expect(tracker.saves).toEqual([]);
  });
});

describe('a later launch', () => {
  it('takes up the course where it was left', async () => {
    const { session } = await start(connected({ record: encodeProgress(EARLIER) }));
    expect(session.progress).toEqual(EARLIER);
    expect(session.notice).toBeUndefined();
  });
});

describe('a damaged record', () => {
  const record = `${encodeProgress(EARLIER).slice(0, -1)}!`;
  const damaged = connected({ record });

  it('is told to the learner, with its reason and itself, before anything is written', async () => {
    const { tracker, doubts } = await start(damaged);
    expect(doubts).toEqual([
      {
        is: 'damaged',
        reason: 'The checksum of the saved record does not fit.',
        record,
        kept: undefined,
      },
    ]);
    expect(tracker.begun).toBe(1);
  });

  it('leaves everything as it is while the learner has not chosen', async () => {
    const tracker = new FakeTracker(damaged);
    void Session.start({
      outline: OUTLINE,
      tracker,
      window: page.window,
      line: () => Promise.resolve('up'),
      ask: () => new Promise<Choice>(() => undefined),
    });
    await Promise.resolve();
    page.pass(60_000);
    page.leave();
    expect([tracker.begun, tracker.saves, tracker.endings]).toEqual([0, [], []]);
  });

  it('is read again as often as the learner wants, and taken up when it is whole', async () => {
    const whole = connected({ record: encodeProgress(EARLIER) });
    const { session, doubts } = await start([damaged, damaged, whole], ['again', 'again']);
    expect(doubts).toHaveLength(2);
    expect(session.progress).toEqual(EARLIER);
  });

  it('starts afresh where the learner says so; the old one is kept aside under the day', async () => {
    const { session } = await start(damaged, ['afresh']);
    expect(session.progress).toEqual(blankProgress(7));
    const day = new Date().toISOString().slice(0, 10);
    expect([...page.stored]).toEqual([[`test-course:damaged:${day}`, record]]);
  });

  it('starts afresh also where nothing can be kept aside', async () => {
    page.isStorageForbidden = true;
    const { session, tracker } = await start(damaged, ['afresh']);
    clear(session, 1);
    expect(tracker.saves).toHaveLength(2);
  });

  it('does no harm where the course is open for looking only', async () => {
    const { doubts, session } = await start(connected({ record, mode: 'review' }));
    expect(doubts).toEqual([]);
    expect(session.notice?.is).toBe('looking-only');
  });
});

describe('a record that was not handed out', () => {
  const refused = connected({ doubt: { is: 'unread', reason: 'error 301' } });

  it('is never overwritten: the learner tries again or looks around', async () => {
    const { session, tracker } = await start(refused, ['look']);
    clear(session, 1);
    page.pass(60_000);
    page.leave();
    expect(session.notice).toEqual({ is: 'unread', reason: 'error 301' });
    expect(session.saver.state.is).toBe('ended');
    expect([tracker.begun, tracker.saves]).toEqual([0, []]);
  });
});

describe('work that this browser kept and the LMS did not', () => {
  const held = encodeProgress(EARLIER);

  /** A session whose LMS says "saved" and stores nothing of it, cut off. */
  async function lose(before: Launch = connected({ record: held })) {
    const { session } = await start(before);
    clear(session, 2);
    page = Object.assign(new FakePage(), { stored: page.stored });
    return session.progress;
  }

  it('is taken up again and sent, where it grew from what the LMS gives', async () => {
    const lost = await lose();
    const { session, tracker, doubts } = await start(connected({ record: held }));
    expect(doubts).toEqual([]);
    expect(session.progress).toEqual(lost);
    page.pass(5_000);
    expect(tracker.saves[0]?.record).toBe(encodeProgress(lost));
  });

  it('is joined with what was done elsewhere meanwhile', async () => {
    await lose();
    const elsewhere: Progress = { ...EARLIER, bestScore: 75, bookmark: undefined };
    const { session } = await start(connected({ record: encodeProgress(elsewhere) }));
    expect(session.progress.bestScore).toBe(100);
    expect(session.progress.lessons.get(2)?.state).toBe('cleared');
  });

  it('is forgotten when the LMS has it', async () => {
    const lost = await lose();
    await start(connected({ record: encodeProgress(lost) }));
    expect(page.stored.size).toBe(0);
  });

  it('is not mixed into another attempt', async () => {
    await lose();
    const other: Progress = { ...EARLIER, seed: 1234 };
    const { session } = await start(connected({ record: encodeProgress(other) }));
    expect(session.progress).toEqual(other);
    expect(page.stored.size).toBe(0);
  });

  it('is never another learner’s', async () => {
    await lose();
    const { session, doubts } = await start(connected({ record: held, learnerId: 'bob' }));
    expect(session.progress).toEqual(EARLIER);
    expect(doubts).toEqual([]);
  });

  it('is not kept where the LMS names no learner', async () => {
    await lose(connected({ record: held, learnerId: '' }));
    expect(page.stored.size).toBe(0);
  });

  it('is offered, not forced, where the LMS holds nothing and the attempt is untouched', async () => {
    const lost = await lose(connected());
    const { session, doubts } = await start(connected(), ['kept']);
    expect(doubts).toMatchObject([{ is: 'kept-only', kept: { progress: lost } }]);
    expect(session.progress).toEqual(lost);
  });

  it('is taken up without a word where this attempt was begun and its record never arrived', async () => {
    const lost = await lose(connected());
    const { session, doubts } = await start(connected({ isUntouched: false }));
    expect(doubts).toEqual([]);
    expect(session.progress).toEqual(lost);
  });

  it('can stand in for a damaged record', async () => {
    const lost = await lose();
    const { session } = await start(connected({ record: `${held}!` }), ['kept']);
    expect(session.progress).toEqual(lost);
  });

  it('is offered for thirty days', async () => {
    await lose();
    const [[key, text] = ['', '{}']] = page.stored;
    const month = 30 * 24 * 60 * 60 * 1000;
    const old = { ...(JSON.parse(text) as object), at: Date.now() - month };
    page.stored.set(key, JSON.stringify(old));
    const { session } = await start(connected({ record: held }));
    expect(session.progress).toEqual(EARLIER);
  });

  it('is ignored where it is damaged itself', async () => {
    for (const text of ['', 'null', '{', '{"record":1}', '{"record":"x","at":9e15}']) {
      new Journal({ window: page.window, courseId: 'test-course', learnerId: 'ines' }).write({
        record: 'x',
        location: '',
        completed: false,
        passed: false,
        progress: 0,
        interactions: [],
      });
      const [[key] = ['']] = page.stored;
      page.stored.set(key, text);
      const { session } = await start(connected({ record: held }));
      expect(session.progress).toEqual(EARLIER);
    }
  });
});

describe('without an LMS that answers', () => {
  const launch: Launch = { connected: false, reason: 'no API found' };

  it('tells the learner why nothing will be saved', async () => {
    const { session } = await start(launch);
    expect(session.notice).toEqual({ is: 'not-connected', reason: 'no API found' });
    expect(session.saver.state.is).toBe('off');
  });

  it('lets the learner learn all the same, and saves nothing', async () => {
    const { session, tracker } = await start(launch);
    clear(session, 1);
    page.hide();
    page.leave();
    expect(session.progress.bestScore).toBe(50);
    expect(tracker.saves).toEqual([]);
  });
});

describe.each(['review', 'browse'] as const)('in %s mode', (mode) => {
  it('says that the course is open for looking only', async () => {
    const { session } = await start(connected({ mode }));
    expect(session.notice).toEqual({ is: 'looking-only', mode });
  });

  it('saves nothing, and ends the session', async () => {
    const { session, tracker } = await start(connected({ mode }));
    clear(session, 1);
    page.hide();
    page.leave();
    expect(tracker.saves).toEqual([]);
  });
});

it('opens a finished course unlocked, also in review', async () => {
  const finished: Progress = { ...EARLIER, completed: true, passed: true };
  const { session } = await start(connected({ mode: 'review', record: encodeProgress(finished) }));
  expect(session.can({ type: 'results.open' })).toBe(true);
});

describe('the pass mark', () => {
  it('is the LMS’s where it sets one, zero included', async () => {
    expect((await start(connected({ passMark: 60 }))).session.rules.passMark).toBe(60);
    expect((await start(connected({ passMark: 0 }))).session.rules.passMark).toBe(0);
  });

  it('is the course’s where the LMS sets none', async () => {
    expect((await start()).session.rules.passMark).toBe(80);
  });

  it('is the course’s where no LMS answers', async () => {
    const { session } = await start({ connected: false, reason: 'no API found' });
    expect(session.rules.passMark).toBe(80);
  });
});

describe('stamps', () => {
  it('land for lessons cleared in this session', async () => {
    const { session } = await start();
    clear(session, 1);
    expect([...session.fresh]).toEqual([1]);
  });

  it('have landed before for lessons cleared in an earlier one', async () => {
    const { session } = await start(connected({ record: encodeProgress(EARLIER) }));
    session.send({ type: 'quiz.open', lesson: 1 });
    session.send(answer(1, 1, 4));
    expect([...session.fresh]).toEqual([]);
  });

  it('do not land for lessons completed below the pass mark', async () => {
    const { session } = await start();
    session.send({ type: 'quiz.open', lesson: 1 });
    session.send(answer(1, 1, 4));
    session.send(answer(1, 2, 0));
    expect([...session.fresh]).toEqual([]);
  });
});

describe('an event that can wait', () => {
  async function readSoon() {
    const started = await start();
    started.session.send({ type: 'lesson.open', lesson: 1 });
    started.session.sendSoon({ type: 'part.reach', part: 2, at: AT });
    return started;
  }
  const PLACE = 'lesson-1/part-2';

  it('is taken when the frame under way had its time', async () => {
    const { session } = await readSoon();
    expect(session.progress.bookmark).toMatchObject({ part: 1 });
    page.pass(AFTER_FRAME);
    expect(session.progress.bookmark).toMatchObject({ part: 2 });
  });

  it('is taken before whatever comes after it', async () => {
    const { session } = await readSoon();
    session.send({ type: 'part.reach', part: 1, at: AT });
    expect(session.progress.lessons.get(1)?.partsRead).toBe(2);
    expect(session.progress.bookmark).toMatchObject({ part: 1 });
  });

  it('is in what is saved when the page is hidden just then', async () => {
    const { session, tracker } = await start();
    session.send({ type: 'lesson.open', lesson: 1 });
    session.saver.flush();
    session.sendSoon({ type: 'part.reach', part: 2, at: AT });
    page.hide();
    expect(tracker.saves.map(({ location }) => location)).toEqual(['lesson-1/part-1', PLACE]);
  });

  it('is in what is saved when the page goes just then', async () => {
    const { tracker } = await readSoon();
    page.leave();
    expect(tracker.endings.map(({ location }) => location)).toEqual([PLACE]);
  });
});

describe('when the page is hidden', () => {
  it('saves at once what is not saved yet', async () => {
    const { session, tracker } = await start();
    session.send({ type: 'lesson.open', lesson: 1 });
    page.hide();
    expect(tracker.saves).toHaveLength(1);
  });

  it('saves nothing where nothing happened', async () => {
    const { tracker } = await start();
    page.hide();
    page.show();
    expect(tracker.saves).toEqual([]);
  });

  it('goes on when it is shown again', async () => {
    const { session, tracker } = await start();
    page.hide();
    page.show();
    clear(session, 1);
    expect(tracker.saves).toHaveLength(2);
  });
});

describe('when the page goes', () => {
  it('ends the session once, with what is not saved yet', async () => {
    const { session, tracker } = await start();
    session.send({ type: 'lesson.open', lesson: 1 });
    page.leave();
    page.leave();
    expect(session.hasEnded).toBe(true);
    expect(tracker.endings.map(({ location }) => location)).toEqual(['lesson-1/part-1']);
    expect(tracker.saves).toEqual([]);
  });

  it('takes nothing in afterwards', async () => {
    const { session, tracker } = await start();
    page.leave();
    clear(session, 1);
    page.hide();
    expect(session.progress.lessons.size).toBe(0);
    expect(tracker.saves).toEqual([]);
  });

  it('starts anew when the browser brings the page back from its cache', async () => {
    await start();
    page.leave();
    page.comeBack(true);
    expect(page.reloads).toBe(1);
  });

  it('stays closed where a frame can’t open its session again', async () => {
    const { session, tracker } = await start();
    tracker.reopens = false;
    page.leave();
    page.comeBack(true);
    expect(page.reloads).toBe(0);
    expect(session.saver.state).toEqual({ is: 'ended', saved: true });
  });

  it('does not start anew while the session goes on', async () => {
    await start();
    page.comeBack(true);
    expect(page.reloads).toBe(0);
  });

  it('does not start anew at an ordinary load', async () => {
    await start();
    page.leave();
    page.comeBack(false);
    expect(page.reloads).toBe(0);
  });
});
