import { expect, it } from 'vitest';
import { checkCourse } from '#src/checks/check-course.ts';
import { memoryReader } from '#src/content/reader.ts';
import { formatProblem } from '#src/content/problem.ts';
import { syntheticCourse } from './synthetic-course.ts';

it('measures a course in which the checks find nothing', async () => {
  const files = Object.fromEntries(syntheticCourse({ lessons: 30, questions: 10 }));
  expect(
    (await checkCourse(memoryReader(files), '2026-11-25')).problems.map(formatProblem),
  ).toEqual([]);
});
