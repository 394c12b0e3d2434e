import { parseArgs, type ParseArgsConfig } from 'node:util';

/** 0: fine. 1: the content or a test fails. 2: wrong use. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** What it does, in a line. */
  readonly summary: string;
  /** How it is typed, with its options. */
  readonly usage: string;
  run(args: readonly string[]): Promise<ExitCode>;
}

/** Something the user can mend; printed without a stack. */
export class UserError extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Options and words of a call. @throws UserError (exit code 2) for an option nobody knows. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${reason}\nSee --help.`, 2);
  }
}
