import { spawn } from 'node:child_process';
import { readArgs, type Command, type ExitCode } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';

export const dev: Command = {
  summary: 'Serves the course while you write: engine, lessons and quizzes reload by themselves.',
  usage: 'npm run dev   until Ctrl-C',
  async run(args) {
    readArgs(args, {});
    return new Promise<ExitCode>((resolve) => {
      const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'dev'], {
        cwd: PATHS.root,
        stdio: 'inherit',
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.on(signal, () => vite.kill(signal));
      vite.on('exit', (code, signal) => resolve(signal !== null || code === 0 ? 0 : 1));
    });
  },
};
