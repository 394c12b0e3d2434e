import type { LaunchOptions, LogEntry } from '#src/simulator/contract.ts';
import { DEFAULT_OPTIONS } from '#src/simulator/options.ts';
import { loadEngine } from '#src/simulator/runtime/engine.ts';
import { createFacade, type LoggedCall } from '#src/simulator/runtime/facade.ts';
import type { LearnerRecord } from '#src/simulator/runtime/record.ts';
import { Session } from '#src/simulator/runtime/session.ts';
import { scorm12, scorm2004, type Standard } from '#src/simulator/runtime/standard.ts';

const engines = {
  scorm12: await loadEngine(scorm12.name),
  scorm2004: await loadEngine(scorm2004.name),
};

/** A learner’s desk: launches share one record, as in an LMS. */
export function createDesk(standard: Standard) {
  const desk = {
    record: undefined as LearnerRecord | undefined,
    log: [] as LoggedCall[],
    blocked: 0,
  };
  const launch = (options: Partial<LaunchOptions> = {}) => {
    const session = new Session({
      standard,
      options: { ...DEFAULT_OPTIONS, ...options },
      info: {},
      newEngine: () => engines[standard.name](),
      loadRecord: () => desk.record,
      saveRecord: (record) => (desk.record = record),
      now: () => '2026-11-24T10:00:00.000Z',
      block: (milliseconds) => (desk.blocked += milliseconds),
    });
    const facade = createFacade(session, (call) => desk.log.push(call));
    const call = (name: string, ...args: unknown[]) => facade.api[name]?.(...args);
    return {
      session,
      facade,
      api: facade.api as Record<string, (...args: unknown[]) => string>,
      call,
    };
  };
  const last = (): Partial<LogEntry> => desk.log.at(-1) ?? {};
  return { desk, launch, last };
}
