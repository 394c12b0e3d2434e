import { buildAll } from '#src/cli/build.ts';
import { findChromium } from '#src/cli/chromium.ts';
import { readArgs, UserError, type Command } from '#src/cli/command.ts';
import { runTool } from '#src/cli/process.ts';

/** Walks of `tests/model/session-paths.test.ts`: two standards, with and without a journal. */
const WALKS = 4;

export const soak: Command = {
  summary: 'Tries for long what `npm test` tries in short: hostile LMSs, faults at any moment.',
  usage: `npm run soak                    ten minutes of random walks, and every hostile profile in a browser
npm run soak -- --minutes 60    an hour of walks`,
  async run(args) {
    const { values } = readArgs(args, { minutes: { type: 'string', default: '10' } });
    const minutes = Number(values.minutes);
    if (!(minutes > 0))
      throw new UserError(`--minutes ${values.minutes}: not a number of minutes above 0.`, 2);
    const walks = await tell(
      'Random walks',
      'vitest/vitest.mjs',
      ['run', 'tests/model/session-paths'],
      {
        SOAK_MILLISECONDS: String(Math.round((minutes * 60_000) / WALKS)),
      },
    );
    await buildAll();
    const profiles = await tell('Hostile profiles', '@playwright/test/cli.js', ['test'], {
      CHROMIUM: await findChromium(),
      SOAK: '1',
    });
    return walks && profiles ? 0 : 1;
  },
};

/** Runs it and tells what it said; true where all went well. */
async function tell(
  title: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<boolean> {
  console.log(`${title} …`);
  const { code, output } = await runTool(script, args, env);
  console.log(
    output
      .trimEnd()
      .split('\n')
      .slice(code === 0 ? -6 : -200)
      .join('\n'),
  );
  return code === 0;
}
