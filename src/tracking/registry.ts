import type { Protocol } from '#src/course/protocol.ts';
import { BrowserTracker } from './browser/browser-tracker.ts';
import { enterByCmi5 } from './cmi5/enter.ts';
import { ScormTracker } from './scorm/scorm-tracker.ts';
import { scorm12 } from './scorm12/dialect.ts';
import { scorm2004 } from './scorm2004/dialect.ts';
import type { Tracker, TrackerEnvironment } from './tracker.ts';
import { enterByLink } from './xapi/enter.ts';
import { LrsTracker } from './xapi/lrs-tracker.ts';

const TRACKERS: Readonly<Record<Protocol, (environment: TrackerEnvironment) => Tracker>> = {
  browser: (environment) => new BrowserTracker(environment),
  scorm12: (environment) => new ScormTracker(scorm12, environment),
  scorm2004: (environment) => new ScormTracker(scorm2004, environment),
  cmi5: (environment) => new LrsTracker('cmi5', enterByCmi5, environment),
  xapi: (environment) => new LrsTracker('xapi', enterByLink, environment),
};

/** The tracker of the protocol that the package was built for; nothing is guessed at run time. */
export function createTracker(protocol: Protocol, environment: TrackerEnvironment): Tracker {
  return TRACKERS[protocol](environment);
}
