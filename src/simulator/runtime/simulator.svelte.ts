import type {
  Faults,
  Gradebook,
  LaunchOptions,
  LogEntry,
  PackageInfo,
  SessionState,
  Simulator,
} from '#src/simulator/contract.ts';
import { DEFAULT_OPTIONS, readOptions, writeOptions } from '#src/simulator/options.ts';
import { type Launched, launchCourse } from './launch.ts';
import { gradebookOf, type LearnerRecord } from './record.ts';
import { browserStore, loadRecord, removeRecord } from './record-store.ts';

type Entry = Omit<LogEntry, 'id' | 'time'>;

/**
 * The simulator behind the page and behind `window.simulator`. What the page shows hangs on
 * `version`, which counts up with everything that happens.
 */
export class SimulatorState implements Simulator {
  /** The launch form edits it; a launch replaces it. */
  options: LaunchOptions = $state.raw(DEFAULT_OPTIONS);
  shelf: PackageInfo[] = $state.raw([]);
  /** Why the last launch failed, in plain words. */
  problem = $state('');
  version = $state(0);

  /** Where the course's frame goes; the page sets it. */
  host: HTMLElement | undefined;

  #store = browserStore();
  #entries: LogEntry[] = [];
  #launched: Launched | undefined;
  #launchedAt = 0;
  #watch: ReturnType<typeof setInterval> | undefined;
  #closing: Promise<void> | undefined;

  constructor(query: URLSearchParams) {
    this.options = readOptions(query);
  }

  /** What runs; undefined if nothing does. */
  get course(): Launched | undefined {
    this.#watchVersion();
    return this.#launched;
  }

  async packages(): Promise<PackageInfo[]> {
    const response = await fetch('api/packages');
    this.shelf = (await response.json()) as PackageInfo[];
    return this.shelf;
  }

  async launch(given: Partial<LaunchOptions> & Pick<LaunchOptions, 'package'>): Promise<void> {
    this.problem = '';
    try {
      await this.#launch({ ...DEFAULT_OPTIONS, ...given });
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      this.#changed();
    }
  }

  async #launch(options: LaunchOptions): Promise<void> {
    if (this.host === undefined) throw new Error('The page is not ready yet.');
    await this.close();
    const info = (await this.packages()).find((one) => one.name === options.package);
    if (info === undefined) throw new Error(`There is no package “${options.package}”.`);
    this.options = options;
    history.replaceState(null, '', `?${writeOptions(options).toString()}`);
    this.#launchedAt = performance.now();
    this.#event('launch', `${info.name}, attempt ${options.attempt}, ${options.learnerId}`);
    this.#launched = await launchCourse(info, options, {
      host: this.host,
      store: this.#store,
      log: (call) => this.#add({ kind: 'call', ...call }),
      event: (call, text) => this.#event(call, text),
    });
    this.#watch = setInterval(() => this.#noticeClosedPopup(), 500);
  }

  close(): Promise<void> {
    const course = this.#launched;
    if (course === undefined) return this.#closing ?? Promise.resolve();
    this.#stopWatching();
    this.#closing = course.leave().then(() => {
      this.#closing = undefined;
      this.#ended('close', course);
    });
    return this.#closing;
  }

  kill(): Promise<void> {
    const course = this.#launched;
    if (course === undefined) return Promise.resolve();
    this.#stopWatching();
    course.kill();
    this.#ended('kill', course);
    return Promise.resolve();
  }

  configure(faults: Partial<Faults>): void {
    this.choose(faults);
  }

  /** Changes options: faults at once, the rest with the next launch. */
  choose(change: Partial<LaunchOptions>): void {
    this.options = { ...this.options, ...change };
    this.#launched?.session?.configure(this.options);
    this.#changed();
  }

  log(): LogEntry[] {
    this.#watchVersion();
    return this.#entries.slice();
  }

  committed(): Record<string, string> {
    return { ...this.#record()?.values };
  }

  pending(): Record<string, string> {
    this.#watchVersion();
    return Object.fromEntries(this.#launched?.session?.pending ?? []);
  }

  gradebook(): Gradebook {
    const kind = this.#kind();
    const uncommitted = (this.#launched?.session?.pending.size ?? 0) > 0;
    return gradebookOf(kind, this.#record(), { uncommitted, session: this.#session() });
  }

  async reset(): Promise<void> {
    await this.kill();
    const { attempt, learnerId } = this.options;
    removeRecord(this.#store, this.options);
    this.#event('reset', `attempt ${attempt} of ${learnerId} forgotten`);
  }

  #record(): LearnerRecord | undefined {
    this.#watchVersion();
    return loadRecord(this.#store, this.#launched?.options ?? this.options);
  }

  #kind(): PackageInfo['kind'] {
    const found = this.shelf.find((one) => one.name === this.options.package);
    return this.#launched?.info.kind ?? found?.kind ?? 'unknown';
  }

  #session(): SessionState {
    this.#watchVersion();
    if (this.#launched === undefined) return 'closed';
    return this.#launched.session?.state ?? 'launched';
  }

  #noticeClosedPopup(): void {
    const course = this.#launched;
    if (course === undefined || course.window.isOpen()) return;
    void this.close();
  }

  #stopWatching(): void {
    clearInterval(this.#watch);
    this.#launched = undefined;
  }

  #ended(event: 'close' | 'kill', course: Launched): void {
    const lost = course.session?.pending.size ?? 0;
    const state = course.session?.state === 'terminated' ? 'session ended' : 'session not ended';
    this.#event(event, lost > 0 ? `${state}, ${lost} values lost` : state);
  }

  #event(call: string, text: string): void {
    this.#add({ kind: 'event', call, args: [text], result: '', error: '0', errorText: '' });
  }

  #add(entry: Entry): void {
    const time = Math.round(performance.now() - this.#launchedAt);
    this.#entries.push({ id: this.#entries.length + 1, time, ...entry });
    this.#changed();
  }

  /** Reading it makes what the page shows depend on it. */
  #watchVersion(): number {
    return this.version;
  }

  #changed(): void {
    this.version += 1;
  }
}
