import { describe, expect, it } from 'vitest';
import { createActor } from 'xstate';
import { ASSESSMENT_DEFAULTS } from '#src/course/assessment.ts';
import { blankProgress, type Progress } from '#src/course/progress.ts';
import type { CourseOutline } from '#src/course/outline.ts';
import type { Credit } from '#src/course/question.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { courseMachine, type CourseEvent } from './course-machine.ts';
import { draftOf } from './drafts.ts';
import { lessonProgress } from './rules.ts';

const AT = Date.UTC(2026, 10, 24, 12);

function open(part: Partial<CourseOutline> = {}, progress: Progress = blankProgress(7)) {
  const outline = courseOutline(
    [lessonOutline(1, { questions: [1] }), lessonOutline(2, { questions: [1], parts: 4 })],
    part,
  );
  const actor = createActor(courseMachine, { input: { outline, passMark: 80, progress } });
  const facts: string[] = [];
  actor.on('*', (fact) => facts.push('lesson' in fact ? `${fact.type} ${fact.lesson}` : fact.type));
  actor.start();
  return {
    facts,
    send: (event: CourseEvent) => actor.send(event),
    get place() {
      return actor.getSnapshot().value;
    },
    get progress() {
      return actor.getSnapshot().context.progress;
    },
  };
}

function answer(lesson: number, credit: Credit): CourseEvent {
  const id = `lesson-${lesson}.question-1`;
  return {
    type: 'question.answer',
    lesson,
    question: 1,
    credit,
    response: { fingerprint: 1, code: [] },
    at: AT,
    interaction: {
      type: 'choice',
      response: ['a'],
      correct: ['a'],
      id,
      attempt: 1,
      objective: id,
      description: 'Which one?',
      credit,
      at: AT,
      latency: 0,
    },
  };
}

describe('the facts of an answer', () => {
  it('tell each milestone once, and the answer last', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.send(answer(1, 4));
    course.send({ type: 'quiz.open', lesson: 2 });
    course.facts.length = 0;
    course.send(answer(2, 4));
    course.send(answer(2, 4));
    expect(course.facts).toEqual([
      'lesson.completed 2',
      'lesson.cleared 2',
      'course.completed',
      'course.passed',
      'question.answered',
      'question.answered',
    ]);
  });

  it('tell that a lesson was cleared when that comes later than its completion', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.send(answer(1, 0));
    course.facts.length = 0;
    course.send(answer(1, 4));
    expect(course.facts).toEqual(['lesson.cleared 1', 'question.answered']);
  });
});

describe('answers', () => {
  it('count only in the lesson that is in view', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.send(answer(2, 4));
    expect(course.progress.lessons.get(2)).toBeUndefined();
  });

  it('count only in a quiz', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 1 });
    course.send(answer(1, 4));
    expect(course.progress.bestScore).toBe(0);
  });
});

describe('an address that is typed in', () => {
  it('does not open a locked lesson or its quiz', () => {
    const course = open({ sequencing: 'linear' });
    course.send({ type: 'lesson.open', lesson: 2 });
    course.send({ type: 'quiz.open', lesson: 2 });
    expect(course.place).toBe('overview');
    expect(course.facts).toEqual([]);
  });

  it('leaves the learner in the lesson at hand', () => {
    const course = open({ sequencing: 'linear' });
    course.send({ type: 'lesson.open', lesson: 1 });
    course.send({ type: 'lesson.open', lesson: 2 });
    expect(course.progress.bookmark).toMatchObject({ place: 'lesson', lesson: 1 });
  });
});

