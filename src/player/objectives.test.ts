import { expect, it } from 'vitest';
import { blankProgress, type LessonProgress } from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { objectiveReports } from './objectives.ts';

const outline = courseOutline([
  lessonOutline(1, {
    questions: [1, 2, 3],
    labs: [{ id: 'desk', number: 4 }],
    objectives: [
      { id: 'hold', questions: [1, 2] },
      { id: 'report', questions: [3, 4] },
    ],
  }),
  lessonOutline(2),
]);

function reportsOf(state: LessonProgress['state'], credits: Readonly<Record<number, Credit>>) {
  const questions = new Map(
    Object.entries(credits).map(([number, credit]) => [Number(number), { credit, attempts: 1 }]),
  );
  const lessons = new Map([[1, { partsRead: 1, state, questions }]]);
  return objectiveReports({ outline, passMark: 80 }, { ...blankProgress(7), lessons });
}

it('tells nothing of what was not begun', () => {
  expect(objectiveReports({ outline, passMark: 80 }, blankProgress(7))).toEqual([]);
  expect(reportsOf('open', {})).toEqual([
    { id: 'lesson-1', name: 'Lesson 1', score: undefined, status: 'begun' },
  ]);
});

it('tells of an objective what its questions and labs came to', () => {
  expect(reportsOf('completed', { 1: 4, 2: 4, 3: 0, 4: 2 })).toEqual([
    { id: 'lesson-1', name: 'Lesson 1', score: 62, status: 'completed' },
    { id: 'lesson-1.hold', score: 100, status: 'passed' },
    { id: 'lesson-1.report', score: 25, status: 'completed' },
  ]);
});

it('counts what was not answered as nothing yet', () => {
  expect(reportsOf('open', { 1: 4 })).toEqual([
    { id: 'lesson-1', name: 'Lesson 1', score: 25, status: 'begun' },
    { id: 'lesson-1.hold', score: 50, status: 'begun' },
  ]);
});
