import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, type Format } from '#src/packaging/packager.ts';
import { PATHS } from '#src/cli/paths.ts';
import { runProgram } from '#src/cli/process.ts';
import type { Values } from './figures.ts';

/** A course that is built for the bench, in a folder of its own. */
export interface BenchCourse {
  readonly lessons: string;
  readonly folder: string;
}

/** `name` is that of its folder below `.cache/bench`. */
export function benchCourse(name: string, lessons: string): BenchCourse {
  return { lessons, folder: join(PATHS.root, '.cache/bench', name) };
}

/** Builds player, simulator and every package from nothing; `run` times, in seconds. */
export async function measureBuild(course: BenchCourse, runs: number): Promise<Values> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    rmSync(course.folder, { recursive: true, force: true });
    mkdirSync(course.folder, { recursive: true });
    seconds.push(await timed('pack', course));
  }
  return { build: seconds };
}

/** Checks the content; in seconds. */
export async function measureCheck(course: BenchCourse, runs: number): Promise<Values> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) seconds.push(await timed('check', course));
  return { check: seconds };
}

/** Sizes of the packages. */
export function measureZips(course: BenchCourse): Values {
  return Object.fromEntries(
    FORMATS.map((format) => [`zip-${format}`, [statSync(packageOf(course, format)).size]]),
  );
}

/** Path of a package. @throws Error where it was not built. */
export function packageOf({ folder }: BenchCourse, format: Format): string {
  const packages = join(folder, 'packages');
  const names = existsSync(packages) ? readdirSync(packages) : [];
  const name = names.find((file) => file.endsWith(`-${format}.zip`));
  if (name === undefined) throw new Error(`There is no ${format} package: the build failed.`);
  return join(packages, name);
}

async function timed(command: string, { lessons, folder }: BenchCourse): Promise<number> {
  const start = performance.now();
  const { code, output } = await runProgram(process.execPath, ['src/cli/run.js', command], {
    COURSE_LESSONS: lessons,
    COURSE_BUILD: folder,
    COURSE_PACKAGES: join(folder, 'packages'),
  });
  const seconds = (performance.now() - start) / 1_000;
  if (code === 0) return seconds;
  throw new Error(`\`npm run ${command}\` failed.\n${output.slice(-2_000)}`);
}
