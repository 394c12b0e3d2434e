import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseIri } from '#src/course/course-iri.ts';
import type { InteractionBody } from '#src/course/interaction.ts';
import { xapiStage, XAPI_ACTOR } from '#src/tracking/testing/lrs/stage.ts';
import { answer, anyAnswer, finished, report } from '#src/tracking/testing/reports.ts';
import { questionActivity, answerResult } from './interaction.ts';
import { joinContexts } from './statement.ts';

describe('launch', () => {
  it.each(['endpoint', 'auth', 'actor'])('asks nothing of anybody without %s', async (name) => {
    const { lms, open } = xapiStage({ [name]: '' });
    expect((await open()).launch).toEqual({
      connected: false,
      reason:
        'The address of the page names no endpoint, auth or actor: no LMS has launched the course.',
    });
    expect(lms.requests).toBe(0);
  });

  it.each(['no JSON', '"a name"', 'null'])('never invents a learner: %s is none', async (actor) => {
    expect((await xapiStage({ actor }).open()).launch).toMatchObject({ connected: false });
  });

  it.each([
    [{ name: ['Ines'], mbox: ['mailto:ines@lms.example'] }, { mbox: 'mailto:ines@lms.example' }],
    [
      { account: [{ accountServiceHomePage: 'https://lms.example', accountName: '7' }] },
      { account: { homePage: 'https://lms.example', name: '7' } },
    ],
  ])('takes a learner as xAPI 0.95 wrote one: %j', async (actor, modern) => {
    const { lms, open } = xapiStage({ actor: JSON.stringify(actor) });
    await open();
    expect(lms.statements[0]?.actor).toMatchObject({ objectType: 'Agent', ...modern });
  });

  it.each(['Basic bGVhcm5lcjpzZWNyZXQ=', 'bGVhcm5lcjpzZWNyZXQ='])(
    'takes credentials with and without their scheme: %s',
    async (auth) => {
      expect((await xapiStage({ auth }).open()).launch).toMatchObject({ connected: true });
    },
  );

  it('does without registration and activity id, under the course’s own IRI', async () => {
    const { lms, open } = xapiStage({ registration: '', activity_id: '' });
    const { tracker } = await open();
    await tracker.save(report({ record: 'kept' }));
    expect(lms.statements[0]).toMatchObject({ object: { id: courseIri('trade') } });
    expect(lms.statements[0]?.context).toEqual({});
    expect((await open()).launch).toMatchObject({ record: 'kept' });
  });

  it('echoes grouping and platform in every statement', async () => {
    const { lms, open } = xapiStage({
      grouping: 'https://lms.example/g',
      activity_platform: 'Campus',
    });
    await (await open()).tracker.terminate(finished({ interactions: [answer()] }));
    for (const { context } of lms.statements) {
      expect(context.platform).toBe('Campus');
      expect(context.contextActivities?.grouping).toEqual([{ id: 'https://lms.example/g' }]);
    }
  });
});

describe('a session', () => {
  it('tells what happened in order, with score and registration', async () => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    await tracker.save(report({ interactions: [answer()], progress: 0 }));
    await tracker.terminate(finished({ score: 91.5 }));
    expect(lms.verbs).toEqual(['initialized', 'answered', 'completed', 'passed', 'terminated']);
    expect(lms.withVerb('passed')[0]).toMatchObject({
      actor: XAPI_ACTOR,
      object: { id: 'https://lms.example/course/9' },
      result: { success: true, score: { scaled: 0.915, raw: 91, min: 0, max: 100 } },
      context: { registration: '760e3480-ba55-4991-94b0-01820dbd23a2' },
    });
    expect(lms.refusals).toEqual([]);
  });

  it('goes on after a reload, and begins anew after its end', async () => {
    const { lms, environment, open, reload } = xapiStage();
    await open();
    const { tracker } = await reload();
    expect(lms.verbs).toEqual(['initialized']);
    await tracker.terminate(report({ progress: 0 }));
    environment.pass(1000);
    await reload();
    expect(lms.verbs).toEqual(['initialized', 'terminated', 'initialized']);
  });
});

