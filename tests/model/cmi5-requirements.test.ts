import texts from '@cmi5/requirements';
import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { cmi5Manifest } from '#src/packaging/cmi5/manifest.ts';
import { packageCourse } from '#src/packaging/package-course.ts';
import type { PackagedCourse } from '#src/packaging/packager.ts';
import { playerBuild } from '#src/packaging/player-build.ts';
import { manifestValidator } from '#src/packaging/testing/manifest-validator.ts';
import { tinyBuild } from '#src/packaging/testing/tiny-build.ts';
import { isDefined, type Cmi5Launch } from '#src/tracking/testing/lrs/fake-cmi5-lms.ts';
import type { LrsRequest } from '#src/tracking/testing/lrs/fake-lrs.ts';
import { cmi5Stage } from '#src/tracking/testing/lrs/stage.ts';
import { answer, finished, report } from '#src/tracking/testing/reports.ts';
import type { Statement } from '#src/tracking/xapi/statement.ts';
import { LMS_DUTIES, NOT_APPLICABLE } from './cmi5-requirements.ts';

/** What a strict LMS saw of a learner who took the course in two sessions. */
interface Seen {
  readonly stage: ReturnType<typeof cmi5Stage>;
  readonly requests: readonly LrsRequest[];
  readonly statements: readonly Statement[];
  readonly defined: readonly Statement[];
  readonly search: URLSearchParams;
}

const COURSE: PackagedCourse = {
  id: 'seal-check',
  title: 'Seal check',
  description: 'How to check a seal.',
  language: 'en',
  event: 'CBP, Atlanta, December 2017',
  keywords: ['seals', 'customs'],
  minutes: 125,
  version: '1.2.0',
  passMark: 80,
};

async function takeCourse(launch: Cmi5Launch = { masteryScore: 0.8 }): Promise<Seen> {
  const stage = cmi5Stage();
  const requests: LrsRequest[] = [];
  stage.lms.faults.answers = (request) => {
    requests.push(request);
    return undefined;
  };
  const search = stage.lms.launch(launch);
  const { tracker } = await stage.openAt(search);
  await tracker.save(report({ interactions: [answer()], progress: 0.4 }));
  stage.environment.pass(60_000);
  const again = await stage.reload();
  await again.tracker.save(finished({ interactions: [answer({ attempt: 2 })] }));
  await again.tracker.terminate(finished());
  const next = await stage.open(launch);
  await next.tracker.terminate(finished({ record: 'more' }));
  const { statements } = stage.lms;
  const defined = statements.filter(isDefined);
  return { stage, requests, statements, defined, search: new URLSearchParams(search) };
}

const verb = ({ verb: { id } }: Statement) => id.replace('http://adlnet.gov/expapi/verbs/', '');
const withVerb = ({ defined }: Seen, word: string) => defined.filter((one) => verb(one) === word);
const categories = ({ context }: Statement) =>
  context.contextActivities?.category?.map(({ id }) => id.split('/').at(-1)) ?? [];
const requestsTo = ({ requests }: Seen, resource: string) =>
  requests.filter((request) => request.resource === resource);
const sessionOf = ({ context }: Statement) =>
  context.extensions?.['https://w3id.org/xapi/cmi5/context/extensions/sessionid'];

type Check = (seen: Seen) => unknown;

const isTaken: Check = ({ stage }) => expect(stage.lms.refusals).toEqual([]);
const hasAll =
  (...words: string[]): Check =>
  ({ defined }) =>
    expect(defined.map(verb)).toEqual(expect.arrayContaining(words));
const isOnce =
  (word: string): Check =>
  (seen) =>
    expect(withVerb(seen, word)).toHaveLength(1);
const each =
  (word: string, look: (statement: Statement) => unknown, wanted: unknown): Check =>
  (seen) => {
    expect(withVerb(seen, word)).not.toEqual([]);
    for (const statement of withVerb(seen, word)) expect(look(statement)).toEqual(wanted);
  };
const every =
  (look: (statement: Statement) => unknown, wanted: unknown): Check =>
  ({ statements }) => {
    for (const statement of statements) expect(look(statement)).toEqual(wanted);
  };
const sessions = ({ statements }: Seen) =>
  [...new Set(statements.map(sessionOf))].map((session) =>
    statements.filter((statement) => sessionOf(statement) === session),
  );
const eachSession =
  (look: (session: readonly Statement[]) => unknown, wanted: unknown): Check =>
  (seen) => {
    expect(sessions(seen)).toHaveLength(2);
    for (const session of sessions(seen)) expect(look(session)).toEqual(wanted);
  };
