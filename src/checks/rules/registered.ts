import { REGISTER_FILE } from '#src/content/load-course.ts';
import type { Problem } from '#src/content/problem.ts';
import { numberedItems } from '#src/checks/numbered-items.ts';
import type { Rule } from '#src/checks/rule.ts';

/** The register of ids can be trusted, and every lesson and question is in it. */
export const registered: Rule = {
  id: 'ids/register',
  *check({ course, registerFlaw, lineOf }) {
    if (registerFlaw !== undefined) {
      yield {
        ...at(REGISTER_FILE, 1),
        message: registerFlaw,
        hint: 'Bring it back from version control, then run `npm run check -- --fix`.',
      };
      return;
    }
    for (const lesson of course.lessons) {
      const { id, number, folder } = lesson;
      if (number === 0) yield { ...at(`${folder}/index.md`, 1), ...missing(`Lesson “${id}”`) };
      for (const { item, what, file, path } of numberedItems(lesson)) {
        if (item.number > 0) continue;
        yield { ...at(file, lineOf(file, [...path, 'id'])), ...missing(`${what} “${item.id}”`) };
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
        name: 'a new question is not registered',
        files: { '01-boxes/quiz.yaml': ['id: first-question', 'id: new-question'] },
        says: [
          'lessons/01-boxes/quiz.yaml:2  error  ids/register\n  Question “new-question” has no permanent number yet.\n  Run `npm run check -- --fix` and commit lessons/ids.json.',
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

function missing(what: string): Pick<Problem, 'message' | 'hint'> {
  return {
    message: `${what} has no permanent number yet.`,
    hint: 'Run `npm run check -- --fix` and commit lessons/ids.json.',
  };
}
