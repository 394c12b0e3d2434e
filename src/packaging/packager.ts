import type { Protocol } from '#src/course/protocol.ts';
import type { PlayerBuild } from './player-build.ts';

/**
 * The port between the built player and the zip that an organisation uploads. One folder per
 * format; `registry.ts` has one line for each.
 */
export interface Packager {
  readonly format: Format;
  /** Which tracking protocol the player speaks inside this package. */
  readonly protocol: Protocol;
  /** One line for the command line. */
  readonly summary: string;
  /** All files of the package, the manifest included. */
  files(course: PackagedCourse, player: PlayerBuild): Promise<FileTree>;
}

/**
 * The formats that a course can be exported to, in the order in which help texts list them: names on
 * the command line and in file names.
 */
export const FORMATS = [
  'scorm12',
  'scorm2004-3rd',
  'scorm2004-4th',
  'cmi5',
  'xapi',
  'web',
] as const;
export type Format = (typeof FORMATS)[number];

/** What a package says of its course. Manifests are pure functions of this and of file names. */
export interface PackagedCourse {
  /** Permanent id, kebab-case: every identifier in a manifest derives from it (field guide R43). */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Language code such as `en` or `en-US` (BCP 47). */
  readonly language: string;
  /** What the course is about: whose event, when and where. For catalogues, beside the title. */
  readonly event: string;
  /** For catalogues. */
  readonly keywords: readonly string[];
  /** How long the whole course takes. */
  readonly minutes: number;
  /** Of the course's release, such as `1.2.0`. */
  readonly version: string;
  /** Percentage that passes, 0–100. */
  readonly passMark: number;
}

/** Files by path: relative, forward slashes, no leading `./`. */
export type FileTree = ReadonlyMap<string, Uint8Array>;
