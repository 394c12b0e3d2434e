import { expect, it } from 'vitest';
import { blankProgress } from '#src/course/progress.ts';
import { courseOutline, lessonOutline } from '../../../tests/fixtures/outlines.ts';
import { describeProgress } from './describe-progress.ts';

const OUTLINE = courseOutline([lessonOutline(1), lessonOutline(2)]);

it('tells lesson by lesson what was done, and where the learner is', () => {
  const text = describeProgress(
    {
      ...blankProgress(1),
      bestScore: 50,
      bookmark: { place: 'lesson', lesson: 2, part: 1 },
      lessons: new Map([
        [
          1,
          {
            partsRead: 2,
            state: 'completed',
            questions: new Map([
              [1, { credit: 4, attempts: 1 }],
              [2, { credit: 0, attempts: 2 }],
            ]),
          },
        ],
      ]),
    },
    OUTLINE,
  );
  expect(text.split('\n')).toEqual([
    'Test course',
    'not completed, not passed, best score 50',
    'place: lesson of Lesson 2',
    'final assessment: not begun',
    '',
    'completed 2 of 2 parts, 2 answered, 1 in full  Lesson 1',
    'open      0 of 2 parts, 0 answered, 0 in full  Lesson 2',
  ]);
});

it('names what a release has removed by its permanent number', () => {
  const lessons = new Map([[9, { partsRead: 1, state: 'open' as const, questions: new Map() }]]);
  expect(describeProgress({ ...blankProgress(1), lessons }, OUTLINE)).toContain(
    'lesson no. 9 of the register: no longer in this course',
  );
});