describe('the place in a lesson', () => {
  it('is the part that was reached', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 2 });
    course.send({ type: 'part.reach', part: 3, at: AT });
    expect(course.progress.bookmark).toEqual({ place: 'lesson', lesson: 2, part: 3 });
  });

  it('goes back with the learner, while what was read stays read', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 2 });
    course.send({ type: 'part.reach', part: 3, at: AT });
    course.send({ type: 'part.reach', part: 1, at: AT });
    expect(course.progress.bookmark).toMatchObject({ part: 1 });
    expect(lessonProgress(course.progress, 2).partsRead).toBe(3);
  });

  it('is the last part read where the learner comes back from another lesson', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 2 });
    course.send({ type: 'part.reach', part: 3, at: AT });
    course.send({ type: 'lesson.open', lesson: 1 });
    course.send({ type: 'lesson.open', lesson: 2 });
    expect(course.progress.bookmark).toMatchObject({ lesson: 2, part: 3 });
  });

  it('is the beginning where the lesson was read to its end', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 2 });
    course.send({ type: 'part.reach', part: 4, at: AT });
    course.send({ type: 'lesson.open', lesson: 1 });
    course.send({ type: 'lesson.open', lesson: 2 });
    expect(course.progress.bookmark).toMatchObject({ lesson: 2, part: 1 });
  });

  it('is kept while the learner looks at the overview', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 2 });
    course.send({ type: 'part.reach', part: 3, at: AT });
    course.send({ type: 'overview.open' });
    course.send({ type: 'lesson.open', lesson: 2 });
    expect(course.progress.bookmark).toEqual({ place: 'lesson', lesson: 2, part: 3 });
  });
});

describe('a retake', () => {
  it('keeps the best result while everything is asked again', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.send(answer(1, 4));
    course.send({ type: 'quiz.retake', scope: 'all' });
    expect(course.progress.bookmark).toMatchObject({ round: 2, question: 1, answered: [] });
    course.send(answer(1, 0));
    expect(course.progress).toMatchObject({ bestScore: 50 });
    expect(lessonProgress(course.progress, 1).state).toBe('cleared');
  });

  it('is possible in a quiz only', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 1 });
    course.send({ type: 'quiz.retake', scope: 'all' });
    expect(course.progress.bookmark?.place).toBe('lesson');
  });
});

describe('a draft', () => {
  const place = { lesson: 1, question: 1 };
  const draft = { ...place, response: { fingerprint: 1, code: [3] } };

  it.each<{ readonly look: string; readonly events: readonly CourseEvent[] }>([
    { look: 'the lesson', events: [{ type: 'lesson.open', lesson: 1 }] },
    { look: 'the overview', events: [{ type: 'overview.open' }] },
    { look: 'another lesson', events: [{ type: 'lesson.open', lesson: 2 }] },
    { look: 'another quiz', events: [{ type: 'quiz.open', lesson: 2 }] },
    {
      look: 'a part further on',
      events: [
        { type: 'lesson.open', lesson: 1 },
        { type: 'part.reach', part: 2, at: AT },
      ],
    },
  ])('survives a look at $look', ({ events }) => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.send({ type: 'draft.change', ...draft });
    for (const event of [...events, { type: 'quiz.open', lesson: 1 } as const]) course.send(event);
    expect(draftOf(course.progress, place)).toEqual(draft.response);
    expect(course.progress.bookmark).toMatchObject({ place: 'quiz', lesson: 1, question: 1 });
  });

  it('of a check survives as well', () => {
    const course = open();
    course.send({ type: 'lesson.open', lesson: 1 });
    course.send({ type: 'draft.change', ...draft });
    course.send({ type: 'overview.open' });
    expect(draftOf(course.progress, place)).toEqual(draft.response);
  });

  it('ends with the answer', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.send({ type: 'draft.change', ...draft });
    course.send(answer(1, 4));
    expect(draftOf(course.progress, place)).toBeUndefined();
  });

  it('is told as a draft, not as a place', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.facts.length = 0;
    course.send({ type: 'draft.change', ...draft });
    expect(course.facts).toEqual(['draft.changed']);
  });

  it('is kept of the lesson in view only', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 2 });
    course.send({ type: 'draft.change', ...draft });
    expect(course.progress.drafts).toBeUndefined();
  });
});

describe('a round', () => {
  it('that is left for the lesson goes on where it was left', () => {
    const course = open();
    course.send({ type: 'quiz.open', lesson: 1 });
    course.send(answer(1, 4));
    course.send({ type: 'quiz.retake', scope: 'all' });
    course.send({ type: 'lesson.open', lesson: 1 });
    course.send({ type: 'quiz.open', lesson: 1 });
    expect(course.progress.bookmark).toMatchObject({ round: 2, question: 1, answered: [] });
  });
});

