import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArgs, UserError, type Command } from '#src/cli/command.ts';
import { claimsTemplate, lessonTemplate, quizTemplate } from '#src/cli/lesson-template.ts';
import { PATHS } from '#src/cli/paths.ts';
import { giveNumbers } from './check.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const newLesson: Command = {
  summary: 'Adds a lesson: a folder with a text, a quiz and a claims ledger to write over.',
  usage: `npm run new:lesson -- single-window              after the last lesson
npm run new:lesson -- single-window --number 12  at that number, if it is free`,
  async run(args) {
    const { values, positionals } = readArgs(args, { number: { type: 'string' } });
    const [slug] = positionals;
    if (slug === undefined || positionals.length > 1 || !SLUG.test(slug)) {
      throw new UserError(
        'Name the lesson by lower-case words joined by hyphens, like single-window.',
        2,
      );
    }
    const folder = join(PATHS.lessons, `${numberFor(values.number, slug)}-${slug}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.md'), lessonTemplate(slug));
    writeFileSync(join(folder, 'quiz.yaml'), quizTemplate());
    writeFileSync(join(folder, 'claims.yaml'), claimsTemplate());
    console.log(`Wrote ${folder.slice(PATHS.root.length)}/index.md, quiz.yaml and claims.yaml.`);
    await giveNumbers();
    console.log('Write over its words; `npm run check` lists those that are still the template’s.');
    return 0;
  },
};

/** The number in front of the folder: the one wanted, or the next after the last. */
function numberFor(wanted: string | undefined, slug: string): string {
  const folders = existsSync(PATHS.lessons) ? readdirSync(PATHS.lessons) : [];
  const same = folders.find((folder) => folder.replace(/^\d+-/, '') === slug);
  if (same) throw new UserError(`There is a lesson with that name already: ${same}.`, 2);
  const taken = new Map(folders.map((folder) => [parseInt(folder, 10), folder]));
  if (wanted === undefined) {
    const last = Math.max(0, ...[...taken.keys()].filter((number) => !Number.isNaN(number)));
    return padded(last + 1);
  }
  const number = Number(wanted);
  if (!Number.isInteger(number) || number < 1) {
    throw new UserError('--number takes a whole number from 1.', 2);
  }
  const owner = taken.get(number);
  if (owner !== undefined) throw new UserError(`The number ${number} is taken by ${owner}.`, 2);
  return padded(number);
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
