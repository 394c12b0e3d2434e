import type { TrackerEnvironment } from '#src/tracking/tracker.ts';
import type { Lrs } from './lrs.ts';
import type { SessionMemory } from './session-memory.ts';
import type { Agent, Context } from './statement.ts';

/** Everything that a launch told: what a session needs to speak to the LRS. */
export interface Entry {
  readonly lrs: Lrs;
  /** As the LMS names the learner. */
  readonly actor: Agent;
  /** IRI of the course as an activity, as the LMS names it. */
  readonly activity: string;
  readonly registration: string | undefined;
  readonly mode: 'normal' | 'review' | 'browse';
  /** Share of the score that passes, 0…1, where the LMS sets one. */
  readonly masteryScore: number | undefined;
  /** Where the learner goes on exit. */
  readonly returnUrl: string | undefined;
  /** What the context of every statement holds. */
  readonly context: Context;
  /** What a standard adds to the statements that it defines; `judges`: they tell a verdict. */
  readonly marks: (judges: boolean) => Context;
  readonly memory: SessionMemory;
}

/** How a protocol finds its way in; a refusal says for support why it can't. */
export type Enter = (
  environment: TrackerEnvironment,
) => Promise<Entry | { readonly refusal: string }>;

/** The parameters of the page's address. */
export function parametersOf({ window }: TrackerEnvironment): URLSearchParams {
  return new URLSearchParams(window.location.search);
}

/** The learner, as the launch names them: never invented (field guide R35). */
export function readActor(text: string | null): Agent | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? modernize(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Launch links of xAPI 0.95 put every value into a list and name accounts in another way. */
function modernize(value: object): Agent {
  const entries = Object.entries(value).map(([name, held]): [string, unknown] => [
    name,
    Array.isArray(held) ? held[0] : held,
  ]);
  const { account, ...agent }: Record<string, unknown> = Object.fromEntries(entries);
  return {
    ...agent,
    ...(isObject(account) ? { account: accountOf(account) } : {}),
    objectType: 'Agent',
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function accountOf(account: Record<string, unknown>) {
  return {
    homePage: String(account['homePage'] ?? account['accountServiceHomePage']),
    name: String(account['name'] ?? account['accountName']),
  };
}

/** A token is the credentials of the Basic scheme; some launches write the scheme before it. */
export const basic = (token: string) =>
  /\s/.test(token.trim()) ? token.trim() : `Basic ${token.trim()}`;