describe('a save', () => {
  it('tells the answers first, then stores the record', async () => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    const before = lms.log.length;
    await tracker.save(finished({ interactions: [answer()] }));
    expect(lms.log.slice(before)).toEqual(['POST statements', 'PUT activities/state']);
  });

  it('does not tell again what the LRS took, where only the record failed', async () => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    lms.faults.failingWrites = 1;
    const answered = report({ interactions: [answer()] });
    expect(await tracker.save(answered)).toMatchObject({ saved: false });
    const before = lms.log.length;
    expect(await tracker.save(answered)).toEqual({ saved: true });
    expect(lms.log.slice(before)).toEqual(['PUT activities/state']);
  });

  it('is made again where it is doubted', async () => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    await tracker.save(report());
    tracker.doubt();
    const before = lms.log.length;
    await tracker.save(report());
    expect(lms.log.slice(before)).toEqual(['PUT activities/state']);
  });

  it('outlives its page, follows no redirect, and asks no cache', async () => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    await tracker.save(report());
    expect(lms.latest).toMatchObject({ keepalive: true, redirect: 'error', cache: 'no-store' });
  });
});

describe('an LRS', () => {
  it.each([
    [401, 'signed out', 'POST statements: 401 signed out'],
    [429, 'slow down', 'POST statements: 429 slow down'],
    [503, '', 'POST statements: 503'],
  ])('that answers %i keeps everything to be sent again', async (status, body, reason) => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    const answered = report({ interactions: [answer()], progress: 0 });
    lms.faults.answers = ({ resource }) =>
      resource === 'statements' ? { status, body } : undefined;
    expect(await tracker.save(answered)).toEqual({ saved: false, reason });
    lms.faults.answers = undefined;
    expect(await tracker.save(report({ progress: 0 }))).toEqual({ saved: true });
    expect(lms.withVerb('answered')).toHaveLength(1);
  });

  it('that is hidden behind a sign-in page has saved nothing', async () => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    lms.faults.answers = () => ({ status: 200, headers, body: '<title>Sign in</title>' });
    expect(await tracker.save(report({ progress: 0 }))).toEqual({
      saved: false,
      reason: 'PUT activities/state: a web page came back',
    });
    lms.faults.answers = () => ({ status: 200, body: '{}' });
    expect(await tracker.save(report({ interactions: [answer()], progress: 0 }))).toMatchObject({
      saved: false,
      reason: 'POST statements: the answer is not an LRS’s.',
    });
  });

  it('that was away for long gets every answer, once, in few requests', async () => {
    const { lms, environment, open } = xapiStage();
    const { tracker } = await open();
    lms.faults.isDown = true;
    for (let number = 1; number <= 40; number += 1) {
      const interactions = [answer({ id: `security.q${number}`, at: environment.now() })];
      await tracker.save(report({ record: `r${number}`, progress: 0, interactions }));
      environment.pass(15_000);
    }
    lms.faults.isDown = false;
    const before = lms.log.length;
    const sizes: number[] = [];
    lms.faults.answers = ({ body }) => {
      sizes.push(body.length);
      return undefined;
    };
    expect(await tracker.save(report({ record: 'r41', progress: 0 }))).toEqual({ saved: true });
    // What is larger would not outlive the page.
    expect(Math.max(...sizes)).toBeLessThan(30_000);
    expect(lms.withVerb('answered')).toHaveLength(40);
    expect(lms.log.length - before).toBeLessThanOrEqual(4);
  });

  it.each([409, 403])('that refuses with %i what it holds already has it', async (status) => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    lms.faults.cut = { at: lms.requests + 1, handled: true };
    expect(await tracker.save(finished())).toMatchObject({ saved: false });
    lms.faults.cut = undefined;
    lms.faults.answers = ({ method, resource }) => {
      if (resource !== 'statements') return undefined;
      // A conflict says it all: the LRS need not let anybody read.
      return method === 'POST' || status === 409 ? { status } : undefined;
    };
    expect(await tracker.save(finished())).toEqual({ saved: true });
    expect(lms.withVerb('passed')).toHaveLength(1);
  });

  it('whose session is over keeps every answer to be sent in another', async () => {
    const { lms, open } = xapiStage();
    const { tracker } = await open();
    lms.faults.answers = () => ({ status: 403, body: 'abandoned' });
    expect(await tracker.save(report({ interactions: [answer()] }))).toMatchObject({
      saved: false,
    });
    lms.faults.answers = undefined;
    await (await open()).tracker.save(report());
    expect(lms.withVerb('answered')).toHaveLength(1);
  });
});

