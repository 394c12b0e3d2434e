import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCourse } from '#src/checks/check-course.ts';
import { readArgs, UserError, type Command, type ExitCode } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { claimsCsv } from '#src/cli/report/claims-csv.ts';
import { claimsHtml } from '#src/cli/report/claims-html.ts';
import { claimsMatrix } from '#src/cli/report/claims-matrix.ts';
import { today } from '#src/cli/today.ts';
import { diskReader } from '#src/content/disk-reader.ts';
import { formatProblems, hasErrors } from '#src/content/problem.ts';

export const report: Command = {
  summary: 'Writes reports for auditors into dist/reports/.',
  usage: `npm run report -- claims   claims.html and claims.csv: for each objective its lesson, questions,
                           claims and sources`,
  run: (args) => Promise.resolve(runReport(args)),
};

function runReport(args: readonly string[]): ExitCode {
  const { positionals } = readArgs(args, {});
  if (positionals.length !== 1 || positionals[0] !== 'claims') {
    throw new UserError('Name the report: claims. See --help.', 2);
  }
  const day = today();
  const { loaded, problems } = checkCourse(diskReader(PATHS.lessons), day);
  if (problems.length > 0) console.error(formatProblems(problems));
  if (!loaded) throw new UserError('The content can’t be read: nothing was written.');
  const matrix = claimsMatrix(loaded);
  const tokens = readFileSync(join(PATHS.root, 'src/ui/styles/tokens.css'), 'utf8');
  write('claims.html', claimsHtml(matrix, tokens, day));
  write('claims.csv', claimsCsv(matrix));
  return hasErrors(problems) ? 1 : 0;
}

function write(name: string, text: string): void {
  mkdirSync(PATHS.reports, { recursive: true });
  const path = join(PATHS.reports, name);
  writeFileSync(path, text);
  console.log(`Wrote ${path}`);
}
