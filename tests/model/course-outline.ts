import type { CourseOutline, LessonOutline, Sequencing } from '#src/course/outline.ts';

function lesson(number: number, part: Partial<LessonOutline> = {}): LessonOutline {
  return {
    id: `lesson-${number}`,
    number,
    title: `Lesson ${number}`,
    summary: 'A lesson',
    minutes: 5,
    module: 0,
    parts: 1,
    questions: [1],
    exam: [],
    objectives: [],
    labs: [],
    optional: false,
    prerequisites: [],
    ...part,
  };
}

/** A course small enough to walk every way through it: one lesson has a lab and no quiz, one is optional. */
export function smallCourse(sequencing: Sequencing): CourseOutline {
  return {
    id: 'small-course',
    title: 'Small course',
    shortTitle: 'Small',
    event: 'A test',
    lede: 'A test.',
    language: 'en',
    passMark: 80,
    sequencing,
    modules: [{ id: 'only', title: 'Only', subtitle: 'One' }],
    lessons: [
      lesson(1, { questions: [1, 2] }),
      lesson(2, { questions: [], labs: [{ id: 'desk', number: 7 }], prerequisites: [1] }),
      lesson(3, { optional: true, prerequisites: [2] }),
    ],
  };
}
