import { UserError, type Command, type ExitCode } from './command.ts';

/** Loaded only when called: `start` needs no test runner, `test` no server. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./commands/start.ts')).start,
  test: async () => (await import('./commands/test.ts')).test,
  dev: async () => (await import('./commands/dev.ts')).dev,
  check: async () => (await import('./commands/check.ts')).check,
  pack: async () => (await import('./commands/pack.ts')).pack,
  soak: async () => (await import('./commands/soak.ts')).soak,
  bench: async () => (await import('./commands/bench.ts')).bench,
  report: async () => (await import('./commands/report.ts')).report,
  decode: async () => (await import('./commands/decode.ts')).decode,
  digest: async () => (await import('./commands/digest.ts')).digest,
  'new-lesson': async () => (await import('./commands/new-lesson.ts')).newLesson,
};

process.exitCode = await run(process.argv.slice(2));

async function run([name = '', ...args]: readonly string[]): Promise<ExitCode> {
  const load = COMMANDS[name];
  if (!load) {
    console.error(
      `There is no command “${name}”. Commands: ${Object.keys(COMMANDS).join(', ')}.\n` +
        'Each tells what it does with --help, such as `npm run pack -- --help`.',
    );
    return 2;
  }
  try {
    const command = await load();
    return args.includes('--help') || args.includes('-h')
      ? tellUsage(command)
      : await command.run(args);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    return error.exitCode;
  }
}

function tellUsage({ summary, usage }: Command): ExitCode {
  console.log(
    `${summary}\n\n${usage}\n\nExit codes: 0 fine, 1 content or a test fails, 2 wrong use.`,
  );
  return 0;
}
