import { REGISTER_FILE } from '#src/content/load-course.ts';
import { nearest } from '#src/content/did-you-mean.ts';
import type { Problem } from '#src/content/problem.ts';
import { numberedItems } from '#src/checks/numbered-items.ts';
import type { Rule } from '#src/checks/rule.ts';

/** The register of ids can be trusted, and every lesson and question is in it. */
export const registered: Rule = {
  id: 'ids/register',
  *check({ course, register, registerFlaw, lineOf }) {
    if (registerFlaw !== undefined) {
      yield {
        ...at(REGISTER_FILE, 1),
        message: registerFlaw,
        hint: 'Bring it back from version control, then run `npm run check -- --fix`.',
      };
      return;
    }
    const lessonsGone = gone(register?.lessons, course.lessons);
    for (const lesson of course.lessons) {
      const { id, number, folder } = lesson;
      if (number === 0) {
        yield { ...at(`${folder}/index.md`, 1), ...missing(`Lesson “${id}”`, id, lessonsGone) };
      }
      const items = [...numberedItems(lesson)];
      const itemsGone = gone(
        register?.lessons[id]?.questions,
        items.map(({ item }) => item),
      );
      for (const { item, what, file, path } of items) {
        if (item.number > 0) continue;
        const words = missing(`${what} “${item.id}”`, item.id, itemsGone, `${id}/`);
        yield { ...at(file, lineOf(file, [...path, 'id'])), ...words };
      }
    }
  },
  examples: {
    good: [
      { name: 'everything is registered', files: {} },
      {
        name: 'a removed lesson keeps its number in the register',
        files: { '02-more-boxes/index.md': null, '02-more-boxes/quiz.yaml': null },
      },
    ],
    bad: [
      {
        name: 'a new lesson is not registered',
        files: {
          'ids.json': null,
          '02-more-boxes/index.md': null,
          '02-more-boxes/quiz.yaml': null,
        },
        says: [
          'lessons/01-boxes/index.md:1  error  ids/register\n  Lesson “boxes” has no permanent number yet.\n  Run `npm run check -- --fix` and commit lessons/ids.json.',
          'lessons/01-boxes/quiz.yaml:2  error  ids/register\n  Question “first-question” has no permanent number yet.\n  Run `npm run check -- --fix` and commit lessons/ids.json.',
          'lessons/01-boxes/quiz.yaml:18  error  ids/register\n  Question “second-question” has no permanent number yet.\n  Run `npm run check -- --fix` and commit lessons/ids.json.',
          'lessons/01-boxes/quiz.yaml:29  error  ids/register\n  Question “quick-check” has no permanent number yet.\n  Run `npm run check -- --fix` and commit lessons/ids.json.',
        ],
      },
      {
        name: 'a question came where another went',
        files: { '01-boxes/quiz.yaml': ['id: first-question', 'id: new-question'] },
        says: [
          'lessons/01-boxes/quiz.yaml:2  error  ids/register\n  Question “new-question” has no permanent number yet. Is it “first-question” under another name?\n  If so, run `npm run check -- --rename boxes/first-question new-question`, or learners lose its result; if it is new, `npm run check -- --fix`.',
        ],
      },
      {
        name: 'a number was changed by hand',
        files: { 'ids.json': ['"number": 1', '"number": 7'] },
        says: [
          'lessons/ids.json:1  error  ids/register\n  The register of ids was changed by hand.\n  Bring it back from version control, then run `npm run check -- --fix`.',
        ],
      },
      {
        name: 'a number is used twice',
        files: { 'ids.json': ['"number": 2', '"number": 1'] },
        says: [
          'lessons/ids.json:1  error  ids/register\n  Two lessons in the register of ids have the number 1.\n  Bring it back from version control, then run `npm run check -- --fix`.',
        ],
      },
    ],
  },
};

function at(file: string, line: number): Pick<Problem, 'file' | 'line' | 'severity' | 'rule'> {
  return { file, line, severity: 'error', rule: 'ids/register' };
}

/** Registered ids that the content has no more. */
function gone(
  registered: Readonly<Record<string, unknown>> | undefined,
  present: readonly { readonly id: string }[],
): readonly string[] {
  return Object.keys(registered ?? {}).filter((id) => !present.some((one) => one.id === id));
}

/** An id that came where another went may be the same thing renamed: learners' results hang on it. */
function missing(
  what: string,
  id: string,
  gone: readonly string[],
  prefix = '',
): Pick<Problem, 'message' | 'hint'> {
  const message = `${what} has no permanent number yet.`;
  const hint = 'Run `npm run check -- --fix` and commit lessons/ids.json.';
  const old = nearest(id, gone) ?? (gone.length === 1 ? gone[0] : undefined);
  if (old === undefined) return { message, hint };
  return {
    message: `${message} Is it “${old}” under another name?`,
    hint: `If so, run \`npm run check -- --rename ${prefix}${old} ${id}\`, or learners lose its result; if it is new, \`npm run check -- --fix\`.`,
  };
}