describe('an open sitting of the final assessment', () => {
  const cleared = { partsRead: 2, state: 'cleared' as const, questions: new Map() };
  const lessons = [
    lessonOutline(1, { questions: [1], labs: [{ id: 'desk', number: 7 }] }),
    lessonOutline(2, { questions: [1], parts: 4 }),
  ];
  const settings = { ...ASSESSMENT_DEFAULTS, questions: 2, deciding: 0, moduleMark: 0 };
  const items = [1, 2].map((lesson) => ({ lesson, question: 1 }));

  function begin() {
    const course = open(
      { lessons, assessment: settings },
      {
        ...blankProgress(7),
        lessons: new Map([
          [1, cleared],
          [2, cleared],
        ]),
      },
    );
    course.send({ type: 'assessment.open' });
    course.send({ type: 'assessment.begin', items, reserve: [], at: AT });
    return course;
  }

  function hand(course: ReturnType<typeof begin>, item: number, credit: Credit): void {
    const { interaction } = answer(1, credit) as Extract<CourseEvent, { type: 'question.answer' }>;
    course.send({
      type: 'assessment.answer',
      item,
      credit,
      interaction,
      response: { fingerprint: 1, code: [credit] },
      part: 2,
      at: AT,
    });
  }

  it('closes quizzes and labs, also for a typed-in address', () => {
    const course = begin();
    course.send({ type: 'quiz.open', lesson: 1 });
    expect(course.place).toBe('assessment');
    course.send({ type: 'lab.open', lesson: 1, lab: 7 });
    expect(course.place).toBe('assessment');
  });

  it('takes no answer and no draft to a check, while the text can be read', () => {
    const course = begin();
    course.send({ type: 'lesson.open', lesson: 1 });
    expect(course.place).toBe('lesson');
    const response = { fingerprint: 1, code: [] };
    course.send({ type: 'check.answer', lesson: 1, question: 5, credit: 4, response, at: AT });
    course.send({ type: 'draft.change', lesson: 1, question: 5, response });
    expect(lessonProgress(course.progress, 1).questions.size).toBe(0);
    expect(course.progress.drafts).toBeUndefined();
  });

  it('waits where it was left, with the quizzes still closed after a relaunch', () => {
    const course = begin();
    hand(course, 0, 4);
    course.send({ type: 'overview.open' });
    const again = open({ lessons, assessment: settings }, course.progress);
    again.send({ type: 'quiz.open', lesson: 2 });
    expect(again.place).toBe('overview');
    again.send({ type: 'assessment.open' });
    expect(again.progress.assessment?.sitting.items.map(({ credit }) => credit)).toEqual([
      4,
      undefined,
    ]);
  });

  it('opens the quizzes again when it is finished', () => {
    const course = begin();
    hand(course, 0, 4);
    hand(course, 1, 0);
    course.send({ type: 'quiz.open', lesson: 1 });
    expect(course.place).toBe('quiz');
  });

  it('tells completion and pass when it was passed, and neither when it failed', () => {
    const failed = begin();
    hand(failed, 0, 4);
    hand(failed, 1, 0);
    expect(failed.facts).not.toContain('course.completed');
    const passed = begin();
    hand(passed, 0, 4);
    hand(passed, 1, 4);
    expect(passed.facts).toContain('course.completed');
    expect(passed.facts).toContain('course.passed');
  });

  it('that failed lets another begin when its missed parts were read again', () => {
    const course = begin();
    hand(course, 0, 4);
    hand(course, 1, 0);
    const next = { type: 'assessment.begin', items, reserve: [], at: AT } as const;
    course.send({ type: 'assessment.open' });
    course.send(next);
    expect(course.progress.assessment?.sitting.items[0]?.credit).toBe(4);
    course.send({ type: 'lesson.open', lesson: 2 });
    course.send({ type: 'part.reach', part: 2, at: AT });
    course.send({ type: 'assessment.open' });
    course.send(next);
    expect(course.progress.assessment?.sitting.items[0]?.credit).toBeUndefined();
  });
});
