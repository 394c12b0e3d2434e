import { describe, expect, it } from 'vitest';
import { loadCourse } from '#src/content/load-course.ts';
import { formatProblem } from '#src/content/problem.ts';
import { checkCourse, RULES } from './check-course.ts';
import type { Example, Rule } from './rule.ts';
import { TODAY, tinyCourse } from './testing/tiny-course.ts';

it('finds nothing wrong with a sound course', async () => {
  const { problems } = await checkCourse(tinyCourse(), TODAY);
  expect(problems.map(formatProblem)).toEqual([]);
});

/** What one rule says of the small course with an example's changes. */
async function said(rule: Rule, files: Example['files']): Promise<string[]> {
  const { loaded, problems } = await loadCourse(tinyCourse(files));
  return (loaded ? [...rule.check(loaded, TODAY)] : problems).map(formatProblem);
}

describe.each(RULES)('$id', (rule) => {
  it.each(rule.examples.good)('lets pass: $name', async ({ files }) => {
    expect(await said(rule, files)).toEqual([]);
  });

  it.each(rule.examples.bad)('refuses: $name', async ({ files, says }) => {
    expect(await said(rule, files)).toEqual(says);
  });
});
