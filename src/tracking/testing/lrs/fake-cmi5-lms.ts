import type { Statement } from '#src/tracking/xapi/statement.ts';
import { documentKey, FakeLrs, type LrsAnswer, type LrsRequest, type Rule } from './fake-lrs.ts';

const CONTEXT = 'https://w3id.org/xapi/cmi5/context/';
const CMI5 = `${CONTEXT}categories/cmi5`;
const MOVE_ON = `${CONTEXT}categories/moveon`;
const SESSION = `${CONTEXT}extensions/sessionid`;
const MASTERY_SCORE = `${CONTEXT}extensions/masteryscore`;
const PUBLISHER_ACTIVITY = { id: 'urn:uuid:6c1d5b7e-0f7f-5c57-9a70-0f0f4d1b6c11' };

export interface Cmi5Launch {
  readonly launchMode?: string;
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

/**
 * An LMS around an LRS that rejects what a cmi5 LMS must reject (the derived requirements of
 * cmi5 9 to 11). One learner, one registration, one session after another.
 */
export class FakeCmi5Lms extends FakeLrs {
  readonly actor = {
    objectType: 'Agent',
    account: { homePage: 'https://lms.example', name: 'learner-7' },
  } as const;
  readonly registration = '760e3480-ba55-4991-94b0-01820dbd23a2';
  readonly activityId = 'https://lms.example/au/41';
  readonly fetchAddress = `${this.origin}/token?session=`;
  /** Whether the learner's preferences were asked for in this session. */
  #hasPreferences = false;
  #session = 0;
  #isTokenGone = false;
  #launch: Cmi5Launch = {};

  override rules: readonly Rule[] = [
    (statement) => this.#belongs(statement),
    (statement, before) => this.#isInOrder(statement, before),
    (statement, before) => this.#isOnce(statement, before),
    (statement) => this.#hasResult(statement),
  ];

  /** Begins a session: the query of the address that the unit is opened with. */
  launch(launch: Cmi5Launch = {}): string {
    this.#session += 1;
    this.#isTokenGone = false;
    this.#hasPreferences = false;
    this.#launch = launch;
    this.authorization = `Basic token-${this.#session}`;
    const data = {
      contextTemplate: this.#template(),
      launchMode: 'Normal',
      moveOn: 'CompletedAndPassed',
      ...launch,
    };
    this.documents.set(this.documentKeyOf('LMS.LaunchData'), JSON.stringify(data));
    return `?${new URLSearchParams({
      activityId: this.activityId,
      registration: this.registration,
      actor: JSON.stringify(this.actor),
      fetch: this.fetchAddress + String(this.#session),
      endpoint: this.endpoint,
    }).toString()}`;
  }

  documentKeyOf(stateId: string): string {
    const { activityId, registration, actor } = this;
    const query = { activityId, registration, agent: JSON.stringify(actor), stateId };
    return documentKey('activities/state', new URLSearchParams(query));
  }

  override handle(request: LrsRequest): LrsAnswer {
    if (request.resource.startsWith(this.fetchAddress.split('?')[0] ?? '')) {
      this.log.push(`${request.method} fetch`);
      return this.#giveToken(request.method);
    }
    const { method, resource, query, headers } = request;
    const isMine = headers.get('Authorization') === this.authorization;
    if (resource === 'agents/profile' && isMine) {
      this.#hasPreferences ||= query.get('profileId') === 'cmi5LearnerPreferences';
    }
    if (method !== 'GET' && query.get('stateId') === 'LMS.LaunchData') {
      return { status: 403, body: 'the launch data is the LMS’s' };
    }
    return super.handle(request);
  }

  /** Statements of the session under way. */
  get ofSession(): readonly Statement[] {
    return this.statements.filter((statement) => this.#isOfSession(statement));
  }

  #template() {
    return {
      registration: this.registration,
      extensions: { [SESSION]: `session-${this.#session}` },
      contextActivities: { grouping: [PUBLISHER_ACTIVITY] },
    };
  }

  #giveToken(method: string): LrsAnswer {
    if (method !== 'POST') return { status: 405 };
    const headers = { 'Content-Type': 'application/json' };
    const body = this.#isTokenGone
      ? { 'error-code': '1', 'error-text': 'The token has been returned.' }
      : { 'auth-token': `token-${this.#session}` };
    this.#isTokenGone = true;
    return { status: 200, headers, body: JSON.stringify(body) };
  }

