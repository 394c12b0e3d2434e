import { FORMATS, type Format } from '#src/packaging/packager.ts';
import { buildAll } from '#src/cli/build.ts';
import { writeCourseStructure } from '#src/cli/write-packages.ts';
import { readArgs, UserError, type Command } from '#src/cli/command.ts';

export const pack: Command = {
  summary: 'Builds the packages for learning systems into dist/.',
  usage: `npm run pack              every format: ${FORMATS.join(', ')}
npm run pack -- scorm12   one or some of them
npm run pack -- cmi5 --host https://static.example.com/trade/
                          also the course structure alone, for files on that server`,
  async run(args) {
    const { positionals, values } = readArgs(args, { host: { type: 'string' } });
    const host = values.host === undefined ? undefined : toHost(values.host);
    const formats = positionals.length === 0 ? FORMATS : positionals.map(toFormat);
    const course = await buildAll(formats);
    if (host !== undefined) writeCourseStructure(course, host);
    return 0;
  },
};

/** A folder's address: with a slash at its end, without query and fragment. */
function toHost(text: string): string {
  if (/^https?:\/\/[^?#\s]+$/.test(text)) return text.replace(/\/*$/, '/');
  throw new UserError(
    `--host is “${text}”. It must be the full address of a folder, such as https://static.example.com/trade/.`,
    2,
  );
}

function toFormat(name: string): Format {
  const format = FORMATS.find((candidate) => candidate === name);
  if (!format) throw new UserError(`Unknown format "${name}". Formats: ${FORMATS.join(', ')}.`, 2);
  return format;
}
