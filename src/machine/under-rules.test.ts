import { describe, expect, it } from 'vitest';
import { blankProgress, type Progress } from '#src/course/progress.ts';
import { underRules, type CourseRules } from './rules.ts';

const lesson = {
  id: 'one',
  number: 1,
  title: 'One',
  summary: 'One',
  minutes: 5,
  module: 0,
  parts: 1,
  questions: [1],
  optional: false,
  exam: [],
  objectives: [],
  labs: [],
  prerequisites: [],
};

function rules(passMark: number): CourseRules {
  return {
    passMark,
    outline: {
      id: 'course',
      title: 'Course',
      shortTitle: 'Course',
      event: 'A test',
      lede: 'A test.',
      language: 'en',
      passMark,
      sequencing: 'free',
      modules: [],
      lessons: [lesson],
    },
  };
}

const halfRight: Progress = {
  ...blankProgress(1),
  bestScore: 50,
  completed: true,
  lessons: new Map([
    [
      1,
      { partsRead: 1, state: 'completed', questions: new Map([[1, { credit: 2, attempts: 1 }]]) },
    ],
  ]),
};

describe('progress taken up under other rules', () => {
  it('passes when the pass mark was lowered to what was reached', () => {
    const now = underRules(rules(50), halfRight);
    expect(now.passed).toBe(true);
    expect(now.lessons.get(1)).toMatchObject({ state: 'cleared', clearedOn: undefined });
  });

  it('completes when a release removed the last open lesson', () => {
    expect(underRules(rules(80), { ...halfRight, completed: false }).completed).toBe(true);
  });

  it('leaves a course that nobody began as it is', () => {
    expect(underRules(rules(80), blankProgress(3))).toEqual(blankProgress(3));
  });
});
