import type { StandardName } from './standard.ts';

/**
 * What we use of scorm-again: it holds the values and is a second opinion beside the strict checks.
 * It never saves and never sees the network.
 */
export interface Engine {
  /** Sets a value from outside, before `initialize`. */
  load(element: string, value: string): void;
  initialize(): void;
  get(element: string): { readonly value: string; readonly code: number };
  /** Error code, 0 if the value was taken. */
  set(element: string, value: string): number;
  errorText(code: number): string;
  diagnostic(code: number): string;
}

/** The members of scorm-again's classes that we touch; both standards share them. */
interface ScormAgain {
  setCMIValue(element: string, value: string): string;
  lmsInitialize(parameter: ''): string;
  lmsGetValue(element: string): string | number | boolean | undefined;
  lmsSetValue(element: string, value: string): string;
  lmsGetLastError(): string;
  lmsGetErrorString(code: string): string;
  lmsGetDiagnostic(code: string): string;
}

type ScormAgainClass = new (settings: Record<string, unknown>) => ScormAgain;

const SETTINGS = {
  lmsCommitUrl: false,
  autocommit: false,
  // 5 is NONE: our own log tells what happened.
  logLevel: 5,
};

/**
 * Loads scorm-again for one standard, and returns a maker of engines: a fresh one per session, and
 * one more whenever a session is reset.
 */
export async function loadEngine(standard: StandardName): Promise<() => Engine> {
  const Api = standard === 'scorm12' ? await load12() : await load2004();
  return () => toEngine(new Api(SETTINGS));
}

// The package's types promise a default export, its modules have a named one: hence the casts.
async function load12(): Promise<ScormAgainClass> {
  const module: unknown = await import('scorm-again/scorm12/min');
  return (module as { Scorm12API: ScormAgainClass }).Scorm12API;
}

async function load2004(): Promise<ScormAgainClass> {
  const module: unknown = await import('scorm-again/scorm2004/min');
  return (module as { Scorm2004API: ScormAgainClass }).Scorm2004API;
}

/** Defaults that scorm-again reports as “not initialized” although the standard gives them a value. */
const DEFAULTS = new Map([
  ['cmi.completion_status', 'unknown'],
  ['cmi.success_status', 'unknown'],
]);

function toEngine(api: ScormAgain): Engine {
  const code = (): number => Number(api.lmsGetLastError());
  return {
    load: (element, value) => void api.setCMIValue(element, value),
    initialize: () => void api.lmsInitialize(''),
    get(element) {
      const value = String(api.lmsGetValue(element) ?? '');
      const fallback = DEFAULTS.get(element);
      if (fallback !== undefined && code() === 403) return { value: fallback, code: 0 };
      return { value, code: code() };
    },
    set(element, value) {
      const taken = api.lmsSetValue(element, value) === 'true';
      return taken ? 0 : code() || 101;
    },
    errorText: (error) => (error === 0 ? '' : api.lmsGetErrorString(String(error))),
    diagnostic: (error) => api.lmsGetDiagnostic(String(error)),
  };
}

const COLLECTION = /^cmi\.[a-z_]+\.\d+\./;

/** Members of collections by index, each with its id and type first: engines insist on that order. */
export function inLoadingOrder(values: ReadonlyMap<string, string>): [string, string][] {
  const rank = (element: string): number =>
    !COLLECTION.test(element) ? 0 : element.endsWith('.id') ? 1 : element.endsWith('.type') ? 2 : 3;
  const byNumber = new Intl.Collator('en', { numeric: true });
  return [...values].sort(([a], [b]) => {
    const memberA = COLLECTION.exec(a)?.[0] ?? '';
    const memberB = COLLECTION.exec(b)?.[0] ?? '';
    return byNumber.compare(memberA, memberB) || rank(a) - rank(b) || byNumber.compare(a, b);
  });
}
