import { availableParallelism } from 'node:os';
import type { Browser } from '@playwright/test';
import { startBrowser } from '#src/cli/bench/browser.ts';
import {
  benchCourse,
  measureBuild,
  measureCheck,
  measureZips,
  packageOf,
  type BenchCourse,
} from '#src/cli/bench/builds.ts';
import { measureCourseRun } from '#src/cli/bench/course-run.ts';
import type { Subject } from '#src/cli/bench/figures.ts';
import { LOADED_FORMATS, measureFirstLoad } from '#src/cli/bench/first-load.ts';
import { servePackage, type PackageServer } from '#src/cli/bench/package-server.ts';
import { measureLabFrames } from '#src/cli/bench/lab-frames.ts';
import { currentLoad, thisMachine, writeReport } from '#src/cli/bench/report.ts';
import { Results } from '#src/cli/bench/results.ts';
import { CURRICULUM, fullProgress, writeSyntheticCourse } from '#src/cli/bench/synthetic-course.ts';
import { toTable } from '#src/cli/bench/table.ts';
import { readArgs, UserError, type Command, type ExitCode } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { diskReader } from '#src/content/disk-reader.ts';
import { loadCourse } from '#src/content/load-course.ts';
import { encodeProgress } from '#src/course/progress-codec.ts';

/** A build takes so long that its median is taken from few. */
const MOST_BUILDS = 3;

export const bench: Command = {
  summary:
    'Measures sizes, first load, LMS traffic and build times; compares them with their bars.',
  usage: `npm run bench               medians of 5 runs, for this course and for 500 synthetic lessons
npm run bench -- --runs 9   medians of 9 runs
npm run bench -- --quick    one run, this course only

Times are those of this machine: let nothing else run. Bars that are missed are told as OVER and
are no failure. All values go into bench-results/.`,
  async run(args) {
    const { runs, subjects } = readOptions(args);
    const load = currentLoad();
    if (load > availableParallelism() / 2) {
      console.warn(`Other work runs here (load ${load.toFixed(1)}): times will be too long.`);
    }
    const results = new Results();
    for (const subject of subjects) await build(results, subject, runs);
    const browser = await startBrowser();
    const machine = thisMachine(browser.version(), load);
    for (const subject of subjects) await browse(results, subject, browser, runs);
    await browser.close();
    if (subjects.includes('synthetic')) await compare(results);
    return tell(results, subjects, (all) => writeReport(machine, runs, all));
  },
};

function readOptions(args: readonly string[]): { runs: number; subjects: readonly Subject[] } {
  const { values } = readArgs(args, {
    runs: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new UserError('--runs takes a whole number from 1.', 2);
  }
  return values.quick
    ? { runs: 1, subjects: ['course'] }
    : { runs, subjects: ['course', 'synthetic'] };
}

const COURSES: Readonly<Record<Subject, BenchCourse>> = {
  course: benchCourse('course', PATHS.lessons),
  synthetic: benchCourse('curriculum', benchCourse('lessons', '').folder),
};

async function build(results: Results, subject: Subject, runs: number): Promise<void> {
  const course = COURSES[subject];
  if (subject === 'synthetic') writeSyntheticCourse(course.lessons, CURRICULUM);
  console.log(`${TITLES[subject]}: checking, building and packing …`);
  await results.take(subject, 'check', () => measureCheck(course, runs));
  const builds = subject === 'course' ? Math.min(runs, MOST_BUILDS) : 1;
  await results.take(subject, 'build', () => measureBuild(course, builds));
  await results.take(subject, 'zip', () => measureZips(course));
}

async function browse(
  results: Results,
  subject: Subject,
  browser: Browser,
  runs: number,
): Promise<void> {
  const course = COURSES[subject];
  for (const format of LOADED_FORMATS) {
    console.log(`${TITLES[subject]}: opening the ${format} package …`);
    await results.take(subject, format, () =>
      withPackage(course, format, (server) => measureFirstLoad(browser, server, format, runs)),
    );
  }
  if (subject !== 'course') return;
  console.log(`${TITLES[subject]}: working its labs …`);
  await results.take(subject, 'labs', () =>
    withPackage(course, 'web', async (server) =>
      measureLabFrames(browser, server, (await loaded(course)).lessons),
    ),
  );
  console.log(`${TITLES[subject]}: taking the whole course …`);
  await results.take(subject, 'run', () =>
    withPackage(course, 'scorm12', async (server) =>
      measureCourseRun(browser, server, (await loaded(course)).lessons),
    ),
  );
}

async function withPackage<T>(
  course: BenchCourse,
  format: 'scorm12' | 'web',
  work: (server: PackageServer) => Promise<T>,
): Promise<T> {
  const server = await servePackage(packageOf(course, format));
  try {
    return await work(server);
  } finally {
    server.close();
  }
}

/** What a large course costs beyond this one. */
async function compare(results: Results): Promise<void> {
  await results.take('synthetic', 'growth', async () => {
    const { lessons: own } = await loaded(COURSES.course);
    const lessons = CURRICULUM.lessons - own.length;
    const more = (id: 'scorm12-bytes' | 'scorm12-requests') =>
      results.median('synthetic', id) - results.median('course', id);
    return {
      'bytes-per-lesson': [more('scorm12-bytes') / lessons],
      'extra-requests': [more('scorm12-requests')],
    };
  });
  await results.take('synthetic', 'record', () => ({
    'record-full': [encodeProgress(fullProgress(CURRICULUM)).length],
  }));
}

async function loaded({ lessons }: BenchCourse) {
  const { loaded } = await loadCourse(diskReader(lessons));
  if (!loaded) throw new Error('The content has errors: run `npm run check`.');
  return loaded.course;
}

const TITLES: Readonly<Record<Subject, string>> = {
  course: 'This course',
  synthetic: `${CURRICULUM.lessons} synthetic lessons of ${CURRICULUM.questions} questions`,
};

function tell(
  results: Results,
  subjects: readonly Subject[],
  write: (all: ReturnType<Results['of']>) => string,
): ExitCode {
  const all = subjects.flatMap((subject) => results.of(subject));
  for (const subject of subjects) {
    console.log(`\n${TITLES[subject]}\n${toTable(results.of(subject))}`);
  }
  console.log(`\nslow: 4× CPU, 1.6 Mbps, 150 ms. All values: ${write(all)}`);
  return all.every(({ reading }) => reading.measured) ? 0 : 1;
}
