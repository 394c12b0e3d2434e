import { expect, test as base, type Frame, type Page } from '@playwright/test';
import { serve } from '#src/cli/server.ts';
import type { Gradebook, LaunchOptions, LogEntry } from '#src/simulator/contract.ts';
import { DEFAULT_OPTIONS } from '#src/simulator/options.ts';
import type { LearnerRecord } from '#src/simulator/runtime/record.ts';
import { recordName } from '#src/simulator/runtime/record-store.ts';
import { Learner } from './learner.ts';

/** The formats that speak to an LMS, by the end of their packages' names. */
export const LMS_FORMATS = ['scorm12', 'scorm2004-3rd', 'scorm2004-4th'] as const;
export type LmsFormat = (typeof LMS_FORMATS)[number];

type Launch = Partial<Omit<LaunchOptions, 'package'>>;

/** The LMS simulator, with a real package of `dist/` in it. */
export class Lms {
  readonly #page: Page;
  readonly #address: string;
  readonly #format: LmsFormat;

  constructor(page: Page, address: string, format: LmsFormat) {
    this.#page = page;
    this.#address = address;
    this.#format = format;
  }

  /** Opens the simulator and launches the package; returns the learner in front of it. */
  async launch(options: Launch = {}): Promise<Learner> {
    await this.#open();
    const popup = options.frame === 'popup' ? this.#page.waitForEvent('popup') : undefined;
    const launch = { package: await this.#package(), ...options };
    await this.#page.evaluate((given) => window.simulator.launch(given), launch);
    return new Learner((await popup) ?? (await this.#courseFrame()));
  }

  /** As if an earlier session had left this progress with the LMS, and the attempt under way. */
  async hold(progress: string): Promise<void> {
    await this.#open();
    const { status, exit } = vocabulary(this.#format);
    const record: LearnerRecord = {
      values: { [status]: 'incomplete', [exit]: 'suspend', 'cmi.suspend_data': `${progress}.1` },
      lastCommit: '2026-01-05T12:00:00.000Z',
      sessions: 1,
    };
    const name = recordName({ ...DEFAULT_OPTIONS, package: await this.#package() });
    await this.#page.evaluate(([key, value]) => localStorage.setItem(key, value), [
      name,
      JSON.stringify(record),
    ] as const);
  }

  /** Leaves the course as one navigates away. */
  close(): Promise<void> {
    return this.#page.evaluate(() => window.simulator.close());
  }

  /** The browser dies: only what was committed survives. */
  kill(): Promise<void> {
    return this.#page.evaluate(() => window.simulator.kill());
  }

  configure(faults: Parameters<Window['simulator']['configure']>[0]): Promise<void> {
    return this.#page.evaluate((given) => window.simulator.configure(given), faults);
  }

  /** Until everything that was answered is saved, and proved. */
  async settle(): Promise<void> {
    await expect
      .poll(() => this.#course().locator('[data-saving]').first().getAttribute('data-saving'))
      .toBe('saved');
  }

  log(): Promise<LogEntry[]> {
    return this.#page.evaluate(() => window.simulator.log());
  }

  committed(): Promise<Record<string, string>> {
    return this.#page.evaluate(() => window.simulator.committed());
  }

  gradebook(): Promise<Gradebook> {
    return this.#page.evaluate(() => window.simulator.gradebook());
  }

  /** Calls of the course since the page was opened, by name. */
  async calls(...names: readonly string[]): Promise<LogEntry[]> {
    const log = await this.log();
    return log.filter(
      ({ kind, call }) => kind === 'call' && (names.length === 0 || names.includes(call)),
    );
  }

  /** What a strict LMS refused of what the course did. */
  async refused(): Promise<LogEntry[]> {
    const log = await this.log();
    return log.filter(({ finding }) => finding?.severity === 'refused');
  }

  async #open(): Promise<void> {
    if (!this.#page.url().startsWith(this.#address)) await this.#page.goto(this.#address);
    await this.#page.waitForFunction(() => 'simulator' in window);
  }

  /** File name of the package. */
  async #package(): Promise<string> {
    const packages = await this.#page.evaluate(() => window.simulator.packages());
    const found = packages.find(({ name }) => name.endsWith(`-${this.#format}.zip`));
    if (!found) throw new Error(`There is no ${this.#format} package: run \`npm run pack\`.`);
    return found.name;
  }

  /** Where the course runs now. */
  #course(): Frame | Page {
    const popup = this.#page
      .context()
      .pages()
      .find((page) => page !== this.#page);
    return popup ?? this.#page.frame('course') ?? this.#page;
  }

  /** The frame gets its name a moment after it is attached. */
  async #courseFrame(): Promise<Frame> {
    await expect.poll(() => this.#page.frame('course') !== null).toBe(true);
    const frame = this.#page.frame('course');
    if (!frame) throw new Error('The course’s frame went away.');
    return frame;
  }
}

/** Element names and function names of a standard, for assertions that hold in both. */
export function vocabulary(format: LmsFormat) {
  return format === 'scorm12'
    ? ({
        set: 'LMSSetValue',
        commit: 'LMSCommit',
        finish: 'LMSFinish',
        status: 'cmi.core.lesson_status',
        exit: 'cmi.core.exit',
      } as const)
    : ({
        set: 'SetValue',
        commit: 'Commit',
        finish: 'Terminate',
        status: 'cmi.completion_status',
        exit: 'cmi.exit',
      } as const);
}

interface LmsServer {
  /** Address of the simulator. */
  readonly simulator: string;
}

/** Tests of the real packages in the LMS simulator. */
export const test = base.extend<{ readonly lmsOf: (format: LmsFormat) => Lms }, LmsServer>({
  simulator: [
    // Playwright insists on the first parameter being destructured.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { server, port } = await serve();
      await use(`http://localhost:${port}/simulator/`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  lmsOf: async ({ page, simulator }, use) => {
    await use((format) => new Lms(page, simulator, format));
  },
});

export { expect };
