import { BrowserTracker } from './browser/browser-tracker.ts';
import { ScormTracker } from './scorm/scorm-tracker.ts';
import { scorm12 } from './scorm12/dialect.ts';
import { scorm2004 } from './scorm2004/dialect.ts';
import type { Protocol, Tracker, TrackerEnvironment } from './tracker.ts';

const TRACKERS: Readonly<Record<Protocol, (environment: TrackerEnvironment) => Tracker>> = {
  browser: (environment) => new BrowserTracker(environment),
  scorm12: (environment) => new ScormTracker(scorm12, environment),
  scorm2004: (environment) => new ScormTracker(scorm2004, environment),
};

/** The tracker of the protocol that the package was built for; nothing is guessed at run time. */
export function createTracker(protocol: Protocol, environment: TrackerEnvironment): Tracker {
  return TRACKERS[protocol](environment);
}
