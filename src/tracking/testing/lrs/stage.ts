import { enterByCmi5 } from '#src/tracking/cmi5/enter.ts';
import { FakeStorage } from '#src/tracking/testing/fake-storage.ts';
import { FakeEnvironment, fakeWindow } from '#src/tracking/testing/stage.ts';
import { enterByLink } from '#src/tracking/xapi/enter.ts';
import { LrsTracker } from '#src/tracking/xapi/lrs-tracker.ts';
import { FakeCmi5Lms, type Cmi5Launch } from './fake-cmi5-lms.ts';
import { FakeLrs } from './fake-lrs.ts';

/** A learner's browser, and what an LMS opens in it. */
class Browser {
  readonly localStorage = new FakeStorage();
  sessionStorage = new FakeStorage();
  readonly environment = new FakeEnvironment(fakeWindow());
  /** Addresses that the page went to by itself. */
  readonly visited: string[] = [];

  /** A page of the course at an address with this query. */
  show(search: string, { fetch }: FakeLrs): void {
    this.environment.window = fakeWindow({
      fetch,
      localStorage: this.localStorage,
      sessionStorage: this.sessionStorage,
      location: { search, assign: (address: string) => this.visited.push(address) },
      document: { documentElement: { lang: 'en-US' } },
    });
  }
}

/** The course as a cmi5 unit, in a strict LMS. */
export function cmi5Stage() {
  const lms = new FakeCmi5Lms();
  const browser = new Browser();
  let search = '';
  const load = () => {
    browser.show(search, lms);
    return opened(new LrsTracker('cmi5', enterByCmi5, browser.environment));
  };
  /** A tab of its own at an address with this query. */
  const openAt = (query: string) => {
    search = query;
    browser.sessionStorage = new FakeStorage();
    return load();
  };
  return {
    lms,
    browser,
    environment: browser.environment,
    /** The LMS launches it anew. */
    open: (launch?: Cmi5Launch) => openAt(lms.launch(launch)),
    openAt,
    /** The learner loads the page again. */
    reload: load,
    record: () => lms.documents.get(lms.documentKeyOf('trade.record')),
  };
}

export const XAPI_ACTOR = { objectType: 'Agent', mbox: 'mailto:learner@lms.example' } as const;

/** The course as an xAPI package, opened by a launch link. */
export function xapiStage(link: Readonly<Record<string, string>> = {}) {
  const lms = new FakeLrs();
  const browser = new Browser();
  const parameters = {
    endpoint: lms.endpoint,
    auth: lms.authorization,
    actor: JSON.stringify(XAPI_ACTOR),
    registration: '760e3480-ba55-4991-94b0-01820dbd23a2',
    activity_id: 'https://lms.example/course/9',
    ...link,
  };
  const load = () => {
    browser.show(`?${new URLSearchParams(parameters).toString()}`, lms);
    return opened(new LrsTracker('xapi', enterByLink, browser.environment));
  };
  return {
    lms,
    browser,
    environment: browser.environment,
    open() {
      browser.sessionStorage = new FakeStorage();
      return load();
    },
    reload: load,
  };
}

async function opened(tracker: LrsTracker) {
  const launch = await tracker.launch();
  if (launch.connected && launch.mode === 'normal') await tracker.begin();
  return { tracker, launch };
}
