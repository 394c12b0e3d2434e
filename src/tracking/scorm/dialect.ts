import type { Interaction } from '#src/course/interaction.ts';
import type { Extent, Report, TrackerEnvironment } from '#src/tracking/tracker.ts';
import type { ApiShape } from './api.ts';
import type { Connection } from './connection.ts';
import type { Write } from './lms-record.ts';
import type { ObjectiveFields } from './objective-list.ts';

/** What the two SCORM standards do differently; `ScormTracker` is all that they share. */
export interface Dialect extends ApiShape {
  readonly protocol: 'scorm12' | 'scorm2004';
  /** For messages: `SCORM 1.2`. */
  readonly standard: string;
  /** Error code of a second Initialize: after a reload the LMS's side is still open (R11). */
  readonly alreadyInitialized: string;
  /**
   * Error codes beside 0 with which a read of nothing means "never set": 403 in SCORM 2004 (RTE
   * 3.1.7.6), none in SCORM 1.2 (RTE 3.3.4). With any other the read was refused.
   */
  readonly unset: readonly string[];
  readonly elements: Elements;
  /** Read at launch beside the elements above, since they are never lowered. */
  readonly floors: readonly string[];
  /** What the LMS's pass mark is multiplied with to be a percentage. */
  readonly passMarkScale: number;
  /** Most characters of suspend data that a system of this standard is sure to keep. */
  readonly suspendDataLimit: number;
  /** Most characters of a location. */
  readonly locationLimit: number;
  /** Marks a first attempt as under way; due only where the LMS holds less (R5). */
  readonly underWay: Write;
  score(score: Score, read: (element: string) => string): readonly Write[];
  /** Success before completion (R6). */
  verdict(report: Report, context: VerdictContext): readonly Write[];
  /** Duration of the session, from milliseconds. */
  sessionTime(milliseconds: number): string;
  /** Last writes before the end of a session. */
  readonly farewell: readonly Write[];
  /** How lessons and objectives are told. */
  objectives(extent: Extent): ObjectiveFields;
  /** Where answered questions go. `memo`: what the last session left for this one. */
  places(connection: Connection, memo: string, extent: Extent): Places;
}

/**
 * The LMS's list of interactions: which place of it an answer gets, and what is written there. It grows
 * one by one: an LMS refuses a place beyond the first free one.
 */
export interface Places {
  /** `tries`: how often this answer was written before, in vain. Undefined: there is no room for it. */
  find(interaction: Interaction, tries: number): Placed | undefined;
  /** Tells that the place was written to. */
  take(placed: Placed): void;
  /** Tells what came of the commit. */
  settle(committed: boolean): void;
  /** Tells that the last good commit was none. */
  doubt(): void;
  /** What the next session must know, in letters, digits, `-` and `_`; empty: nothing. */
  readonly memo: string;
}

/** An answer and its place. */
export interface Placed {
  readonly index: number;
  /** The LMS holds an earlier answer to the same question there: only differences are written. */
  readonly isHeld: boolean;
  readonly fields: InteractionFields;
}

/** What the standard calls the elements that both have. */
interface Elements {
  readonly mode: string;
  readonly learnerId: string;
  readonly suspendData: string;
  readonly location: string;
  readonly exit: string;
  readonly sessionTime: string;
  /** 0–100. */
  readonly score: string;
  readonly passMark: string;
}

/** A score to write. */
export interface Score {
  /** Best score so far, 0–100. */
  readonly percent: number;
  /**
   * May the LMS compare it with its pass mark? Not before the course is passed: it would record
   * `failed`, and many then open the course for review only (field guide R7, R8).
   */
  readonly isFinal: boolean;
}

/** What a verdict depends on beside the report. */
export interface VerdictContext {
  readonly reporting: TrackerEnvironment['reporting'];
  /** Has the LMS set a pass mark? */
  readonly hasPassMark: boolean;
}

/** Names below `cmi.interactions.n.` and values, in the order to write; empty values are left out. */
export interface InteractionFields {
  readonly id: string;
  readonly type: string;
  readonly rest: readonly (readonly [name: string, value: string])[];
}
