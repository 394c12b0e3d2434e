import type { LogEntry } from '#src/simulator/contract.ts';
import type { Outcome, Session } from './session.ts';
import type { Standard } from './standard.ts';

/** The API object a course finds: functions by name. */
export type ScormApi = Readonly<Record<string, (...args: unknown[]) => string>>;

/** What the log gets of each call. */
export type LoggedCall = Omit<LogEntry, 'id' | 'time' | 'kind'>;

/** What stands before a session. */
export interface Facade {
  readonly api: ScormApi;
  /**
   * - `closing`: the course window is closing; with `throws`, calls that save throw.
   * - `dead`: calls have no effect any more.
   */
  become(life: 'closing' | 'dead', throws?: boolean): void;
}

const DETACHED = 'called detached from its object: the Moodle app needs api.name()';

/** Puts the API of the session's standard before it: errors, log, and what a window's death does. */
export function createFacade(session: Session, log: (call: LoggedCall) => void): Facade {
  const { calls } = session.standard;
  let lastError = 0;
  let lastText = '';
  let throws = false;
  let dead = false;
  let left = session.dieAfter > 0 ? session.dieAfter : Number.POSITIVE_INFINITY;

  const record = (call: string, args: unknown[], outcome: Outcome): string => {
    const { result, code, finding } = outcome;
    const errorText = session.engine.errorText(code);
    log({
      call,
      args: args.map(String),
      result,
      error: String(code),
      errorText,
      ...(finding && { finding }),
    });
    return result;
  };

  const die = (call: string, args: unknown[], result: string): string =>
    record(call, args, {
      result,
      code: 101,
      finding: { severity: 'fault', text: 'the course window is gone: no effect' },
    });

  /** A call that changes state or data. */
  const act = (call: string, saves: boolean, run: (args: unknown[]) => Outcome) =>
    function (this: unknown, ...args: unknown[]): string {
      if (left-- <= 0) dead = true;
      if (dead) return die(call, args, call === calls.get ? '' : 'false');
      if (throws && saves) {
        const finding = { severity: 'fault', text: 'told to break on leaving' } as const;
        record(call, args, { result: 'threw', code: 0, finding });
        throw new DOMException('Synchronous XHR in page dismissal', 'NetworkError');
      }
      let outcome = run(args);
      if (this !== api && !outcome.finding) {
        outcome = { ...outcome, finding: { severity: 'noted', text: DETACHED } };
      }
      lastError = outcome.code;
      lastText = outcome.finding?.text ?? '';
      return record(call, args, outcome);
    };

  /** A question about errors: it changes nothing. */
  const ask =
    (call: string, answer: (code: number) => string) =>
    (...args: unknown[]) =>
      record(call, args, {
        result: answer(args[0] === '' ? lastError : Number(args[0])),
        code: lastError,
      });

  const one = (args: unknown[]): string | undefined =>
    args.length === 0 ? undefined : String(args[0]);
  const api: ScormApi = {
    [calls.initialize]: act(calls.initialize, false, (args) => session.initialize(one(args))),
    [calls.finish]: act(calls.finish, true, (args) => session.finish(one(args))),
    [calls.get]: act(calls.get, false, (args) => session.get(String(args[0]))),
    [calls.set]: act(calls.set, false, (args) => session.set(String(args[0]), args[1])),
    [calls.commit]: act(calls.commit, true, (args) => session.commit(one(args))),
    [calls.lastError]: ask(calls.lastError, () => String(lastError)),
    [calls.errorString]: ask(calls.errorString, (code) => session.engine.errorText(code)),
    [calls.diagnostic]: ask(calls.diagnostic, (code) =>
      code === lastError && lastText !== '' ? lastText : session.engine.diagnostic(code),
    ),
  };

  return {
    api,
    become(life, throwing = false) {
      if (life === 'dead') dead = true;
      throws = life === 'closing' && throwing;
    },
  };
}

/** The API of a standard that the package is not made for: it answers, and every call is a finding. */
export function createDecoy(standard: Standard, log: (call: LoggedCall) => void): ScormApi {
  const { calls } = standard;
  const text = `${standard.api} belongs to the other standard`;
  const answers: [string, string][] = [
    [calls.initialize, 'true'],
    [calls.finish, 'true'],
    [calls.get, ''],
    [calls.set, 'true'],
    [calls.commit, 'true'],
    [calls.lastError, '0'],
    [calls.errorString, ''],
    [calls.diagnostic, ''],
  ];
  return Object.fromEntries(
    answers.map(([call, result]) => [
      call,
      (...args: unknown[]) => {
        const finding = { severity: 'noted', text } as const;
        log({ call, args: args.map(String), result, error: '0', errorText: '', finding });
        return result;
      },
    ]),
  );
}
