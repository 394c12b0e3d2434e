import { readArgs, UserError, type Command, type ExitCode } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { describeProgress } from '#src/cli/report/describe-progress.ts';
import { diskReader } from '#src/content/disk-reader.ts';
import { loadCourse } from '#src/content/load-course.ts';
import { toOutline } from '#src/content/outline.ts';
import { decodeProgress } from '#src/course/progress-codec.ts';

export const decode: Command = {
  summary:
    'Tells what a saved record says: the suspend data that an LMS shows, or a copied record.',
  usage: `npm run decode -- 'AbC-_1….7'   lesson by lesson, what the learner has done. Nothing is sent
                                anywhere; a record holds no name.`,
  run: runDecode,
};

async function runDecode(args: readonly string[]): Promise<ExitCode> {
  const { positionals } = readArgs(args, {});
  const [text, ...more] = positionals;
  if (text === undefined || more.length > 0)
    throw new UserError('Give one record, in quotation marks. See --help.', 2);
  // What stands behind the point is the tracker's: how often it was written, and more.
  const [record = ''] = text.trim().split('.');
  const decoded = decodeProgress(record);
  if (!decoded.ok) throw new UserError(`The record can’t be read. ${decoded.reason}`);
  const { loaded } = await loadCourse(diskReader(PATHS.lessons));
  if (!loaded) throw new UserError('The content can’t be read. `npm run check` says why.');
  console.log(describeProgress(decoded.progress, toOutline(loaded.course)));
  return 0;
}
