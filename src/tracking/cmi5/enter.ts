import * as v from 'valibot';
import type { TrackerEnvironment } from '#src/tracking/tracker.ts';
import {
  basic,
  parametersOf,
  readActor,
  type Enter,
  type Entry,
} from '#src/tracking/xapi/entry.ts';
import { idOf } from '#src/tracking/xapi/ids.ts';
import { parseJson } from '#src/tracking/xapi/json.ts';
import { Lrs, PATIENCE, type Reply } from '#src/tracking/xapi/lrs.ts';
import { SessionMemory } from '#src/tracking/xapi/session-memory.ts';
import type { Agent, Context } from '#src/tracking/xapi/statement.ts';

/** What the launch's address carries (cmi5 8.1). */
interface LaunchLink {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: Agent;
  readonly registration: string;
  readonly activityId: string;
}

/** The LMS's document about this launch (cmi5 10), as far as the course uses it. */
const LaunchData = v.object({
  contextTemplate: v.custom<Context>((value) => typeof value === 'object' && value !== null),
  launchMode: v.string(),
  masteryScore: v.optional(v.nullable(v.pipe(v.unknown(), v.transform(Number), v.number()))),
  returnURL: v.optional(v.nullable(v.string())),
});

const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories/';
const CMI5 = { objectType: 'Activity', id: `${CATEGORIES}cmi5` } as const;
const MOVE_ON = { objectType: 'Activity', id: `${CATEGORIES}moveon` } as const;

/** The way in of a cmi5 assignable unit (cmi5 8, 10 and 11). */
export const enterByCmi5: Enter = async (environment) => {
  const link = readLink(parametersOf(environment));
  if ('refusal' in link) return link;
  const { window, courseId } = environment;
  const key = `${courseId}:session:${idOf(link.fetch)}`;
  const memory = new SessionMemory(() => window.sessionStorage, key, environment.now());
  if (memory.now.isEnded) return { refusal: 'This session was ended; it takes nothing more.' };
  const token = memory.now.token ?? (await fetchToken(environment, link.fetch));
  if (typeof token !== 'string') return token;
  memory.note({ token });
  const lrs = new Lrs({ endpoint: link.endpoint, authorization: basic(token), window });
  return readLaunchData(lrs, link, memory);
};

function readLink(parameters: URLSearchParams): LaunchLink | { readonly refusal: string } {
  const text = (name: string) => parameters.get(name) ?? '';
  const actor = readActor(parameters.get('actor'));
  const names = ['endpoint', 'fetch', 'registration', 'activityId'].filter((name) => !text(name));
  const missing = [...names, ...(actor?.account ? [] : ['actor'])];
  if (!actor || missing.length > 0) {
    return {
      refusal: `The address of the page lacks ${missing.join(', ')}: no LMS has launched the course.`,
    };
  }
  return {
    endpoint: text('endpoint'),
    fetch: text('fetch'),
    registration: text('registration'),
    activityId: text('activityId'),
    actor,
  };
}

/** The authorization token, which the LMS gives out once (cmi5 8.2). */
async function fetchToken(
  { window }: TrackerEnvironment,
  address: string,
): Promise<string | { readonly refusal: string }> {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await window.fetch(address, { method: 'POST', cache: 'no-store', signal });
  const text = await answer.text();
  const told = parseJson(v.record(v.string(), v.unknown()), text) ?? {};
  const token = told['auth-token'];
  if (typeof token === 'string' && token !== '') return token;
  const why = [told['error-code'], told['error-text']].filter(Boolean).join(' ');
  return { refusal: `The LMS gave no authorization token: ${why || `HTTP ${answer.status}`}` };
}

/** What the LMS says of this launch; the learner's preferences must be asked for too (cmi5 11). */
async function readLaunchData(
  lrs: Lrs,
  { actor, activityId, registration }: LaunchLink,
  memory: SessionMemory,
): Promise<Entry | { readonly refusal: string }> {
  const agent = JSON.stringify(actor);
  const [told] = await Promise.all([
    lrs.readState({ activityId, agent, registration, stateId: 'LMS.LaunchData' }),
    lrs.readProfile({ agent, profileId: 'cmi5LearnerPreferences' }),
  ]);
  const data = told.ok ? parseJson(LaunchData, told.value?.text) : undefined;
  if (!data) return { refusal: `The LMS gave no launch data: ${explain(told)}` };
  return {
    lrs,
    actor,
    activity: activityId,
    registration,
    mode: toMode(data.launchMode),
    masteryScore: data.masteryScore ?? undefined,
    returnUrl: data.returnURL || undefined,
    context: data.contextTemplate,
    marks: (judges) => ({ contextActivities: { category: judges ? [CMI5, MOVE_ON] : [CMI5] } }),
    memory,
  };
}

const explain = (reply: Reply<{ readonly text: string } | undefined>) =>
  reply.ok ? `LMS.LaunchData is “${reply.value?.text.slice(0, 80) ?? 'missing'}”` : reply.reason;

/** `Normal`, `Browse` or `Review` (cmi5 10.2.2). */
function toMode(text: string): Entry['mode'] {
  const mode = text.trim().toLowerCase();
  return mode === 'review' || mode === 'browse' ? mode : 'normal';
}
