import { describe, expect, it } from 'vitest';
import { formatProblem } from '#src/content/problem.ts';
import { checkCourse } from './check-course.ts';
import type { Example } from './rule.ts';
import { tinyCourse, TODAY } from './testing/tiny-course.ts';

const QUIZ = '01-boxes/quiz.yaml';
const TEXT = '01-boxes/index.md';

async function problemsOf(files: Example['files']): Promise<string[]> {
  return (await checkCourse(tinyCourse(files), TODAY)).problems.map(formatProblem);
}

/** The first question with a small “not” and an exception. */
function question(rule: string): Example['files'] {
  const lint = `lint: [{ rule: ${rule}, because: The dock says so }]`;
  return {
    [QUIZ]: ['stem: Which box is held?', `${lint}\n    stem: Which box is not held?`],
  };
}

/** The first text with a word that is no word, and a remark before it. */
function text(remark: string): Example['files'] {
  return { [TEXT]: ['One is red', `${remark}\nA boxx. One is red`] };
}

describe('an exception at a question', () => {
  it('lets the finding stand that it names', async () => {
    expect(await problemsOf(question('quiz/negative-stem'))).toEqual([]);
  });

  it('is a warning itself where it lets nothing stand', async () => {
    expect(await problemsOf(question('quiz/stem-form'))).toEqual([
      'lessons/01-boxes/quiz.yaml:5  warning  quiz/negative-stem\n  Question “first-question”: It asks for the opposite with a small “not”.\n  Ask for what holds, or write NOT or EXCEPT in capitals.',
      'lessons/01-boxes/quiz.yaml:4  warning  lint/unused-exception\n  The exception from quiz/stem-form lets nothing stand.\n  Remove it, or correct the name of the rule and its place.',
    ]);
  });

  it('says nothing of the next question', async () => {
    const lint = 'lint: [{ rule: text/spelling, because: A name }]\n    stem: Which box is held?';
    const files = { [QUIZ]: ['stem: Which box is held?', lint] } as const;
    expect(await problemsOf(files)).toHaveLength(1);
    const slip = 'A boxx. How many boxes are there?';
    const quiz = tinyCourse(files).read(QUIZ)?.replace('How many boxes are there?', slip) ?? '';
    expect(await problemsOf({ [QUIZ]: quiz })).toHaveLength(2);
  });

  it('does not hide what the engine relies on', async () => {
    const lint = 'lint: [{ rule: ids/register, because: Later }]';
    const problems = await problemsOf({
      [QUIZ]: ['id: first-question', `id: new-question\n    ${lint}`],
    });
    expect(problems.map((problem) => problem.split('  ')[2]?.split('\n')[0])).toEqual([
      'ids/register',
      'lint/unused-exception',
    ]);
  });

  it('has a reason', async () => {
    const lint = 'lint: [{ rule: quiz/stem-form }]';
    expect(
      await problemsOf({ [QUIZ]: ['bloom: understand', `bloom: understand\n    ${lint}`] }),
    ).toEqual([
      'lessons/01-boxes/quiz.yaml:7  error  schema/missing-key\n  Exception 1 of question 1 has no “because”.\n  Add `because:`.',
    ]);
  });
});

describe('a remark in a text', () => {
  it.each([
    ['on the line before', '<!-- lint-ok text/spelling: A name -->'],
    ['with an empty line between', '<!-- lint-ok text/spelling: A name -->\n'],
    [
      'before another remark',
      '<!-- lint-ok text/spelling: A name -->\n<!-- A word to colleagues. -->',
    ],
  ])('lets findings of the line stand that it speaks of, %s', async (_where, remark) => {
    expect(await problemsOf(text(remark))).toEqual([]);
  });

  it.each([
    ['names another rule', '<!-- lint-ok text/click-here: A name -->'],
    ['speaks of another line', '<!-- lint-ok text/spelling: A name -->\n\nBoxes are here.\n'],
    ['gives no reason', '<!-- lint-ok text/spelling -->'],
  ])('is a warning itself where it %s', async (_why, remark) => {
    const problems = (await problemsOf(text(remark))).map((problem) => problem.split('\n')[0]);
    expect(problems.toSorted()).toEqual([
      'lessons/01-boxes/index.md:19  warning  lint/unused-exception',
      expect.stringMatching(/^lessons\/01-boxes\/index\.md:2\d {2}warning {2}text\/spelling$/),
    ]);
  });
});
