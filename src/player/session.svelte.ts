import { createContext, untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import { createActor } from 'xstate';
import type { Interaction } from '#src/course/interaction.ts';
import type { CourseOutline } from '#src/course/outline.ts';
import { decodeProgress } from '#src/course/progress-codec.ts';
import { blankProgress, type Progress } from '#src/course/progress.ts';
import { courseMachine, type CourseEvent, type CourseFact } from '#src/machine/course-machine.ts';
import type { CourseRules } from '#src/machine/rules.ts';
import type { Launch, Tracker } from '#src/tracking/tracker.ts';
import { Live } from './live.svelte.ts';
import { AFTER_FRAME } from './pace.ts';
import { toReport } from './report.ts';
import { Saver } from './saver.svelte.ts';

/** Something the learner must know about this session. */
export type Notice =
  | { readonly is: 'not-connected'; readonly reason: string }
  | { readonly is: 'looking-only'; readonly mode: 'review' | 'browse' }
  /** The saved record can't be read; `record` is kept aside for support. */
  | { readonly is: 'damaged'; readonly reason: string; readonly record: string };

interface Dependencies {
  readonly outline: CourseOutline;
  readonly tracker: Tracker;
  readonly window: Window;
}

/**
 * One sitting of one learner: the only place where the course machine meets a tracker. Facts go
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
    return new Session(dependencies, await dependencies.tracker.launch());
  }

  private constructor({ outline, tracker, window }: Dependencies, launch: Launch) {
    const { progress, notice } = takeUp(launch, window, outline.id);
    this.outline = outline;
    this.tracker = tracker;
    this.#window = window;
    this.notice = notice;
    const passMark = (launch.connected ? launch.passMark : undefined) ?? outline.passMark;
    this.#course = new Live(createActor(courseMachine, { input: { outline, passMark, progress } }));
    this.saver = new Saver({
      tracker,
      window,
      records: launch.connected && launch.mode === 'normal',
      report: () => {
        this.catchUp();
        return toReport(this.rules, this.progress);
      },
    });
    this.#listen();
    // What an earlier session could not save, or the rules in force have changed, goes out now.
    if (launch.connected && launch.record !== '') this.saver.changed();
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

function takeUp(launch: Launch, window: Window, courseId: string) {
  const blank = blankProgress(window.crypto.getRandomValues(new Uint16Array(1))[0] ?? 0);
  if (!launch.connected) {
    return { progress: blank, notice: { is: 'not-connected', reason: launch.reason } as const };
  }
  const { mode, record } = launch;
  const lookingOnly = mode === 'normal' ? undefined : ({ is: 'looking-only', mode } as const);
  if (record === '') return { progress: blank, notice: lookingOnly };
  const decoded = decodeProgress(record);
  if (decoded.ok) return { progress: decoded.progress, notice: lookingOnly };
  keepAside(window, courseId, record);
  return { progress: blank, notice: { is: 'damaged', reason: decoded.reason, record } as const };
}

/** For support. Storage may be full or forbidden: the notice shows the record as well. */
function keepAside(window: Window, courseId: string, record: string): void {
  try {
    window.localStorage.setItem(`${courseId}:damaged`, record);
  } catch {
    // The learner can still copy it from the notice.
  }
}

/**
 * Saves when the page is hidden, ends the session when it goes. A page that comes back from the
 * browser's cache after that starts anew (field guide R1, R2).
 */
function closeWith(session: Session, window: Window): void {
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState !== 'hidden') return;
    session.catchUp();
    session.saver.flush();
  });
  window.addEventListener('pagehide', () => session.saver.end());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && session.hasEnded) window.location.reload();
  });
}
