import { readSchemas } from './carried-files.ts';
import type { SchemaSet } from './carried-files.ts';
import { LAUNCH_FILE, MANIFEST } from './manifest-parts.ts';
import { describePage } from './page.ts';
import type { FileTree, Format, PackagedCourse, Packager, PackageProtocol } from './packager.ts';
import type { PlayerBuild } from './player-build.ts';
import { readText, toBytes } from './text-file.ts';

/** What tells one SCORM format from another. */
interface ScormFormat {
  readonly format: Format;
  readonly protocol: PackageProtocol;
  readonly summary: string;
  readonly schemas: SchemaSet;
  /** The manifest, given the sorted names of all other files. Pure. */
  readonly manifest: (course: PackagedCourse, files: readonly string[]) => string;
}

/**
 * Packages the player as classic scripts, with the standard's schemas and a manifest that lists all
 * files.
 */
export function scormPackager(scorm: ScormFormat): Packager {
  const { format, protocol, summary } = scorm;
  return { format, protocol, summary, files: (course, player) => files(scorm, course, player) };
}

async function files(
  { protocol, schemas, manifest }: ScormFormat,
  course: PackagedCourse,
  player: PlayerBuild,
): Promise<FileTree> {
  const scripts = await player.classic();
  const page = describePage(readText(scripts, LAUNCH_FILE), course, protocol);
  const all = new Map([...scripts, ...(await readSchemas(schemas))]);
  all.set(LAUNCH_FILE, toBytes(page));
  return all.set(MANIFEST, toBytes(manifest(course, [...all.keys()].sort())));
}
