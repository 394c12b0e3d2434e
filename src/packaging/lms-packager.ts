import type { Protocol } from '#src/course/protocol.ts';
import { readSchemas } from './carried-files.ts';
import type { SchemaSet } from './carried-files.ts';
import { LAUNCH_FILE } from './manifest-parts.ts';
import { describePage } from './page.ts';
import type { FileTree, Format, PackagedCourse, Packager } from './packager.ts';
import type { PlayerBuild } from './player-build.ts';
import { readText, toBytes } from './text-file.ts';

/** What tells one format for an LMS from another. */
interface LmsFormat {
  readonly format: Format;
  readonly protocol: Protocol;
  readonly summary: string;
  /** Schemas that the standard wants in the package. */
  readonly schemas?: SchemaSet;
  readonly manifest: {
    /** Its name at the root of the zip. */
    readonly file: string;
    /** Its text, given the sorted names of all other files. Pure. */
    readonly write: (course: PackagedCourse, files: readonly string[]) => string;
  };
}

/** Packages the player as classic scripts, with a manifest and the schemas that belong to it. */
export function lmsPackager(lms: LmsFormat): Packager {
  const { format, protocol, summary } = lms;
  return { format, protocol, summary, files: (course, player) => files(lms, course, player) };
}

async function files(
  { protocol, schemas, manifest }: LmsFormat,
  course: PackagedCourse,
  player: PlayerBuild,
): Promise<FileTree> {
  const scripts = await player.classic();
  const page = describePage(readText(scripts, LAUNCH_FILE), course, protocol);
  const all = new Map([...scripts, ...(schemas ? await readSchemas(schemas) : [])]);
  all.set(LAUNCH_FILE, toBytes(page));
  return all.set(manifest.file, toBytes(manifest.write(course, [...all.keys()].sort())));
}
