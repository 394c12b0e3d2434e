import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArgs, UserError, type Command, type ExitCode } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { digestFile, writeDigest } from '#src/content/digest.ts';

const SOURCE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const digest: Command = {
  summary: 'Hashes the words of a source, so that quotes of it can be checked without its text.',
  usage: `npm run digest -- recap recap.txt   writes lessons/recap.digest.json

The file is the text of the source, with a line such as “## S1.1” before each session.`,
  run: (args) => Promise.resolve(runDigest(args)),
};

function runDigest(args: readonly string[]): ExitCode {
  const [source, file, ...more] = readArgs(args, {}).positionals;
  if (source === undefined || file === undefined || more.length > 0 || !SOURCE.test(source)) {
    throw new UserError('Name the id of a source and the file with its text. See --help.', 2);
  }
  if (!existsSync(file)) throw new UserError(`There is no file ${file}.`, 2);
  const text = writeDigest(readFileSync(file, 'utf8'));
  if (text === undefined) {
    throw new UserError(`${file} marks no session: add lines such as “## S1.1”. See --help.`);
  }
  writeFileSync(join(PATHS.lessons, digestFile(source)), text);
  console.log(`Wrote ${digestFile(source)} beside the sources.`);
  return 0;
}
