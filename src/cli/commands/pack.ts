import { FORMATS, type Format } from '#src/packaging/packager.ts';
import { buildAll } from '#src/cli/build.ts';
import { readArgs, UserError, type Command } from '#src/cli/command.ts';

export const pack: Command = {
  summary: 'Builds the packages for learning systems into dist/.',
  usage: `npm run pack              every format: ${FORMATS.join(', ')}
npm run pack -- scorm12   one or some of them`,
  async run(args) {
    const { positionals } = readArgs(args, {});
    await buildAll(positionals.length === 0 ? FORMATS : positionals.map(toFormat));
    return 0;
  },
};

function toFormat(name: string): Format {
  const format = FORMATS.find((candidate) => candidate === name);
  if (!format) throw new UserError(`Unknown format "${name}". Formats: ${FORMATS.join(', ')}.`, 2);
  return format;
}
