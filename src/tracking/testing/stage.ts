import { BrowserTracker } from '#src/tracking/browser/browser-tracker.ts';
import { ScormTracker } from '#src/tracking/scorm/scorm-tracker.ts';
import { scorm12 } from '#src/tracking/scorm12/dialect.ts';
import { scorm2004 } from '#src/tracking/scorm2004/dialect.ts';
import type { Tracker, TrackerEnvironment } from '#src/tracking/tracker.ts';
import { FakeLms } from './fake-lms.ts';
import { STANDARDS } from './standards.ts';

const DIALECTS = { scorm12, scorm2004 } as const;

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
  extent = { finalQuestions: 20, decidingQuestions: 0, lessons: 15, objectives: 45 };
  window: Window;
  reporting: TrackerEnvironment['reporting'] = 'passed-incomplete';
  #now = NOON;

  constructor(window: Window) {
    this.window = window;
  }

  now(): number {
    return this.#now;
  }

  activeTime(): number {
    return this.#now - NOON;
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
  return { protocol, standard, lms, ...lmsStage(protocol, { [standard.apiName]: lms.api }) };
}

/** A learner's browser with these things in the window around the course. */
export function lmsStage(protocol: keyof typeof DIALECTS, contents: object) {
  const environment = new FakeEnvironment(fakeWindow(contents));
  return { environment, ...opening(() => new ScormTracker(DIALECTS[protocol], environment)) };
}

/** A learner's browser without an LMS around the course, with these things in its window. */
export function browserStage(contents: object) {
  const environment = new FakeEnvironment(fakeWindow(contents));
  return { environment, ...opening(() => new BrowserTracker(environment)) };
}

/** Opens the course, as a page load does. */
function opening<T extends Tracker>(tracker: () => T) {
  return {
    tracker,
    async open() {
      const opened = tracker();
      const launch = await opened.launch();
      await opened.begin();
      return { tracker: opened, launch };
    },
  };
}
