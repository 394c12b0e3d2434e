/*
 * What a test may rely on. The page puts a `Simulator` on `window.simulator`; everything that goes in
 * or comes out is plain JSON, so that it crosses `page.evaluate`.
 *
 * An address launches as well: `/simulator/?package=course-scorm12.zip&frame=nested&launch=1`. Each
 * option has the name it has in `LaunchOptions`; one left out keeps its default.
 *
 * The innermost frame (or the popup) that holds the course is named `course`.
 *
 * A cross-origin top window needs no option: let a test put this page into a frame of its own page.
 * `page.setContent('<iframe src="http://…/simulator/?…&launch=1">')` has an opaque origin.
 */

/** What a zip in `dist/` is. `unknown`: it cannot be launched; `PackageInfo.problem` says why. */
export type PackageKind = 'scorm12' | 'scorm2004-3rd' | 'scorm2004-4th' | 'web' | 'unknown';

/** One line of `/simulator/api/packages`. */
export interface PackageInfo {
  /** File name of the zip. */
  readonly name: string;
  readonly bytes: number;
  readonly kind: PackageKind;
  /** Title in the manifest, or the file name. */
  readonly title: string;
  /** Launch file, relative to the zip's root, with its query where it has one; empty if unknown. */
  readonly launch: string;
  /** Pass mark that the manifest sets, 0–100. */
  readonly masteryScore?: number;
  /** `cmi.launch_data` from the manifest. */
  readonly launchData?: string;
  /** What is wrong with it, in plain words. */
  readonly problem?: string;
}

/**
 * How the course's files are served. Only headers change, and in `poor-mime` which files exist.
 * - `ordinary`: right types, no compression.
 * - `octet`, `plain`: every file but .html is labelled application/octet-stream, or text/plain.
 * - `csp`: a strict Content-Security-Policy.
 * - `no-unload`: `Permissions-Policy: unload=()`.
 * - `poor-mime`: 404 for every type but html, js, css, png, jpg, svg.
 */
export const PROFILES = ['ordinary', 'octet', 'plain', 'csp', 'no-unload', 'poor-mime'] as const;
export type Profile = (typeof PROFILES)[number];

/**
 * Where the course finds the API.
 * - `frame`: in the window above. `nested`: three windows above. `popup`: in its opener.
 * - `late`: in the window above, but only after 4 s. `none`: nowhere.
 */
export const FRAMES = ['frame', 'nested', 'popup', 'late', 'none'] as const;
export type Frame = (typeof FRAMES)[number];

export const MODES = ['normal', 'review', 'browse'] as const;
export type Mode = (typeof MODES)[number];

/**
 * What Commit (and the saving in Finish or Terminate) does.
 * - `ok`: saves.
 * - `fails`: answers "false" with error 101 (1.2), 391 or 111 (2004); the values stay to be saved.
 * - `forgets`: fails likewise, and takes the values as sent: only a value set again is saved later
 *   (Moodle's SCORM 1.2 after one failed request).
 * - `lies`: answers "true" and saves nothing; SCORM 1.2 takes the values as sent.
 */
export const COMMITS = ['ok', 'fails', 'forgets', 'lies'] as const;
export type CommitBehaviour = (typeof COMMITS)[number];

/**
 * How the LMS hands out `cmi.suspend_data`.
 * - `ok`: as it was saved. `wrapped`: with a line break behind it. `cut`: three characters short.
 * - `refused`: nothing, with an error of reading. `stale`: as it was before the last session.
 */
export const READINGS = ['ok', 'wrapped', 'cut', 'refused', 'stale'] as const;
export type Reading = (typeof READINGS)[number];

/** Width of the course's frame in CSS pixels: Moodle's usual sizes, or all there is. */
export const WIDTHS = ['full', '866', '650', '367'] as const;
export type Width = (typeof WIDTHS)[number];

