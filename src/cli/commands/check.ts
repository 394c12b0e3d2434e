import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { allQuestions } from '#src/checks/all-questions.ts';
import { checkCourse } from '#src/checks/check-course.ts';
import { numberedItems } from '#src/checks/numbered-items.ts';
import { diskReader } from '#src/content/disk-reader.ts';
import { loadCourse, REGISTER_FILE, type LoadedCourse } from '#src/content/load-course.ts';
import { formatProblems, hasErrors } from '#src/content/problem.ts';
import { extendRegister, renameIn, writeRegister } from '#src/content/register.ts';
import { readArgs, UserError, type Command, type ExitCode } from '#src/cli/command.ts';
import { PATHS } from '#src/cli/paths.ts';
import { jsonSchemas } from '#src/cli/schemas.ts';
import { today } from '#src/cli/today.ts';

export const check: Command = {
  summary: 'Checks the content of the course.',
  usage: `npm run check               every problem, with file and line; warnings let it pass
npm run check -- --strict   warnings let it fail, as in npm test
npm run check -- --fix      first gives new lessons and questions their permanent numbers
                            (lessons/ids.json) and writes the editors' schemas (docs/schemas)
npm run check -- --rename old new
                            first keeps a lesson's number under its new id; for a question, a check
                            or a practice write lesson/old, and its new id`,
  run: runCheck,
};

async function runCheck(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = readArgs(args, {
    fix: { type: 'boolean', default: false },
    rename: { type: 'string' },
    strict: { type: 'boolean', default: false },
  });
  if (values.rename !== undefined) await rename(values.rename, positionals);
  if (values.fix) await fix();
  const { loaded, problems } = await checkCourse(diskReader(PATHS.lessons), today());
  if (problems.length > 0) console.error(formatProblems(problems));
  if (!loaded || hasErrors(problems)) return 1;
  if (values.strict && problems.length > 0) return 1;
  console.log(`The content is sound: ${counts(loaded)}.`);
  return 0;
}

/** Keeps a permanent number under a new id. @throws UserError where there is no such id. */
async function rename(from: string, [to, ...more]: readonly string[]): Promise<void> {
  const { loaded } = await loadCourse(diskReader(PATHS.lessons));
  if (to === undefined || more.length > 0) throw new UserError('Name the old and the new id.', 2);
  if (!loaded?.register) throw new UserError('The content can’t be read: nothing was renamed.');
  const register = renameIn(loaded.register, from.split('/'), to);
  if (!register) {
    throw new UserError(`There is no “${from}” in ${REGISTER_FILE}, or “${to}” is taken.`);
  }
  writeIfNew(join(PATHS.lessons, REGISTER_FILE), writeRegister(register));
}

async function fix(): Promise<void> {
  await giveNumbers();
  mkdirSync(PATHS.schemas, { recursive: true });
  for (const [name, text] of jsonSchemas()) writeIfNew(join(PATHS.schemas, name), text);
}

/** Gives new lessons and questions their permanent numbers. */
export async function giveNumbers(): Promise<void> {
  const { loaded } = await loadCourse(diskReader(PATHS.lessons));
  if (loaded?.register) {
    const wanted = new Map(
      loaded.course.lessons.map((lesson) => [
        lesson.id,
        numberedItems(lesson).map(({ item }) => item.id),
      ]),
    );
    writeIfNew(
      join(PATHS.lessons, REGISTER_FILE),
      writeRegister(extendRegister(loaded.register, wanted)),
    );
  }
}

function writeIfNew(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
  console.log(`Wrote ${path.slice(PATHS.root.length)}.`);
}

function counts(loaded: LoadedCourse): string {
  const questions = [...allQuestions(loaded)].length;
  return `${loaded.course.lessons.length} lessons, ${questions} questions`;
}
