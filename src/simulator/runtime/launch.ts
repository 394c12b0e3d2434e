import type { LaunchOptions, PackageInfo } from '#src/simulator/contract.ts';
import { type CourseWindow, openCourseWindow } from './course-window.ts';
import { loadEngine } from './engine.ts';
import {
  createDecoy,
  createFacade,
  type Facade,
  type LoggedCall,
  type ScormApi,
} from './facade.ts';
import { loadRecord, saveRecord, type Store } from './record-store.ts';
import { Session } from './session.ts';
import { scorm12, scorm2004, standardOf } from './standard.ts';

/** A course that was launched. */
export interface Launched {
  readonly options: LaunchOptions;
  readonly info: PackageInfo;
  /** None for the web edition. */
  readonly session: Session | undefined;
  readonly window: CourseWindow;
  leave(): Promise<void>;
  kill(): void;
}

/** What a launch needs of the page. */
export interface LaunchPlace {
  readonly host: HTMLElement;
  readonly store: Store;
  log(call: LoggedCall): void;
  event(call: string, text: string): void;
}

const LATE = 4000;

/** Address of a package's launch file, under a serving profile. */
function courseUrl(info: PackageInfo, options: Pick<LaunchOptions, 'profile'>): string {
  const path = `run/${options.profile}/${encodeURIComponent(info.name)}/a/deep/path/${info.launch}`;
  return new URL(path, document.baseURI).href;
}

/** Puts the API in its place, then opens the course. Throws in plain words if it cannot. */
export async function launchCourse(
  info: PackageInfo,
  options: LaunchOptions,
  place: LaunchPlace,
): Promise<Launched> {
  if (info.kind === 'unknown')
    throw new Error(`${info.name} cannot be launched: ${info.problem ?? ''}.`);
  const session = await openSession(info, options, place);
  const facade = session && createFacade(session, place.log);
  const takeAway = facade && session ? install(session, facade, options, place) : () => undefined;
  try {
    const title = `Course: ${info.title}`;
    const window = openCourseWindow(options.frame, courseUrl(info, options), place.host, title);
    return toLaunched({ options, info, session, window }, facade, takeAway);
  } catch (error) {
    takeAway();
    throw error;
  }
}

function toLaunched(
  course: Pick<Launched, 'options' | 'info' | 'session' | 'window'>,
  facade: Facade | undefined,
  takeAway: () => void,
): Launched {
  const end = (): void => {
    facade?.become('dead');
    takeAway();
  };
  return {
    ...course,
    async leave() {
      facade?.become('closing', course.session?.faults.throwOnClose);
      await course.window.leave();
      end();
    },
    kill() {
      facade?.become('dead');
      course.window.remove();
      end();
    },
  };
}

async function openSession(
  info: PackageInfo,
  options: LaunchOptions,
  place: LaunchPlace,
): Promise<Session | undefined> {
  const standard = standardOf(info.kind);
  if (standard === undefined) return undefined;
  const newEngine = await loadEngine(standard.name);
  return new Session({
    standard,
    options,
    info,
    newEngine,
    loadRecord: () => loadRecord(place.store, options),
    saveRecord: (record) => saveRecord(place.store, options, record),
    now: () => new Date().toISOString(),
    block,
  });
}

/** Returns what takes the API away again. */
function install(
  session: Session,
  facade: Facade,
  options: LaunchOptions,
  place: LaunchPlace,
): () => void {
  const { standard } = session;
  const apis: Record<string, ScormApi> = { [standard.api]: facade.api };
  if (options.bothApis) {
    const other = standard.name === 'scorm12' ? scorm2004 : scorm12;
    apis[other.api] = createDecoy(other, place.log);
  }
  const put = (): void => {
    Object.assign(window, apis);
    if (options.frame === 'late') place.event('api', 'The API has appeared.');
  };
  if (options.frame === 'none') return () => undefined;
  const timer = options.frame === 'late' ? setTimeout(put, LATE) : undefined;
  if (timer === undefined) put();
  return () => {
    clearTimeout(timer);
    for (const name of Object.keys(apis)) Reflect.deleteProperty(window, name);
  };
}

/** Stands still, as the page does during a synchronous request. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
