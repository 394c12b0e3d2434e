import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCourse } from '#src/checks/check-course.ts';
import { readArgs, UserError, type Command, type ExitCode } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { blueprintText } from '#src/cli/report/blueprint/blueprint-text.ts';
import { toExam } from '#src/cli/report/blueprint/candidate.ts';
import { claimsCsv } from '#src/cli/report/claims-csv.ts';
import { claimsHtml } from '#src/cli/report/claims-html.ts';
import { claimsMatrix } from '#src/cli/report/claims-matrix.ts';
import { today } from '#src/cli/today.ts';
import { diskReader } from '#src/content/disk-reader.ts';
import type { LoadedCourse } from '#src/content/load-course.ts';
import { formatProblems, hasErrors } from '#src/content/problem.ts';

export const report: Command = {
  summary: 'Writes reports for auditors into dist/reports/.',
  usage: `npm run report -- claims   claims.html and claims.csv: for each objective its lesson, questions,
                           claims and sources
npm run report -- blueprint  blueprint.txt: simulated sittings of the final assessment from the real
                           bank; chance to pass by try, precision, what forms hold
  --learners 400           how many of each kind are simulated`,
  run: runReport,
};

async function runReport(args: readonly string[]): Promise<ExitCode> {
  const { positionals, values } = readArgs(args, { learners: { type: 'string', default: '400' } });
  const [name] = positionals;
  if (positionals.length !== 1 || (name !== 'claims' && name !== 'blueprint')) {
    throw new UserError('Name the report: claims or blueprint. See --help.', 2);
  }
  const day = today();
  const { loaded, problems } = await checkCourse(diskReader(PATHS.lessons), day);
  if (problems.length > 0) console.error(formatProblems(problems));
  if (!loaded) throw new UserError('The content can’t be read: nothing was written.');
  if (name === 'claims') writeClaims(loaded, day);
  else writeBlueprint(loaded, Number(values.learners));
  return hasErrors(problems) ? 1 : 0;
}

function writeClaims(loaded: LoadedCourse, day: string): void {
  const matrix = claimsMatrix(loaded);
  const tokens = readFileSync(join(PATHS.root, 'src/ui/styles/tokens.css'), 'utf8');
  write('claims.html', claimsHtml(matrix, tokens, day));
  write('claims.csv', claimsCsv(matrix));
}

function writeBlueprint({ course }: LoadedCourse, learners: number): void {
  if (!course.config.assessment) throw new UserError('The course has no final assessment.');
  if (!(learners >= 2)) throw new UserError('--learners has to be a number, 2 or more.', 2);
  const text = `${blueprintText(toExam(course), Math.floor(learners))}\n`;
  console.log(text);
  write('blueprint.txt', text);
}

function write(name: string, text: string): void {
  mkdirSync(PATHS.reports, { recursive: true });
  const path = join(PATHS.reports, name);
  writeFileSync(path, text);
  console.log(`Wrote ${path}`);
}
