import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import { createActor, initialTransition, transition, type SnapshotFrom } from 'xstate';
import {
  blankProgress,
  LESSON_STATES,
  type LessonProgress,
  type Progress,
} from '#src/course/progress.ts';
import { decodeProgress, encodeProgress } from '#src/course/progress-codec.ts';
import { SEQUENCINGS, type Sequencing } from '#src/course/outline.ts';
import type { LabRun } from '#src/course/lab.ts';
import type { Credit } from '#src/course/question.ts';
import { courseMachine, type CourseEvent } from '#src/machine/course-machine.ts';
import { canOpenLesson, canOpenResults, courseShare, lessonProgress } from '#src/machine/rules.ts';
import { smallCourse } from './course-outline.ts';

type Snapshot = SnapshotFrom<typeof courseMachine>;

const AT = Date.UTC(2026, 10, 24);

function answer(lesson: number, question: number, credit: Credit) {
  const id = `lesson-${lesson}.question-${question}`;
  return {
    type: 'question.answer' as const,
    lesson,
    question,
    credit,
    response: { fingerprint: 1, code: [credit] },
    at: AT,
    interaction: {
      type: 'choice' as const,
      response: ['a'],
      correct: ['a'],
      id,
      attempt: 1,
      objective: id,
      description: '',
      credit,
      at: AT,
      latency: 0,
    },
  };
}

function run(decisions: readonly number[]): LabRun {
  return { lesson: 2, lab: 7, run: 1, fingerprint: 1, decisions };
}

function finishedLab(credit: Credit): CourseEvent {
  return { ...answer(2, 7, credit), type: 'lab.finish', response: undefined, run: run([1, 2]) };
}

const EVENTS: readonly CourseEvent[] = [
  { type: 'overview.open' },
  { type: 'results.open' },
  ...[1, 2, 3, 9].flatMap((lesson): CourseEvent[] => [
    { type: 'lesson.open', lesson },
    { type: 'quiz.open', lesson },
  ]),
  { type: 'part.reach', part: 1, at: AT },
  { type: 'quiz.retake', scope: 'all' },
  { type: 'quiz.retake', scope: 'missed' },
  answer(1, 1, 0),
  answer(1, 1, 4),
  answer(3, 1, 2),
  answer(1, 2, 4),
  { type: 'lab.open', lesson: 2, lab: 7 },
  { type: 'lab.open', lesson: 1, lab: 7 },
  { type: 'lab.move', run: run([1]) },
  finishedLab(4),
  { type: 'quiz.move', question: 2, answered: [1] },
  { type: 'draft.change', lesson: 1, question: 2, response: { fingerprint: 1, code: [3] } },
];

function input(sequencing: Sequencing) {
  const outline = smallCourse(sequencing);
  return { outline, passMark: outline.passMark, progress: blankProgress(7) };
}

/** Types of the facts that a step emits. */
function factTypes(
  actions: readonly { readonly type: string; readonly params?: unknown }[],
): string[] {
  return actions.flatMap(({ type, params }) =>
    type === 'xstate.emit' ? [(params as { event: { type: string } }).event.type] : [],
  );
}

/** What was reached in `before` and is less in `after`. */
function losses(before: Progress, after: Progress): string[] {
  const lost: [boolean, string][] = [
    [after.bestScore < before.bestScore, 'score'],
    [before.completed && !after.completed, 'completion'],
    [before.passed && !after.passed, 'pass'],
  ];
  for (const [number, lesson] of before.lessons) {
    const now = lessonProgress(after, number);
    lost.push([now.partsRead < lesson.partsRead, `parts of lesson ${number}`]);
    lost.push([rank(now) < rank(lesson), `state of lesson ${number}`]);
    for (const [question, { credit, attempts }] of lesson.questions) {
      const result = now.questions.get(question);
      lost.push([!result || result.credit < credit, `credit of ${number}/${question}`]);
      lost.push([!result || result.attempts < attempts, `attempts at ${number}/${question}`]);
    }
  }
  return lost.flatMap(([is, what]) => (is ? [what] : []));
}

function rank({ state }: LessonProgress): number {
  return LESSON_STATES.indexOf(state);
}

/** Places that the learner has come to against the rules. */
function trespasses(before: Snapshot, after: Snapshot): string[] {
  const { rules, progress } = before.context;
  const { lesson } = after.context;
  if (before.value === after.value && before.context.lesson === lesson) return [];
  const outline = rules.outline.lessons.find(({ number }) => number === lesson);
  const found: [boolean, string][] = [
    [after.value === 'results' && !canOpenResults(rules, progress), 'results'],
    [lesson !== 0 && !canOpenLesson(rules, progress, lesson), `lesson ${lesson}`],
    [after.value === 'lab' && !outline?.labs.length, `lab of lesson ${lesson}`],
    [after.value === 'quiz' && !outline?.questions.length, `quiz of lesson ${lesson}`],
  ];
  return found.flatMap(([is, what]) => (is ? [what] : []));
}

describe.each(SEQUENCINGS)('every way through a course with %s sequencing', (sequencing) => {
  const paths = getShortestPaths(courseMachine, {
    input: input(sequencing),
    events: [...EVENTS],
    limit: 3_000_000,
    // Attempts count up without end; what was learned does not depend on them.
    serializeState: (snapshot) => {
      const { context, value } = snapshot;
      const { lessons, bestScore, completed, passed } = context.progress;
      return JSON.stringify([
        value,
        context.lesson,
        bestScore,
        completed,
        passed,
        [...lessons]
          .map(([number, one]) => [
            number,
            one.partsRead,
            one.state,
            [...one.questions].map(([id, { credit }]) => [id, credit]).sort(),
          ])
          .sort(),
      ]);
    },
  });

  it('was generated, and reaches a passed course', () => {
    expect(paths.length).toBeGreaterThan(100);
    expect(paths.some(({ state }) => state.context.progress.passed)).toBe(true);
  });

  it('never loses progress, and never enters what is locked', () => {
    const violations = paths.flatMap(({ state }) =>
      EVENTS.flatMap((event) => {
        const before = state;
        const [after] = transition(courseMachine, before, event);
        return [
          ...losses(before.context.progress, after.context.progress),
          ...trespasses(before, after),
        ].map((what) => `${event.type}: ${what}`);
      }),
    );
    expect(violations).toEqual([]);
  });

  it('counts a share between 0 and 1 that is whole exactly when the course is completed', () => {
    const wrong = paths.filter(({ state }) => {
      const { rules, progress } = state.context;
      const share = courseShare(rules, progress);
      return share < 0 || share > 1 || (share === 1) !== progress.completed;
    });
    expect(wrong).toEqual([]);
  });
});

describe('any walk through the course', () => {
  it('can be broken off anywhere, saved, and taken up with nothing lost', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEQUENCINGS),
        fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }),
        (sequencing, events) => {
          const actor = createActor(courseMachine, { input: input(sequencing) }).start();
          for (const event of events) actor.send(event);
          const { progress } = actor.getSnapshot().context;
          const read = decodeProgress(encodeProgress(progress));
          if (!read.ok) throw new Error(read.reason);
          expect(read.progress).toEqual(progress);
        },
      ),
    );
  });

  it('tells what is to be tracked as facts, answers before anything else is asked', () => {
    const [start] = initialTransition(courseMachine, input('free'));
    const [quiz] = transition(courseMachine, start, { type: 'quiz.open', lesson: 1 });
    const [, actions] = transition(courseMachine, quiz, answer(1, 1, 4));
    expect(factTypes(actions)).toEqual(['question.answered']);
  });
});
