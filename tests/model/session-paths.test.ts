import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Progress } from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import type { LineState } from '#src/player/line.ts';
import { Session } from '#src/player/session.svelte.ts';
import type { Faults } from '#src/simulator/contract.ts';
import { scorm12, scorm2004 } from '#src/simulator/runtime/standard.ts';
import { createDesk } from '#src/simulator/testing/desk.ts';
import { createTracker } from '#src/tracking/registry.ts';
import { FakePage } from '../fixtures/fake-page.ts';
import { courseOutline, lessonOutline } from '../fixtures/outlines.ts';

/*
 * A learner takes the real course machine through the real tracker, in front of the simulator's
 * strict LMS, which fails, lies and comes back while pages are left, killed and opened again. After
 * each launch: nothing that was called saved is missing.
 */

const OUTLINE = courseOutline([lessonOutline(1), lessonOutline(2)]);
const AT = Date.UTC(2026, 10, 24, 12);

/** Milliseconds that `npm run soak` gives to each walk; 0: as many walks as every run takes. */
const SOAK = Number(process.env['SOAK_MILLISECONDS'] ?? 0);

const API_NAMES = { scorm12: 'API', scorm2004: 'API_1484_11' } as const;

/** What happens to a session; numbers are milliseconds. */
type Step =
  | {
      readonly is: 'answer';
      readonly lesson: number;
      readonly question: number;
      readonly credit: Credit;
    }
  | { readonly is: 'move'; readonly lesson: number }
  | { readonly is: 'pass'; readonly time: number }
  | { readonly is: 'lms'; readonly commit: Faults['commit'] }
  | { readonly is: 'line'; readonly state: LineState }
  | { readonly is: 'hide' | 'exit' | 'leave' | 'kill' };

/** An LMS that lies while its line is up is found out by a journal, and by nothing else. */
const anyStep = (commits: readonly Faults['commit'][]): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        is: fc.constant('answer' as const),
        lesson: fc.constantFrom(1, 2),
        question: fc.constantFrom(1, 2),
        credit: fc.constantFrom<Credit>(0, 2, 4),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ is: fc.constant('move' as const), lesson: fc.constantFrom(1, 2) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        is: fc.constant('pass' as const),
        time: fc.constantFrom(10, 60, 3_000, 20_000),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        is: fc.constant('lms' as const),
        commit: fc.constantFrom(...commits),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant('line' as const),
        state: fc.constantFrom<LineState>('up', 'up', 'down', 'signed-out', 'unknown'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Step>(
        { is: 'hide' },
        { is: 'exit' },
        { is: 'leave' },
        { is: 'kill' },
      ),
    },
  );

/** What a page may have said was saved, at the least. */
interface Claim {
  readonly answers: ReadonlyMap<string, number>;
  readonly bestScore: number;
}

const NOTHING: Claim = { answers: new Map(), bestScore: 0 };

function claimOf({ lessons, bestScore }: Progress): Claim {
  const answers = new Map<string, number>();
  for (const [lesson, { questions }] of lessons)
    for (const [question, { credit }] of questions) answers.set(`${lesson}/${question}`, credit);
  return { answers, bestScore };
}

/** One learner, one browser, one LMS. */
class World {
  readonly #desk;
  readonly #standard;
  readonly #stored: Map<string, string>;
  readonly #keepsJournal: boolean;
  #page = new FakePage();
  #launched: ReturnType<ReturnType<typeof createDesk>['launch']> | undefined;
  #session: Session | undefined;
  #line: LineState = 'up';
  #commit: Faults['commit'] = 'ok';
  /** What was called saved, in any session so far. */
  claim: Claim = NOTHING;
  /** Calls logged before this session. */
  #logged = 0;
  /** Answers given so far. */
  #answers = 0;

  constructor(standard: typeof scorm12, keepsJournal: boolean) {
    this.#standard = standard;
    this.#desk = createDesk(standard);
    this.#stored = this.#page.stored;
    this.#keepsJournal = keepsJournal;
  }

  get page(): FakePage {
    return this.#page;
  }

