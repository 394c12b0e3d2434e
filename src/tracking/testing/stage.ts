import { createTracker } from '#src/tracking/registry.ts';
import type { Protocol, TrackerEnvironment } from '#src/tracking/tracker.ts';
import { FakeLms } from './fake-lms.ts';
import { STANDARDS } from './standards.ts';

/** When the tests play. */
export const NOON = Date.UTC(2026, 10, 24, 12);

/** A window with what is in it. Without a parent it is its own, as a browser's topmost window. */
export function fakeWindow(
  contents: object = {},
  around: { readonly parent?: Window; readonly opener?: Window } = {},
): Window {
  // The one place where a few properties stand for a whole window.
  const window = { opener: around.opener ?? null } as Window;
  Object.defineProperty(window, 'parent', { value: around.parent ?? window });
  return Object.defineProperties(window, Object.getOwnPropertyDescriptors(contents));
}

/** A window of another origin: only `parent` and `opener` can be read, or nothing at all. */
export function foreignWindow(parent?: Window, readable = ['parent', 'opener']): Window {
  return new Proxy(fakeWindow({}, parent ? { parent } : {}), {
    get(window, name): unknown {
      if (typeof name === 'string' && readable.includes(name)) return Reflect.get(window, name);
      throw new Error('SecurityError: blocked a frame of another origin');
    },
  });
}

/** What a tracker takes from outside, with a clock that only moves when told, or when waiting. */
export class FakeEnvironment implements TrackerEnvironment {
  readonly courseId = 'trade';
  window: Window;
  reporting: TrackerEnvironment['reporting'] = 'passed-incomplete';
  #now = NOON;

  constructor(window: Window) {
    this.window = window;
  }

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    this.pass(milliseconds);
    return Promise.resolve();
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** A learner's browser with one strict LMS around the course. */
export function scormStage(
  protocol: keyof typeof STANDARDS,
  stored: Readonly<Record<string, string>> = {},
) {
  const standard = STANDARDS[protocol];
  const lms = new FakeLms(standard, stored);
  const environment = new FakeEnvironment(fakeWindow({ [standard.apiName]: lms.api }));
  return { protocol, standard, lms, environment, ...opening(protocol, environment) };
}

/** Opens the course, as a page load does. */
export function opening(protocol: Protocol, environment: TrackerEnvironment) {
  const tracker = () => createTracker(protocol, environment);
  return {
    tracker,
    async open() {
      const opened = tracker();
      return { tracker: opened, launch: await opened.launch() };
    },
  };
}
