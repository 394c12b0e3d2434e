import { buildAll } from '#src/cli/build.ts';
import { readArgs, type Command } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { serve } from '#src/cli/server.ts';

export const start: Command = {
  summary: 'Builds everything that has changed and serves it.',
  usage: `npm start                        the course, the LMS simulator and the packages, until Ctrl-C
npm start -- --host 0.0.0.0   the same for the whole network; without it, for this machine only`,
  async run(args) {
    const { values } = readArgs(args, { host: { type: 'string' } });
    await buildAll();
    const { server, port } = await serve({ host: values.host });
    console.log(`
  The course         http://localhost:${port}/
  LMS simulator      http://localhost:${port}/simulator/
  Packages           http://localhost:${port}/packages/   (${PATHS.packages})

  Ctrl-C ends it.`);
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    server.closeAllConnections();
    server.close();
    return 0;
  },
};
