import { createContext, untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { createActor } from 'xstate';
import type { Interaction } from '#src/course/interaction.ts';
import type { CourseOutline } from '#src/course/outline.ts';
import { decodeProgress } from '#src/course/progress-codec.ts';
import { blankProgress, type Progress } from '#src/course/progress.ts';
import { courseMachine, type CourseEvent, type CourseFact } from '#src/machine/course-machine.ts';
import type { CourseRules } from '#src/machine/rules.ts';
import type { Launch, Report, Tracker } from '#src/tracking/tracker.ts';
import { Journal } from './journal.ts';
import type { LineState } from './line.ts';
import { Live } from './live.svelte.ts';
import { AFTER_FRAME } from './pace.ts';
import { toReport } from './report.ts';
import { Saver } from './saver.svelte.ts';
import { takeUp, type Doubt } from './take-up.ts';

/** Something the learner must know about this session. */
export type Notice =
  | { readonly is: 'not-connected'; readonly reason: string }
  | { readonly is: 'looking-only'; readonly mode: 'review' | 'browse' }
  /** The LMS gave no record, and the learner chose to look around without one. */
  | { readonly is: 'unread'; readonly reason: string };

/** What a learner makes of a doubtful record: read it again, or go on in one of three ways. */
export type Choice = 'again' | 'afresh' | 'kept' | 'look';

interface Dependencies {
  readonly outline: CourseOutline;
  readonly tracker: Tracker;
  readonly window: Window;
  /** Asks the learner about a doubtful record. */
  readonly ask: (doubt: Doubt) => Promise<Choice>;
  /** Whether the server of the package can be reached. */
  readonly line: () => Promise<LineState>;
}

/** What a session goes on with. */
interface Beginning {
  readonly launch: Launch;
  readonly progress: Progress | undefined;
  readonly interactions: Report['interactions'];
  readonly notice: Notice | undefined;
  readonly journal: Journal;
}

/**
 * One session of one learner: the only place where the course machine meets a tracker. Facts go
 * out, the record is saved and restored.
 */
export class Session {
  readonly outline: CourseOutline;
  readonly notice: Notice | undefined;
  readonly tracker: Tracker;
  readonly saver: Saver;
  readonly #course: Live<typeof courseMachine>;
  readonly #window: Window;
  /** Events that leave the frame under way its time, in order. */
  #waiting: CourseEvent[] = [];
  /** Facts of the step under way: handled when its snapshot stands. */
  #facts: CourseFact[] = [];
  /** Lessons cleared in this session: their stamps land. */
  readonly fresh = new SvelteSet<number>();

  /** Asks the tracker for the learner's record and takes up the course where it was left. */
  static async start(dependencies: Dependencies): Promise<Session> {
    return new Session(dependencies, await begin(dependencies));
  }

  private constructor({ outline, tracker, window, line }: Dependencies, beginning: Beginning) {
    const { launch, notice, journal, interactions } = beginning;
    const progress = beginning.progress ?? blankProgress(drawSeed(window));
    this.outline = outline;
    this.tracker = tracker;
    this.#window = window;
    this.notice = notice;
    const passMark = (launch.connected ? launch.passMark : undefined) ?? outline.passMark;
    this.#course = new Live(createActor(courseMachine, { input: { outline, passMark, progress } }));
    const recordLimit = launch.connected ? launch.recordLimit : undefined;
    const records = launch.connected && launch.mode === 'normal' && notice === undefined;
    this.saver = new Saver({
      tracker,
      window,
      line,
      journal,
      records,
      interactions,
      report: () => {
        this.catchUp();
        return toReport(this.rules, this.progress, recordLimit);
      },
    });
    this.#listen();
    if (records) void tracker.begin();
    // What an earlier session could not save, or the rules in force have changed, goes out now.
    if (records && beginning.progress) this.saver.changed();
    closeWith(this, window);
  }

  get snapshot() {
    return this.#course.snapshot;
  }

  get rules(): CourseRules {
    return this.snapshot.context.rules;
  }

  get progress(): Progress {
    return this.snapshot.context.progress;
  }

  get hasEnded(): boolean {
    return this.saver.state.is === 'ended';
  }

  can(event: CourseEvent): boolean {
    return this.snapshot.can(event);
  }

  /** Sending is no reading: an effect that sends does not depend on what sending looks at. */
  send(event: CourseEvent): void {
    this.#waiting.push(event);
    this.catchUp();
  }

  /** Sends when the screen had its turn, but before anything else is sent or saved. */
  sendSoon(event: CourseEvent): void {
    if (this.#waiting.length === 0) this.#window.setTimeout(() => this.catchUp(), AFTER_FRAME);
    this.#waiting.push(event);
  }

  /** Sends what waits. */
  catchUp(): void {
    const events = this.#waiting;
    this.#waiting = [];
    untrack(() => {
      for (const event of events) if (!this.hasEnded) this.#course.actor.send(event);
    });
  }

  /** Saves, and when that is known to be good ends the session: the learner wants to go. */
  exit(): void {
    this.catchUp();
    this.saver.exit();
  }

  /** The page goes. */
  leave(): void {
    this.catchUp();
    this.saver.leave();
  }

  #listen(): void {
    const { actor } = this.#course;
    actor.on('*', (fact) => this.#facts.push(fact));
    actor.subscribe(() => this.#track());
    actor.start();
  }

  #track(): void {
    const facts = this.#facts;
    this.#facts = [];
    for (const fact of facts) if (fact.type === 'lesson.cleared') this.fresh.add(fact.lesson);
    const interactions = facts.flatMap((fact): Interaction[] =>
      fact.type === 'question.answered' ? [fact.interaction] : [],
    );
    const isAnswer = facts.some(({ type }) => type.endsWith('.answered'));
    if (isAnswer) this.saver.answered(interactions);
    else if (facts.length > 0) this.saver.changed();
  }
}

/** `sessionOf()` in any component below the shell. */
export const [sessionOf, provideSession] = createContext<Session>();

const drawSeed = (window: Window) => window.crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;

/** Reads what there is, and asks the learner as long as it is doubtful. */
async function begin({ tracker, window, outline, ask }: Dependencies): Promise<Beginning> {
  for (;;) {
    const launch = await tracker.launch();
    const journal = new Journal({
      window,
      courseId: outline.id,
      learnerId: launch.connected ? launch.learnerId : '',
    });
    const nothing = { launch, journal, progress: undefined, interactions: [] };
    if (!launch.connected)
      return { ...nothing, notice: { is: 'not-connected', reason: launch.reason } };
    if (launch.mode !== 'normal') return { ...nothing, ...lookInto(launch) };
    const found = takeUp(launch, journal.read());
    journal.begin(launch.record);
    if (found.is === 'taken') {
      if (found.isJournalDone) journal.purge();
      return { ...nothing, ...found, notice: undefined };
    }
    const { doubt } = found;
    const choice = await ask(doubt);
    if (choice === 'look') return { ...nothing, notice: { is: 'unread', reason: doubt.reason } };
    if (choice === 'kept' && doubt.kept) return { ...nothing, ...doubt.kept, notice: undefined };
    if (choice === 'afresh') {
      keepAside(window, outline.id, doubt.record);
      journal.purge();
      return { ...nothing, notice: undefined };
    }
  }
}

/** In review and preview an unreadable record does no harm: nothing is written. */
function lookInto({ mode, record }: Extract<Launch, { connected: true }>) {
  const decoded = record === '' ? undefined : decodeProgress(record);
  const notice = mode === 'normal' ? undefined : ({ is: 'looking-only', mode } as const);
  return { progress: decoded?.ok ? decoded.progress : undefined, notice };
}

/** For support, under the day. Storage may be full or forbidden. */
function keepAside(window: Window, courseId: string, record: string): void {
  if (record === '') return;
  try {
    const day = new Date().toISOString().slice(0, 10);
    window.localStorage.setItem(`${courseId}:damaged:${day}`, record);
  } catch {
    // The learner was shown it.
  }
}

/**
 * Saves when the page is hidden, ends the session when it goes. A page that comes back from the
 * browser's cache after that starts anew, where its session can: a SCORM frame can't (R1, R2, R11).
 */
function closeWith(session: Session, window: Window): void {
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState !== 'hidden') return;
    session.catchUp();
    session.saver.flush();
  });
  window.addEventListener('online', () => session.saver.flush());
  window.addEventListener('pagehide', () => session.leave());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && session.hasEnded && session.tracker.reopens) window.location.reload();
  });
}