const isFirstInitialized = eachSession(([one]) => one && verb(one), 'initialized');
const isLastTerminated = eachSession((session) => session.map(verb).at(-1), 'terminated');
const isInitializedOnce = eachSession(
  (session) => session.filter((one) => verb(one) === 'initialized').length,
  1,
);
const onlyOf =
  (look: (statement: Statement) => unknown, ...words: string[]): Check =>
  ({ defined }) =>
    expect(new Set(defined.filter((one) => look(one) !== undefined).map(verb))).toEqual(
      new Set(words),
    );
const isAuthorized: Check = ({ requests }) => {
  const xapi = requests.filter(({ resource }) => /^(statements|activities|agents)/.test(resource));
  for (const { headers } of xapi) expect(headers.get('Authorization')).toMatch(/^Basic token-\d$/);
};
const isFetchedOnce: Check = ({ stage }) =>
  expect(stage.lms.log.filter((one) => one.endsWith(' fetch'))).toEqual([
    'POST fetch',
    'POST fetch',
  ]);
const asksAsActor: Check = (seen) => {
  const documents = seen.requests.filter(({ query }) => query.has('agent'));
  expect(documents.length).toBeGreaterThan(5);
  for (const { query } of documents) expect(query.get('agent')).toBe(seen.search.get('actor'));
};
const asksForPreferences: Check = (seen) => {
  for (const { method, query } of requestsTo(seen, 'agents/profile')) {
    expect([method, query.get('profileId')]).toEqual(['GET', 'cmi5LearnerPreferences']);
  }
  expect(requestsTo(seen, 'agents/profile')).not.toEqual([]);
};
const usesRegistration: Check = (seen) => {
  for (const { query } of requestsTo(seen, 'activities/state'))
    expect(query.get('registration')).toBe(seen.search.get('registration'));
  every(({ context }) => context.registration, seen.search.get('registration'))(seen);
};
const isAboutUnit: Check = ({ defined, search }) => {
  for (const { object } of defined) expect(object.id).toBe(search.get('activityId'));
};
const isByTemplate = every(
  ({ context }) =>
    context.contextActivities?.grouping?.length === 1 &&
    sessionOf({ context } as Statement) !== undefined,
  true,
);
const readsLaunchData: Check = (seen) => {
  const told = requestsTo(seen, 'activities/state').filter(
    ({ query }) => query.get('stateId') === 'LMS.LaunchData',
  );
  expect(told.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
};
const looking =
  (launchMode: string): Check =>
  async () =>
    expect((await takeCourse({ launchMode })).defined.map(verb)).toEqual([
      'initialized',
      'terminated',
      'initialized',
      'terminated',
    ]);
const isJudgedByMark: Check = async () => {
  const seen = await takeCourse({ masteryScore: 0.95 });
  expect([withVerb(seen, 'passed'), withVerb(seen, 'completed').length]).toEqual([[], 1]);
};
const isValid: Check = async () =>
  expect((await manifestValidator('cmi5'))(cmi5Manifest(COURSE))).toEqual([]);
const launchUrl = () => /<url>(.*)<\/url>/.exec(cmi5Manifest(COURSE))?.[1];
const ids = () => [...cmi5Manifest(COURSE).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
const files = async () =>
  unzipSync((await packageCourse(COURSE, playerBuild(tinyBuild()), 'cmi5')).zip);

const passes: Check = hasAll('passed');
const timestamps = every(({ timestamp }) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(timestamp), true);

/** How each requirement of the course is held. */
const HELD: Readonly<Record<string, Check>> = {
  '3.0.0.0-1': (seen) => {
    const iris = seen.statements.map(({ object }) => object.id);
    for (const iri of [...iris, ...ids()]) expect(iri).toMatch(/^[a-z]+:\S+$/);
  },
  '4.1.0.0-1': isTaken,
  '4.4.0.0-1': isValid,
  '4.4.0.0-2': isValid,
  '7.0.0.0-1': isTaken,
  '7.0.0.0-2': isTaken,
  '7.0.0.0-3': readsLaunchData,
  '7.0.0.0-4': asksForPreferences,
  '7.0.0.0-5': isTaken,
  '7.1.1.0-1': isFirstInitialized,
  '7.1.2.0-1': isLastTerminated,
  '7.1.3.0-1': (seen) => {
    isFirstInitialized(seen);
    isLastTerminated(seen);
    expect(seen.statements.length).toBeGreaterThan(seen.defined.length);
  },
  '8.1.0.0-6': () => expect(launchUrl()).not.toContain('?'),
  '8.1.0.0-7': async () => {
    const stage = cmi5Stage();
    const pairs = [...new URLSearchParams(stage.lms.launch())].reverse();
    const { launch } = await stage.openAt(`?${new URLSearchParams(pairs).toString()}`);
    expect(launch.connected).toBe(true);
  },
  '8.1.1.0-2': ({ requests }) => expect(requests.length).toBeGreaterThan(5),
  '8.1.1.0-3': ({ stage }) =>
    expect(new Set(stage.lms.log.map((one) => one.split(' ')[1]))).toEqual(
      new Set(['fetch', 'activities/state', 'agents/profile', 'statements']),
    ),
  '8.1.2.0-3': isFetchedOnce,
  '8.1.2.0-4': isFetchedOnce,
  '8.1.2.0-5': isAuthorized,
  '8.1.3.0-2': asksAsActor,
  '8.1.3.0-3': (seen) => {
    asksAsActor(seen);
    every(({ actor }) => JSON.stringify(actor), seen.search.get('actor'))(seen);
  },
  '8.1.4.0-2': usesRegistration,
  '8.1.4.0-3': usesRegistration,
  '8.1.5.0-5': isAboutUnit,
  '8.1.5.0-6': isAboutUnit,
  '8.2.1.0-2': isFetchedOnce,
  '8.2.1.0-5': isAuthorized,
  '8.2.2.0-4': isFetchedOnce,
  '8.2.2.0-5': isAuthorized,
  '9.1.0.0-1': every(({ id }) => /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/.test(id), true),
  '9.2.0.0-2': every(({ actor }) => actor.objectType, 'Agent'),
  '9.2.0.0-3': every(({ actor }) => typeof actor.account?.name, 'string'),
  '9.3.0.0-1': hasAll('initialized', 'completed', 'passed', 'terminated'),
  '9.3.0.0-2': eachSession((session) => {
    const verbs = session.filter(isDefined).map(verb);
    return verbs.length - new Set(verbs).size;
  }, 0),
  '9.3.0.0-3': isOnce('passed'),
  '9.3.0.0-4': isFirstInitialized,
  '9.3.0.0-5': isLastTerminated,
  '9.3.0.0-6': isOnce('completed'),
  '9.3.0.0-7': isOnce('passed'),
  '9.3.0.0-8': (seen) => expect(withVerb(seen, 'failed')).toEqual([]),
  '9.3.2.0-1': async () => {
    const stage = cmi5Stage();
    await stage.open();
    expect(stage.lms.verbs).toEqual(['initialized']);
  },
  '9.3.2.0-2': isFirstInitialized,
  '9.3.2.0-3': isInitializedOnce,
  '9.3.3.0-1': hasAll('completed'),
  '9.3.3.0-2': isOnce('completed'),
  '9.3.4.0-1': passes,
  '9.3.4.0-2': isJudgedByMark,
  '9.3.4.0-3': isOnce('passed'),
  '9.3.8.0-1': hasAll('terminated'),
  '9.3.8.0-2': isLastTerminated,
  '9.4.0.0-1': isAboutUnit,
  '9.4.0.0-2': isAboutUnit,
  '9.5.1.0-1': isJudgedByMark,
  '9.5.1.0-2': onlyOf(({ result }) => result?.score, 'passed'),
  '9.5.1.0-3': each('passed', ({ result }) => result?.score, {
    scaled: 0.9,
    raw: 90,
    min: 0,
    max: 100,
  }),
  '9.5.2.0-1': each('passed', ({ result }) => result?.success, true),
  '9.5.2.0-3': onlyOf(({ result }) => result?.success, 'passed'),
  '9.5.3.0-1': each('completed', ({ result }) => result?.completion, true),
  '9.5.3.0-2': onlyOf(({ result }) => result?.completion, 'completed'),
  '9.5.4.1-1': (seen) =>
    expect(withVerb(seen, 'terminated')[0]?.result?.duration).toBe('PT0H1M0.00S'),
  '9.5.4.1-2': each('completed', ({ result }) => result?.duration, 'PT0H1M0.00S'),
  '9.5.4.1-3': each('passed', ({ result }) => result?.duration, 'PT0H1M0.00S'),
  '9.6.0.0-1': isByTemplate,
  '9.6.1.0-1': usesRegistration,
  '9.6.2.0-1': isByTemplate,
  '9.6.2.1-1': ({ defined, statements }) => {
    expect(defined.map(verb)).toContain('initialized');
    for (const one of statements)
      expect(categories(one).includes('cmi5')).toBe(
        !['answered', 'progressed'].includes(verb(one)),
      );
  },
  '9.6.2.2-1': (seen) => {
    for (const word of ['completed', 'passed']) each(word, categories, ['cmi5', 'moveon'])(seen);
  },
  '9.6.2.2-2': ({ statements }) => {
    const marked = statements.filter((one) => categories(one).includes('moveon'));
    expect(new Set(marked.map(verb))).toEqual(new Set(['completed', 'passed']));
  },
  '9.6.3.1-4': every((one) => typeof sessionOf(one), 'string'),
  '9.6.3.2-2': each(
    'passed',
    ({ context }) =>
      context.extensions?.['https://w3id.org/xapi/cmi5/context/extensions/masteryscore'],
    0.8,
  ),
  '9.7.0.0-1': timestamps,
  '9.7.0.0-2': timestamps,
  '10.2.1.0-4': readsLaunchData,
  '10.2.1.0-5': readsLaunchData,
  '10.2.1.0-6': isByTemplate,
  '10.2.1.0-7': isByTemplate,
  '10.2.2.0-1': hasAll('completed', 'passed'),
  '10.2.2.0-2': looking('Browse'),
  '10.2.2.0-3': looking('Review'),
  '10.2.2.0-5': isTaken,
  '10.2.2.0-6': hasAll('initialized', 'terminated'),
  '10.2.2.0-7': hasAll('completed', 'passed'),
  '10.2.2.0-8': looking('Browse'),
  '10.2.2.0-9': looking('Browse'),
  '10.2.2.0-10': looking('Review'),
  '10.2.2.0-11': looking('Review'),
  '10.2.4.0-2': isJudgedByMark,
  '10.2.6.0-1': async () => {
    const { stage } = await takeCourse({ returnURL: 'https://lms.example/back' });
    expect(new Set(stage.browser.visited)).toEqual(new Set(['https://lms.example/back']));
  },
  '11.0.0.0-1': asksAsActor,
  '11.0.0.0-2': async () => {
    const stage = cmi5Stage();
    stage.lms.faults.answers = ({ resource }) =>
      resource === 'agents/profile' ? { status: 403 } : undefined;
    expect((await stage.open()).launch).toMatchObject({ connected: true });
  },
  '11.0.0.0-3': asksForPreferences,
  '11.0.0.0-4': asksForPreferences,
  '13.1.4.0-1': () => expect(new Set(ids()).size).toBe(2),
  '13.1.4.0-2': () => expect(launchUrl()).toBe('index.html'),
  '13.2.0.0-1': async (seen) => {
    await isValid(seen);
    expect(Object.keys(await files())).toContain('cmi5.xml');
  },
  '14.1.0.0-1': async () => expect(Object.keys(await files()).length).toBeGreaterThan(3),
  '14.1.0.0-2': async () => expect(Object.keys(await files())[0]).toBe('cmi5.xml'),
  '14.1.0.0-3': async () => {
    const zip = await files();
    const url = /<url>(.*)<\/url>/.exec(strFromU8(zip['cmi5.xml'] ?? new Uint8Array()))?.[1];
    expect(Object.keys(zip)).toContain(url);
  },
  '14.2.0.0-1': () =>
    expect(cmi5Manifest(COURSE, 'https://static.example/seals/')).toContain(
      '<url>https://static.example/seals/index.html</url>',
    ),
};

const isDerived = (id: string) => /\(d\d?\)$/.test(id);

describe('cmi5’s requirements', () => {
  it('are held by a test, an LMS’s duty, or not applicable: each is one of them', () => {
    const accounted = [...Object.keys(HELD), ...LMS_DUTIES, ...Object.keys(NOT_APPLICABLE)];
    const wanted = Object.keys(texts).filter((id) => !isDerived(id));
    expect([...accounted].sort()).toEqual([...wanted].sort());
  });

  it('that are derived say what an LMS does', () => {
    const derived = Object.entries(texts).filter(([id]) => isDerived(id));
    for (const [, { txt }] of derived) expect(txt).toMatch(/^$|LMS|^The endpoint/);
  });
});

describe('of cmi5, the course holds', () => {
  let seen: Seen;
  beforeAll(async () => {
    seen = await takeCourse();
  });

  it.each(Object.entries(HELD).map(([id, check]) => [id, textOf(id), check] as const))(
    '%s: %s',
    async (_id, _text, check) => {
      await check(seen);
    },
  );
});

function textOf(id: string): string {
  const { txt = '' } = Object.entries(texts).find(([name]) => name === id)?.[1] ?? {};
  return txt.replace(/\s+/g, ' ');
}
