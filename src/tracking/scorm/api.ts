/** What a SCORM standard calls the methods of its API (1.2 RTE 3.3, 2004 RTE 3.1). */
export interface Verbs {
  readonly initialize: string;
  readonly terminate: string;
  readonly getValue: string;
  readonly setValue: string;
  readonly commit: string;
  readonly getLastError: string;
  readonly getErrorString: string;
}

/** The object that an LMS puts into a window. Nothing about what it returns is trusted. */
export type ScormApi = Readonly<Record<string, (...args: string[]) => unknown>>;

/** Where to look for the API, and how to know it. */
export interface ApiShape {
  /** `API` or `API_1484_11`; only that of the packaged standard (field guide R10). */
  readonly apiName: string;
  readonly verbs: Verbs;
}

/** The one environment power that waiting takes. */
interface Waiting {
  readonly window: Window;
  sleep(milliseconds: number): Promise<void>;
}

/** Open edX puts its API in place after the frame has loaded: look again for a while. */
const PATIENCE = 5000;
const INTERVAL = 100;
/** Windows looked at in one search; a player nests a handful. */
const MOST_WINDOWS = 30;

/** Looks at once, then every 100 ms for five seconds. Undefined: no LMS answers. */
export async function waitForApi(waiting: Waiting, shape: ApiShape): Promise<ScormApi | undefined> {
  for (let waited = 0; ; waited += INTERVAL) {
    const api = findApi(waiting.window, shape);
    if (api || waited >= PATIENCE) return api;
    await waiting.sleep(INTERVAL);
  }
}

/** The API in the own window, the windows around it, or those that opened them (field guide R9). */
export function findApi(start: Window, { apiName, verbs }: ApiShape): ScormApi | undefined {
  for (const window of windowsAround(start)) {
    const api = attempt(() => {
      const candidate: unknown = Reflect.get(window, apiName);
      return isApi(candidate, verbs) ? candidate : undefined;
    });
    if (api) return api;
  }
  return undefined;
}

/**
 * The own window, its parents upward, then the openers of all of these and their parents. Never from
 * the top down: SuccessFactors has a header of another origin above the LMS.
 */
function* windowsAround(start: Window): Generator<Window> {
  const seen = new Set<Window>();
  const starts = [start];
  for (const first of starts) {
    let window: Window | null | undefined = first;
    while (window && !seen.has(window) && seen.size < MOST_WINDOWS) {
      const here: Window = window;
      seen.add(here);
      yield here;
      // A window without opener has null there; Moodle sets it to null on purpose.
      const opener = attempt(() => openerOf(here));
      if (opener) starts.push(opener);
      window = attempt(() => here.parent);
    }
  }
}

const openerOf = (window: { readonly opener: Window | null }) => window.opener;

/** An element with the id `API` also shows up as `window.API`, so the methods have to be there. */
function isApi(candidate: unknown, verbs: Verbs): candidate is ScormApi {
  if (candidate === null || (typeof candidate !== 'object' && typeof candidate !== 'function')) {
    return false;
  }
  const { initialize, terminate, getValue, setValue, commit, getLastError } = verbs;
  return [initialize, terminate, getValue, setValue, commit, getLastError].every(
    (verb) => typeof Reflect.get(candidate, verb) === 'function',
  );
}

/** Every look into another window may be refused: it can be of another origin. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
