import { describe, expect, it } from 'vitest';
import { formatProblem } from '#src/content/problem.ts';
import { checkCourse, RULES } from './check-course.ts';
import { tinyCourse, TODAY } from './testing/tiny-course.ts';

function problemsOf(files: Parameters<typeof tinyCourse>[0]): string[] {
  return checkCourse(tinyCourse(files), TODAY).problems.map(formatProblem);
}

it('finds nothing wrong with a sound course', () => {
  expect(problemsOf({})).toEqual([]);
});

describe.each(RULES)('$id', ({ examples }) => {
  it.each(examples.good)('lets pass: $name', ({ files }) => {
    expect(problemsOf(files)).toEqual([]);
  });

  it.each(examples.bad)('refuses: $name', ({ files, says }) => {
    expect(problemsOf(files)).toEqual(says);
  });
});