describe('an answer', () => {
  const definitionOf = (body: InteractionBody) =>
    questionActivity(answer({}, body), 'https://a.example/c', 'en').definition;

  it.each([
    [{ type: 'choice', response: ['a', 'c'], correct: ['a'] }, ['a'], 'a[,]c'],
    [{ type: 'sequencing', response: ['b', 'a'], correct: ['a', 'b'] }, ['a[,]b'], 'b[,]a'],
    [
      {
        type: 'matching',
        response: [
          ['a', '2'],
          ['b', '1'],
        ],
        correct: [['a', '1']],
      },
      ['a[.]1'],
      'a[.]2[,]b[.]1',
    ],
    [
      {
        type: 'performance',
        response: [['read-the-report', 'look at it']],
        correct: [['read-the-report', 'a']],
      },
      ['read-the-report[.]a'],
      'read-the-report[.]look at it',
    ],
    [{ type: 'numeric', response: 7.5, correct: { min: 8, max: 9 } }, ['8[:]9'], '7.5'],
    [{ type: 'numeric', response: 8, correct: { min: 8, max: 8 } }, ['8'], '8'],
    [{ type: 'fill-in', response: '{x} [,] y', correct: ['z', 'q'] }, ['z', 'q'], '(x} (,) y'],
    [{ type: 'choice', response: [], correct: [] }, undefined, ''],
  ] as const)('of %j has the pattern %j and the response “%s”', (body, patterns, response) => {
    const definition = definitionOf(body);
    expect(definition?.interactionType).toBe(body.type);
    expect(definition?.correctResponsesPattern).toEqual(patterns);
    expect(answerResult(answer({}, body)).response).toBe(response);
  });

  it('tells what its options stood for', () => {
    const labels = {
      a: { seen: 'b', text: 'A bolt seal' },
      b: { seen: 'a', text: 'A cable' },
    };
    const pairs = [['a', 'b']] as const;
    const definition = (body: InteractionBody) =>
      questionActivity({ ...answer({}, body), labels }, 'https://a.example/c', 'en').definition;
    const bolt = { id: 'a', description: { en: 'A bolt seal' } };
    const cable = { id: 'b', description: { en: 'A cable' } };
    expect(definition({ type: 'choice', response: ['a'], correct: ['a'] })).toMatchObject({
      choices: [bolt, cable],
    });
    expect(definition({ type: 'matching', response: pairs, correct: pairs })).toMatchObject({
      source: [bolt],
      target: [cable],
    });
    expect(definition({ type: 'performance', response: pairs, correct: pairs })).toMatchObject({
      steps: [bolt],
    });
  });

  it('of any content is a statement that a validator takes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAnswer, { maxLength: 5 }), async (interactions) => {
        const { lms, open } = xapiStage();
        const { tracker } = await open();
        expect(await tracker.save(report({ interactions }))).toEqual({ saved: true });
        expect(lms.refusals).toEqual([]);
      }),
    );
  });
});

describe('a context', () => {
  const [lms, ours] = [{ id: 'https://lms.example/a' }, { id: 'https://a.example/b' }];

  it('never overwrites what the LMS put into it, and keeps its lists whole', () => {
    const template = {
      platform: 'LMS',
      extensions: { session: 1 },
      contextActivities: { grouping: [lms] },
    };
    const own = {
      platform: 'ours',
      extensions: { session: 2, more: 3 },
      contextActivities: { grouping: [ours], parent: [ours] },
    };
    expect(joinContexts(template, own)).toEqual({
      platform: 'LMS',
      extensions: { session: 1, more: 3 },
      contextActivities: { grouping: [lms, ours], parent: [ours] },
    });
  });
});
