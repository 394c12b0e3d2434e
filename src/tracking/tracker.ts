import type { Interaction } from '#src/course/interaction.ts';
import type { Protocol } from '#src/course/protocol.ts';

/**
 * The port between the course and whatever keeps the learner's record. One folder per protocol.
 *
 * Contract, checked for every protocol by `tracker.contract.ts`:
 * - `launch` is called before anything else; it reads what the record holds and writes nothing, so
 *   that a record that can't be read stays as it is. Called again, it reads again.
 * - `begin` is called once, when the record was taken up: it marks a first attempt as under way and
 *   makes sure that it will be resumed (field guide R5, R15).
 * - `save` writes what changed since the last save, in the order score → interactions → success →
 *   completion, and commits exactly once (R1, R6). It never lowers a status.
 * - `doubt` tells that the last save is not to be believed: the next one writes everything again.
 * - `terminate` ends the session, once; later calls of anything do nothing (R30).
 * - In review and browse mode nothing is ever written.
 * - No method throws or rejects: failure is a value. A protocol that speaks over the network answers
 *   with a promise; one that is called while the page goes must have sent by then what it can.
 */
export interface Tracker {
  readonly protocol: Protocol;
  /**
   * False where a save that was called good may have stored nothing: Moodle's API says `true` also
   * where its request failed. The line is checked then (R12).
   */
  readonly provesSaves: boolean;
  /** Whether a new page may take up a session that was ended; a SCORM frame may not (R11). */
  readonly reopens: boolean;
  launch(): Promise<Launch>;
  begin(): Saving;
  save(report: Report): Saving;
  doubt(): void;
  terminate(report: Report, ending?: Ending): Saving;
}

/**
 * How a session ends: the learner exits, or the page goes, which may be a reload. A session that a
 * new page can take up is not told to be over when the page goes.
 */
export type Ending = 'exit' | 'leave';

export type Launch =
  | {
      readonly connected: true;
      readonly mode: 'normal' | 'review' | 'browse';
      /** Record of an earlier session as it was saved; empty on the first. */
      readonly record: string;
      /**
       * Why `record` must not be taken for all that there is: the read was refused, or other values
       * tell of work that an empty record does not have.
       */
      readonly doubt?: LaunchDoubt | undefined;
      /** The attempt was never begun, as far as the LMS says. */
      readonly isUntouched: boolean;
      /** Permanent id of the learner; empty where the keeper of the record gives none. */
      readonly learnerId: string;
      /** Most characters of a record that are sure to be kept; absent where nothing is known. */
      readonly recordLimit?: number | undefined;
      /** Pass mark set by the LMS, 0–100, where it has one. */
      readonly passMark?: number | undefined;
    }
  /** No LMS answers: the learner can learn, nothing is saved. `reason` is for support. */
  | { readonly connected: false; readonly reason: string };

export interface LaunchDoubt {
  readonly is: 'unread' | 'missing';
  /** For support. */
  readonly reason: string;
}

export interface Report {
  /** The encoded progress: base64url, no line breaks. */
  readonly record: string;
  /** Human-readable place in the course, such as `security/part-3`; never a bare number. */
  readonly location: string;
  /** 0–100; absent while nothing was answered. */
  readonly score?: number | undefined;
  readonly completed: boolean;
  readonly passed: boolean;
  /** Share of the course that is done, 0…1. */
  readonly progress: number;
  /**
   * The record with less detail, shorter than so many characters; undefined where there is none. For a
   * keeper that refuses the record for its length.
   */
  readonly shorter?: ((than: number) => string | undefined) | undefined;
  /** Lessons and objectives that the learner has begun. */
  readonly objectives?: readonly ObjectiveReport[] | undefined;
  /**
   * Questions answered since the last save. A tracker keeps them until they are committed; to hand
   * one in again does no harm.
   */
  readonly interactions: readonly Interaction[];
}

/** Where a learner stands in a lesson, or with one of its objectives. It only ever improves. */
export interface ObjectiveReport {
  /** `<lesson id>`, or `<lesson id>.<objective id>`. */
  readonly id: string;
  /** Title of a lesson. The id of an objective says what it is about. */
  readonly name?: string | undefined;
  /** Best result so far, 0–100; absent while nothing was answered. */
  readonly score?: number | undefined;
  readonly status: 'begun' | 'completed' | 'passed';
}

/** `unsaved` carries what the LMS said, for support. */
export type SaveResult =
  { readonly saved: true } | { readonly saved: false; readonly reason: string };

/** What came of a save, at once or when the answer arrives. */
export type Saving = SaveResult | Promise<SaveResult>;

/** How much a course can tell a tracker: what has little room shares it out beforehand. */
export interface Extent {
  /** Questions that every sitting of the final assessment asks; 0 where there is none. */
  readonly finalQuestions: number;
  /** Questions that a sitting asks beside these where they did not decide. */
  readonly decidingQuestions: number;
  readonly lessons: number;
  /** Objectives of all lessons. */
  readonly objectives: number;
}

/** Everything a tracker takes from outside, so that tests can give it. */
export interface TrackerEnvironment {
  /** The window the course runs in. */
  readonly window: Window;
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds that the learner was at work on this page: no idleness, no sleep, no set clock. */
  activeTime(): number;
  /** Waits that many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Permanent id of the course: prefix of storage keys. */
  readonly courseId: string;
  /** How much there is to tell. */
  readonly extent: Extent;
  /** How completion and success become SCORM 1.2's one status. */
  readonly reporting: 'passed-incomplete' | 'completed-incomplete';
}
