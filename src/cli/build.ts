import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { checkCourse } from '#src/checks/check-course.ts';
import { diskReader } from '#src/content/disk-reader.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import { formatProblems, hasErrors } from '#src/content/problem.ts';
import { FORMATS, type Format, type PackagedCourse } from '#src/packaging/packager.ts';
import { relativePage } from '#src/packaging/page.ts';
import { UserError } from './command.ts';
import { PATHS } from './paths.ts';
import { runTool } from './process.ts';
import { today } from './today.ts';
import { packageName, toPackaged, writePackages } from './write-packages.ts';

/** Whatever the build depends on, relative to the project. */
const INPUTS = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];
/** Beside the build that it describes. */
const STAMP = join(PATHS.build, '.stamp');

interface Step {
  readonly title: string;
  run(): Promise<unknown>;
}

/** Builds player and simulator and packs every format, unless all of that is fresh. */
export async function buildAll(formats: readonly Format[] = FORMATS): Promise<PackagedCourse> {
  const loaded = await soundCourse();
  const course = toPackaged(loaded.course, release());
  const key = `${fingerprint()} ${formats.join(' ')}`;
  if (isFresh(key, loaded, formats)) {
    console.log('Nothing has changed since the last build.');
    return course;
  }
  rmSync(STAMP, { force: true });
  await inOrder([
    { title: 'Building the player', run: buildPlayer },
    {
      title: 'Building the LMS simulator',
      run: () => tool(['build', '-c', 'src/simulator/vite.config.ts', '--outDir', PATHS.simulator]),
    },
    { title: 'Packing', run: () => writePackages(course, formats) },
  ]);
  mkdirSync(PATHS.build, { recursive: true });
  writeFileSync(STAMP, key);
  return course;
}

/** @throws UserError with all problems where the content is not sound. */
async function soundCourse(): Promise<LoadedCourse> {
  console.log('Checking the content');
  const { loaded, problems } = await checkCourse(diskReader(PATHS.lessons), today());
  if (problems.length > 0) console.error(formatProblems(problems));
  if (loaded && !hasErrors(problems)) return loaded;
  throw new UserError('The content has errors: nothing was built.');
}

/** Version of the project, from `package.json`. */
function release(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  return version;
}

async function inOrder(steps: readonly Step[]): Promise<void> {
  for (const { title, run } of steps) {
    const start = performance.now();
    await run();
    console.log(`${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

/** SvelteKit's fallback page names its files from the root; ours must run at any depth. */
async function buildPlayer(): Promise<void> {
  await tool(['build']);
  const page = join(PATHS.player, 'index.html');
  writeFileSync(page, relativePage(readFileSync(page, 'utf8')));
}

async function tool(args: readonly string[]): Promise<void> {
  const { code, output } = await runTool('vite/bin/vite.js', [...args, '--logLevel', 'warn']);
  if (code !== 0) throw new UserError(`The build failed:\n${output}`);
}

function isFresh(key: string, { course }: LoadedCourse, formats: readonly Format[]): boolean {
  return (
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === key &&
    formats.every((format) =>
      existsSync(join(PATHS.packages, packageName(course.config.id, format))),
    )
  );
}

/** Changes when any input of the build changes. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version).update(PATHS.lessons);
  for (const path of [...INPUTS.map((input) => join(PATHS.root, input)), PATHS.lessons]) {
    for (const file of filesBelow(path)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return [path];
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