export interface LaunchOptions {
  /** File name of the zip. */
  readonly package: string;
  /** Default `ordinary`. */
  readonly profile: Profile;
  /** Default `frame`. */
  readonly frame: Frame;
  /** Default `normal`. */
  readonly mode: Mode;
  /** Review mode by itself when the attempt is completed or passed. Default false. */
  readonly reviewWhenDone: boolean;
  /** Pass mark the LMS gives, 0–100; `package` (default): the manifest's; `none`: none. */
  readonly masteryScore: number | 'package' | 'none';
  /** Pass mark and score decide the status at the end, whatever the course said. Default true. */
  readonly masteryOverride: boolean;
  /** Default `ok`. */
  readonly commit: CommitBehaviour;
  /** Milliseconds that each commit blocks the page. Default 0. */
  readonly commitDelay: number;
  /** Calls made while the course window closes throw, like a refused request. Default false. */
  readonly throwOnClose: boolean;
  /** The API of the other standard is there too; calls to it are logged as findings. Default false. */
  readonly bothApis: boolean;
  /** Default `ok`. */
  readonly reading: Reading;
  /** Most characters of suspend data that the LMS takes; 0 (default): as many as Moodle. */
  readonly limit: number;
  /** The browser dies after that many calls; 0 (default): never. */
  readonly dieAfter: number;
  /** The LMS gives no mode, as Open edX. Default false. */
  readonly blankMode: boolean;
  /** Records are kept by package, learner and attempt. Default 1. */
  readonly attempt: number;
  readonly learnerId: string;
  readonly learnerName: string;
  /** Default `full`. */
  readonly width: Width;
}

/** What `configure` may change while a course runs. */
export type Faults = Pick<
  LaunchOptions,
  'commit' | 'commitDelay' | 'throwOnClose' | 'reading' | 'limit'
>;

/**
 * What there is to say of a call.
 * - `refused`: the course did what a strict LMS refuses; the value was not taken.
 * - `noted`: accepted, but some LMS handles it badly.
 * - `fault`: the simulator did it on purpose, as its options say; no fault of the course.
 */
export interface Finding {
  readonly severity: 'refused' | 'noted' | 'fault';
  readonly text: string;
}

export interface LogEntry {
  /** Counts from 1 over all launches since the page was opened. */
  readonly id: number;
  /** `call`: the course called the API. `event`: the LMS did something (launch, close, kill). */
  readonly kind: 'call' | 'event';
  /** Milliseconds since the launch. */
  readonly time: number;
  /** Function called, such as `LMSSetValue` or `Commit`; for an event its name. */
  readonly call: string;
  /** Arguments as strings, whole. */
  readonly args: readonly string[];
  /** What was returned; empty for an event. */
  readonly result: string;
  /** Error code after the call, `0` if none. */
  readonly error: string;
  /** Text for that code; empty if none. */
  readonly errorText: string;
  readonly finding?: Finding;
}

/** What a gradebook shows: committed data only, except `uncommitted` and `session`. */
export interface Gradebook {
  readonly kind: PackageKind;
  /** SCORM 1.2 lesson_status; empty for 2004. */
  readonly status: string;
  /** SCORM 2004 completion_status; empty for 1.2. */
  readonly completion: string;
  /** SCORM 2004 success_status; empty for 1.2. */
  readonly success: string;
  /** score.raw as committed, empty if none. */
  readonly score: string;
  /** SCORM 2004 score.scaled as committed. */
  readonly scaled: string;
  /** Sum over finished sessions, `0:04:11`. */
  readonly totalTime: string;
  readonly location: string;
  /** ISO date and time of the last commit that saved; empty if none. */
  readonly lastCommit: string;
  /** There are values set and not saved. */
  readonly uncommitted: boolean;
  /** Sessions in which something was saved. */
  readonly sessions: number;
  readonly session: SessionState;
}

/** `closed`: no course window, or one that was closed or killed. */
export type SessionState = 'closed' | 'launched' | 'running' | 'terminated';

export interface Simulator {
  /** The zips in `dist/`, freshly read. */
  packages(): Promise<PackageInfo[]>;
  /**
   * Closes what runs and opens a course. Settles when its window is there and the API in place (or
   * due, for `late`), not when the course has loaded. Rejects with plain words if it cannot.
   */
  launch(options: Partial<LaunchOptions> & Pick<LaunchOptions, 'package'>): Promise<void>;
  /** Leaves the course as one navigates away: its page events fire, and calls made then count. */
  close(): Promise<void>;
  /** The browser dies: nothing that the course still calls has an effect. */
  kill(): Promise<void>;
  /** Changes faults from now on. */
  configure(faults: Partial<Faults>): void;
  /** All entries since the page was opened, oldest first. */
  log(): LogEntry[];
  /** What the LMS has saved for this attempt, element → value. */
  committed(): Record<string, string>;
  /** What the course has set and the LMS has not saved, element → value. */
  pending(): Record<string, string>;
  gradebook(): Gradebook;
  /** Kills what runs and forgets this attempt of this learner. */
  reset(): Promise<void>;
}

declare global {
  interface Window {
    /** Only on the simulator's page. */
    simulator: Simulator;
  }
}
