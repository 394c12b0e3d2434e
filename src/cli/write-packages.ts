import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '#src/course/course.ts';
import { cmi5Manifest } from '#src/packaging/cmi5/manifest.ts';
import { packageCourse } from '#src/packaging/package-course.ts';
import type { Format, PackagedCourse } from '#src/packaging/packager.ts';
import { playerBuild } from '#src/packaging/player-build.ts';
import { PATHS } from './paths.ts';

/** Name of a package in the folder of packages. */
export function packageName(courseId: string, format: Format): string {
  return `${courseId}-${format}.zip`;
}

/** What packages say of the course. `version`: of the project's release. */
export function toPackaged({ config, lessons }: Course, version: string): PackagedCourse {
  const times = lessons.flatMap(({ minutes, labs }) => [
    minutes,
    ...labs.map((lab) => lab.minutes),
  ]);
  return { ...config, version, minutes: times.reduce((sum, minutes) => sum + minutes, 0) };
}

/** Packs the built player in each format, and tells the size of each package. */
export async function writePackages(
  course: PackagedCourse,
  formats: readonly Format[],
): Promise<void> {
  const player = playerBuild(readTree(PATHS.player));
  mkdirSync(PATHS.packages, { recursive: true });
  for (const format of formats) {
    const path = join(PATHS.packages, packageName(course.id, format));
    rmSync(path, { force: true });
    const { zip, fileCount, warnings } = await packageCourse(course, player, format);
    writeFileSync(path, zip);
    for (const { file, message } of warnings) console.warn(`  warning  ${file}: ${message}`);
    console.log(`  ${format.padEnd(14)} ${kilobytes(zip.length)}, ${fileCount} files`);
  }
}

/**
 * Writes the course structure that an LMS imports alone, while the files of the `cmi5` package lie on
 * another server (cmi5 14.2).
 * @param host address of the folder that they lie in, with a slash at its end
 */
export function writeCourseStructure(course: PackagedCourse, host: string): void {
  const name = `${course.id}-cmi5.xml`;
  writeFileSync(join(PATHS.packages, name), cmi5Manifest(course, host));
  console.log(`  ${name} names the files at ${host}`);
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)
    .toString()
    .padStart(4)} kB`;
}

/** Files below a folder, by path with forward slashes. */
function readTree(folder: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}
