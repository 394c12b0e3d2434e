import { FakeStorage } from './testing/fake-storage.ts';
import type { Verb } from './testing/fake-lms.ts';
import { cmi5Stage, xapiStage } from './testing/lrs/stage.ts';
import { browserStage, fakeWindow, scormStage } from './testing/stage.ts';
import type { STANDARDS } from './testing/standards.ts';
import { describeTracker, type Stage } from './tracker.contract.ts';

const EVERY_VERB: readonly Verb[] = [
  'initialize',
  'terminate',
  'getValue',
  'setValue',
  'commit',
  'getLastError',
  'getErrorString',
];

function scorm(protocol: keyof typeof STANDARDS): Stage {
  const { lms, environment, open } = scormStage(protocol);
  return {
    open() {
      lms.newPage();
      return open();
    },
    writes: () => lms.calls('setValue').length,
    commits: () => lms.calls('commit').length,
    failCommits: (times) => (lms.faults.failingCommits = times),
    breakDown: () => (lms.faults.throwing = EVERY_VERB),
    vanish: () => (environment.window = fakeWindow()),
  };
}

function browser(): Stage {
  const storage = new FakeStorage();
  const { environment, open } = browserStage({ localStorage: storage });
  return {
    open,
    writes: () => storage.writes,
    commits: () => storage.writes,
    failCommits: (times) => (storage.failing = times),
    breakDown: () => (storage.isBroken = true),
    vanish: () => (environment.window = fakeWindow({ localStorage: null })),
  };
}

function lrs({ lms, browser, open }: ReturnType<typeof cmi5Stage | typeof xapiStage>): Stage {
  const writes = (request: string) => lms.log.filter((one) => one === request).length;
  return {
    open,
    writes: () => writes('PUT activities/state') + writes('POST statements'),
    commits: () => writes('PUT activities/state'),
    failCommits: (times) => (lms.faults.failingWrites = times),
    breakDown() {
      lms.faults.broken = true;
      browser.localStorage.isBroken = true;
      browser.sessionStorage.isBroken = true;
    },
    vanish: () => (lms.faults.isDown = true),
  };
}

describeTracker('browser', browser);
describeTracker('scorm12', () => scorm('scorm12'));
describeTracker('scorm2004', () => scorm('scorm2004'));
describeTracker('cmi5', () => lrs(cmi5Stage()));
describeTracker('xapi', () => lrs(xapiStage()));
