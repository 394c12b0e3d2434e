import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { PATHS } from '#src/cli/paths.ts';
import { SLOW } from './browser.ts';
import type { Result } from './results.ts';

/** Where the figures were measured: they compare only with others from there. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memory: number;
  readonly platform: string;
  readonly node: string;
  readonly chromium: string;
  /** Processes that wanted to run in the minute before the bench, on average. */
  readonly load: number;
}

/** Average number of processes that wanted to run in the last minute. */
export const currentLoad = () => loadavg()[0] ?? 0;

/** `chromium`: its version. `load`: before anything was measured. */
export function thisMachine(chromium: string, load: number): Machine {
  return {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? 'unknown',
    memory: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    chromium,
    load,
  };
}

/** Writes all figures into `bench-results/`; returns the file's path below the project. */
export function writeReport(machine: Machine, runs: number, results: readonly Result[]): string {
  const date = new Date().toISOString();
  const file = join('bench-results', `${date.slice(0, 19).replaceAll(':', '-')}.json`);
  const figures = results.map(({ id, subject, definition: { what, unit }, bar, reading }) => {
    return { id, subject, what, unit, bar, ...reading };
  });
  mkdirSync(join(PATHS.root, 'bench-results'), { recursive: true });
  writeFileSync(
    join(PATHS.root, file),
    `${JSON.stringify({ date, runs, machine, slow: SLOW, figures }, null, 2)}\n`,
  );
  return file;
}