  #isOfSession({ context }: Statement): boolean {
    return context.extensions?.[SESSION] === `session-${this.#session}`;
  }

  /** cmi5 9.1, 9.2, 9.4, 9.6, 9.7 and 10.2.1. */
  #belongs(statement: Statement): string | undefined {
    const { actor, context, object, timestamp } = statement;
    if (!statement.id) return '9.1.0.0-1: no id';
    if (!timestamp) return '9.7.0.0-1: no timestamp';
    if (!timestamp.endsWith('Z')) return '9.7.0.0-2: not in UTC';
    if (JSON.stringify(actor) !== JSON.stringify(this.actor)) return '8.1.3.0-3: another actor';
    if (context.registration !== this.registration) return '9.6.1.0-1: another registration';
    if (!this.#isOfSession(statement)) return '9.6.3.1-4: another session';
    if (!context.contextActivities?.grouping?.some(({ id }) => id === PUBLISHER_ACTIVITY.id))
      return '10.2.1.0-6: not by the template';
    if (isDefined(statement) && object.id !== this.activityId) return '9.4.0.0-2: another object';
    return undefined;
  }

  /** cmi5 7.1, 9.3, 10.2.2 and 11. */
  #isInOrder(statement: Statement, before: readonly Statement[]): string | undefined {
    const session = before.filter((one) => this.#isOfSession(one));
    const isFirst = session.length === 0;
    if (isFirst !== is(statement, 'initialized')) return '9.3.0.0-4: initialized comes first';
    if (session.some((one) => is(one, 'terminated'))) return '9.3.0.0-5: terminated comes last';
    if (
      session.some(({ timestamp }) => timestamp > statement.timestamp) &&
      is(statement, 'terminated')
    )
      return '9.3.0.0-5: terminated is earlier';
    if (session[0] && session[0].timestamp > statement.timestamp)
      return '9.3.0.0-4: earlier than initialized';
    if (isFirst && !this.#hasPreferences) return '11.0.0.0-3: preferences were not read';
    const isNormal = (this.#launch.launchMode ?? 'Normal') === 'Normal';
    if (!isNormal && isDefined(statement) && !is(statement, 'initialized', 'terminated'))
      return '10.2.2.0-5: a verdict while looking';
    return undefined;
  }

  #isOnce(statement: Statement, before: readonly Statement[]): string | undefined {
    if (!isDefined(statement)) return undefined;
    const same = before.filter((one) => isDefined(one) && one.verb.id === statement.verb.id);
    if (same.some((one) => this.#isOfSession(one))) return '9.3.0.0-2: twice in a session';
    if (same.length > 0 && is(statement, 'completed')) return '9.3.0.0-6: completed again';
    if (same.length > 0 && is(statement, 'passed')) return '9.3.0.0-7: passed again';
    return undefined;
  }

  /** cmi5 9.5 and 9.6.2. */
  #hasResult(statement: Statement): string | undefined {
    const { result = {}, context } = statement;
    const judges = result.success !== undefined || result.completion !== undefined;
    const isMarked = categoriesOf(statement).includes(MOVE_ON);
    if (!isDefined(statement)) return isMarked ? '9.6.2.2-2: moveOn on another' : undefined;
    if (judges !== isMarked) return '9.6.2.2-1: moveOn category';
    if ((result.completion === true) !== is(statement, 'completed')) return '9.5.3.0-1: completion';
    if ((result.success === true) !== is(statement, 'passed')) return '9.5.2.0-1: success';
    if (!result.duration && !is(statement, 'initialized')) return '9.5.4.1: no duration';
    if (!result.score) return undefined;
    if (!is(statement, 'passed')) return '9.5.1.0-2: a score';
    const { masteryScore } = this.#launch;
    if (masteryScore !== undefined && result.score.scaled < masteryScore)
      return '9.3.4.0-2: passed below the mark';
    if (context.extensions?.[MASTERY_SCORE] !== masteryScore) return '9.6.3.2-2: mastery score';
    return undefined;
  }
}

const categoriesOf = ({ context }: Statement) =>
  (context.contextActivities?.category ?? []).map(({ id }) => id);

/** A “cmi5 defined” statement (cmi5 7.1.3). */
export const isDefined = (statement: Statement) => categoriesOf(statement).includes(CMI5);

const is = ({ verb }: Statement, ...words: readonly string[]) =>
  words.some((word) => verb.id === `http://adlnet.gov/expapi/verbs/${word}`);