  async open(): Promise<void> {
    this.#launched = this.#desk.launch({ commit: this.#commit });
    this.#logged = this.#desk.desk.log.length;
    this.#page = Object.assign(new FakePage(), {
      stored: this.#stored,
      isStorageForbidden: !this.#keepsJournal,
    });
    const { window } = this.#page;
    Object.assign(window, {
      [API_NAMES[this.#standard.name]]: this.#launched.api,
      parent: window,
      opener: null,
    });
    const tracker = createTracker(this.#standard.name, {
      window,
      now: () => AT,
      activeTime: () => 0,
      sleep: () => Promise.resolve(),
      courseId: OUTLINE.id,
      extent: { finalQuestions: 0, decidingQuestions: 0, lessons: 2, objectives: 0 },
      reporting: 'passed-incomplete',
    });
    this.#session = await Session.start({
      outline: OUTLINE,
      tracker,
      window,
      ask: ({ kept }) => Promise.resolve(kept ? 'kept' : 'afresh'),
      line: () => Promise.resolve(this.#line),
    });
    this.#checkClaim(this.#session.progress);
  }

  async take(step: Step): Promise<void> {
    const session = this.#session;
    if (!session) return;
    switch (step.is) {
      case 'answer':
        session.send({ type: 'quiz.open', lesson: step.lesson });
        session.send(answerTo(step, ++this.#answers));
        break;
      case 'move':
        session.send({ type: 'lesson.open', lesson: step.lesson });
        break;
      case 'pass':
        this.#page.pass(step.time);
        break;
      case 'lms':
        this.#commit = step.commit;
        this.#launched?.session.configure({ commit: step.commit });
        break;
      case 'line':
        this.#line = step.state;
        break;
      case 'hide':
        this.#page.hide();
        this.#page.show();
        break;
      case 'exit':
        session.exit();
        break;
      case 'leave':
        this.#page.leave();
        await this.#settle();
        return this.#reopen();
      case 'kill':
        this.#launched?.facade.become('dead');
        return this.#reopen();
    }
    await this.#settle();
  }

  async #reopen(): Promise<void> {
    this.#checkCalls();
    await this.open();
  }

  /** Promises are heard; what the page says then is a claim. */
  async #settle(): Promise<void> {
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
    const state = this.#session?.saver.state;
    const isSaid =
      (state?.is === 'saved' && state.at !== undefined) || (state?.is === 'ended' && state.saved);
    if (isSaid && this.#session) this.claim = claimOf(this.#session.progress);
  }

  #checkClaim(progress: Progress): void {
    const { answers, bestScore } = claimOf(progress);
    for (const [question, credit] of this.claim.answers)
      expect(answers.get(question) ?? -1, `question ${question}`).toBeGreaterThanOrEqual(credit);
    expect(bestScore).toBeGreaterThanOrEqual(this.claim.bestScore);
  }

  /** At most one end, and nothing that a strict LMS refuses. */
  #checkCalls(): void {
    const calls = this.#desk.desk.log.slice(this.#logged);
    const ends = calls.filter(({ call }) => call === this.#standard.calls.finish);
    expect(ends.length).toBeLessThanOrEqual(1);
    expect(calls.filter(({ finding }) => finding?.severity === 'refused')).toEqual([]);
  }

  /** Status and score of the LMS. */
  get grade(): { readonly status: string; readonly score: number } {
    const { status, score } = this.#standard.elements;
    const values = this.#desk.desk.record?.values ?? {};
    return { status: values[status] ?? '', score: Number(values[score] ?? 0) };
  }
}

function answerTo({ lesson, question, credit }: Extract<Step, { is: 'answer' }>, attempt: number) {
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
      attempt,
      objective: id,
      description: 'Which one?',
      credit,
      at: AT,
      latency: 0,
    },
  } as const;
}

const RANKS = ['', 'not attempted', 'unknown', 'incomplete', 'completed', 'passed'];

describe.each([scorm12, scorm2004])('a session in $name', (standard) => {
  it.each([
    ['with a journal', true, ['ok', 'ok', 'fails', 'forgets', 'lies']],
    ['where storage is denied', false, ['ok', 'ok', 'fails', 'forgets']],
  ] as const)(
    'loses nothing that was called saved, and never lowers a result, %s',
    async (_, keepsJournal, commits) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep(commits), { maxLength: 25 }), async (steps) => {
          const world = new World(standard, keepsJournal);
          await world.open();
          let best = world.grade;
          for (const step of steps) {
            await world.take(step);
            const { status, score } = world.grade;
            expect(score).toBeGreaterThanOrEqual(best.score);
            expect(RANKS.indexOf(status)).toBeGreaterThanOrEqual(RANKS.indexOf(best.status));
            best = { status, score };
          }
          await world.take({ is: 'kill' });
        }),
        SOAK > 0
          ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: SOAK }
          : { numRuns: 250 },
      );
    },
    SOAK + 60_000,
  );
});
