import { expect, it } from 'vitest';
import { checkCourse } from '#src/checks/check-course.ts';
import { tinyCourse, TODAY } from '#src/checks/testing/tiny-course.ts';
import { formatProblem } from '#src/content/problem.ts';
import { claimsTemplate, lessonTemplate, quizTemplate } from './lesson-template.ts';

/** A course in which everything is defined that the template names. */
const files = {
  'course.yaml': [
    '  - id: only',
    '  - id: panels\n    title: Panels\n    subtitle: All\n  - id: only',
  ],
  'glossary.yaml':
    'box:\n  term: Box\n  definition: A container.\ncbp:\n  term: CBP\n  definition: The customs.\n',
  '07-single-window/index.md': lessonTemplate('single-window'),
  '07-single-window/claims.yaml': claimsTemplate(),
  '07-single-window/quiz.yaml': quizTemplate(),
} as const;

/** What is left to do in a new lesson. */
const TO_DO = ['ids/register', 'text/placeholder'];

it('writes a new lesson in which nothing is wrong but its words, and that it has no numbers yet', async () => {
  const { problems } = await checkCourse(tinyCourse(files), TODAY);
  const wrong = problems.filter(({ rule }) => !TO_DO.includes(rule));
  expect(wrong.map(formatProblem)).toEqual([]);
});

it('lets no text of the template go out', async () => {
  const { problems } = await checkCourse(tinyCourse(files), TODAY);
  const left = problems.filter(({ rule }) => rule === 'text/placeholder');
  expect(new Set(left.map(({ message }) => message)).size).toBe(18);
});

it('titles a new lesson by the name of its folder', () => {
  expect(lessonTemplate('single-window')).toContain('\ntitle: Single window\n');
});
