import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { buildAll } from '#src/cli/build.ts';
import { findChromium } from '#src/cli/chromium.ts';
import { readArgs, UserError, type Command } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { runTool, type Finished } from '#src/cli/process.ts';
import { check } from './check.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly title: string;
  run(): Promise<Counts>;
}

const VITEST_REPORT = 'test-results/vitest.json';
const PLAYWRIGHT_REPORT = 'test-results/playwright.json';

const LINT = tool('Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
/** Each works on one core: they run beside the lint, which takes as long as all of them. */
const BESIDE_LINT = [
  tool('Format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  tool('Types', 'svelte-check/bin/svelte-check', ['--fail-on-warnings', '--output', 'human']),
  tool('Dead code', 'knip/bin/knip.js', ['--no-progress']),
  {
    title: 'Content',
    run: async () => ((await check.run(['--strict'])) === 0 ? PASSED : FAILED),
  },
];
const THEN: readonly Step[] = [
  { title: 'Unit and model tests', run: runVitest },
  {
    title: 'Build',
    run: async () => {
      await buildAll();
      return PASSED;
    },
  },
  { title: 'Browser and LMS tests', run: runPlaywright },
];

const PASSED: Counts = { passed: 1, failed: 0 };
const FAILED: Counts = { passed: 0, failed: 1 };

export const test: Command = {
  summary: 'Runs every check and test; ends with a line that counts them.',
  usage: 'npm test   lint, format, types, dead code, content, unit, model, browser and LMS tests',
  async run(args) {
    readArgs(args, {});
    await writeKitTypes();
    const linted = take([LINT]);
    const counts = [...(await take(BESIDE_LINT)), ...(await linted), ...(await take(THEN))];
    const passed = sum(counts.map((count) => count.passed));
    const failed = sum(counts.map((count) => count.failed));
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  },
};

/** One step after the other; says of each how it went. */
async function take(steps: readonly Step[]): Promise<Counts[]> {
  const taken: Counts[] = [];
  for (const { title, run } of steps) {
    const start = performance.now();
    const counts = await run().catch(told);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${counts.failed === 0 ? 'ok    ' : 'FAILED'}  ${title} (${seconds} s)`);
    taken.push(counts);
  }
  return taken;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** tsconfig.json extends a file that SvelteKit writes; a clean checkout has none. */
async function writeKitTypes(): Promise<void> {
  const { code, output } = await runTool('@sveltejs/kit/svelte-kit.js', ['sync']);
  if (code !== 0) throw new UserError(`SvelteKit can't write its types:\n${output}`);
}

/** A step that can't run has failed; the others still run. */
function told(error: unknown): Counts {
  console.error(error instanceof UserError ? error.message : error);
  return FAILED;
}

/** A tool that counts as one test. */
function tool(title: string, script: string, args: readonly string[]): Step {
  return {
    title,
    async run() {
      const finished = await runTool(script, args);
      if (finished.code !== 0) console.error(finished.output);
      return finished.code === 0 ? PASSED : FAILED;
    },
  };
}

async function runVitest(): Promise<Counts> {
  const finished = await withReport(VITEST_REPORT, () =>
    runTool('vitest/vitest.mjs', [
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${VITEST_REPORT}`,
    ]),
  );
  const report = readReport(VITEST_REPORT, vitestReport);
  if (finished.code !== 0) console.error(finished.output);
  return atLeastOneFailed(finished, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
  });
}

async function runPlaywright(): Promise<Counts> {
  const browser = await findChromium();
  const finished = await withReport(PLAYWRIGHT_REPORT, () =>
    runTool('@playwright/test/cli.js', ['test'], {
      CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT,
    }),
  );
  const report = readReport(PLAYWRIGHT_REPORT, playwrightReport);
  if (finished.code !== 0) console.error(finished.output);
  return atLeastOneFailed(finished, {
    passed: report?.stats.expected ?? 0,
    failed: (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0),
  });
}

const vitestReport = v.object({ numPassedTests: v.number(), numFailedTests: v.number() });
const playwrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
});

function withReport(file: string, run: () => Promise<Finished>): Promise<Finished> {
  rmSync(join(PATHS.root, file), { force: true });
  return run();
}

function readReport<T>(file: string, schema: v.GenericSchema<unknown, T>): T | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(readFileSync(join(PATHS.root, file), 'utf8')));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** A run that ended badly has a failure, also where its report names none. */
function atLeastOneFailed({ code }: Finished, counts: Counts): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
