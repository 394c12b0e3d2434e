import { beforeEach, describe, expect, it } from 'vitest';
import type { LessonContent } from '#src/course/course.ts';
import type { CourseOutline } from '#src/course/outline.ts';
import { openRound, OUTCOME } from '#src/machine/rounds.ts';
import { lessonProgress } from '#src/machine/rules.ts';
import { example as numeric } from '#src/questions/numeric/example.ts';
import { type Question } from '#src/questions/registry.ts';
import { example as singleChoice } from '#src/questions/single-choice/example.ts';
import { FakePage } from '../../tests/fixtures/fake-page.ts';
import { connected, FakeTracker } from '../../tests/fixtures/fake-tracker.ts';
import { courseOutline, lessonOutline } from '../../tests/fixtures/outlines.ts';
import { conductCheck, conductRound, type LiveQuiz } from './conduct.ts';
import { AFTER_FRAME } from './pace.ts';
import { Session } from './session.svelte.ts';

const LESSON = lessonOutline(1, { questions: [singleChoice.number, numeric.number] });
const CHECK = { ...singleChoice, id: 'quick-check', number: 9 };
const CONTENT: LessonContent<Question> = {
  id: LESSON.id,
  speaker: 'A docker',
  reviewed: '2026-11-24',
  parts: ['One', 'Two'],
  objectives: [],
  questions: [singleChoice, numeric],
  checks: [CHECK],
  labs: [],
  sources: [],
  terms: {},
};

let page: FakePage;
let tracker: FakeTracker;
let session: Session;

/** A session on the page, whose record raises no question. */
function started(outline: CourseOutline, tracker: FakeTracker): Promise<Session> {
  return Session.start({
    outline,
    tracker,
    window: page.window,
    ask: () => Promise.resolve('afresh'),
    line: () => Promise.resolve('up'),
  });
}

beforeEach(async () => {
  page = new FakePage();
  tracker = new FakeTracker();
  const outline = courseOutline([LESSON]);
  session = await started(outline, tracker);
});

/** The course as it opens again from the record that was saved last. */
function relaunched(): Promise<Session> {
  const record = tracker.saves.at(-1)?.record ?? '';
  const again = new FakeTracker(connected({ record }));
  return started(courseOutline([LESSON]), again);
}

/** The round that the quiz screen would open. */
function round(): LiveQuiz {
  session.send({ type: 'quiz.open', lesson: LESSON.number });
  return conductRound(session, LESSON, CONTENT, openRound(LESSON, session.progress));
}

function answer({ actor }: LiveQuiz, response: number | string): void {
  actor.send({ type: 'response.change', response });
  actor.send({ type: 'answer.submit', at: Date.now() });
}

describe('a round of a quiz', () => {
  it('saves each answer exactly once, when its feedback is on the screen', () => {
    const quiz = round();
    answer(quiz, 0);
    page.pass(AFTER_FRAME);
    expect(tracker.saves).toHaveLength(1);
    quiz.actor.send({ type: 'question.next', at: Date.now() });
    answer(quiz, '83');
    page.pass(AFTER_FRAME);
    expect(tracker.saves.map(({ interactions }) => interactions.map(({ id }) => id))).toEqual([
      ['lesson-1.seal-mismatch'],
      ['lesson-1.wait-cut'],
    ]);
  });

  it('keeps its place in the session', () => {
    const quiz = round();
    answer(quiz, 0);
    quiz.actor.send({ type: 'question.next', at: Date.now() });
    expect(session.progress.bookmark).toMatchObject({
      place: 'quiz',
      question: numeric.number,
      answered: [singleChoice.number],
    });
  });

  it('can be left in the middle of an answer, and taken up there', () => {
    round().actor.send({ type: 'response.change', response: 2 });
    expect(round().snapshot.context.response).toBe(2);
  });

  it('can be left for the lesson in the middle of an answer, and taken up after a relaunch', async () => {
    round().actor.send({ type: 'response.change', response: 2 });
    session.send({ type: 'lesson.open', lesson: LESSON.number });
    session.send({ type: 'part.reach', part: 2, at: Date.now() });
    page.hide();
    session = await relaunched();
    expect(round().snapshot.context.response).toBe(2);
  });

  it('can be left in review, and taken up there', () => {
    answer(round(), 1);
    const quiz = round();
    expect(quiz.snapshot.hasTag('review')).toBe(true);
    expect(quiz.snapshot.context.response).toBe(1);
  });

  it('completes its lesson with the last answer', () => {
    const quiz = round();
    answer(quiz, 1);
    quiz.actor.send({ type: 'question.next', at: Date.now() });
    answer(quiz, '83');
    quiz.actor.send({ type: 'question.next', at: Date.now() });
    expect(lessonProgress(session.progress, LESSON.number).state).toBe('cleared');
    expect(session.progress.bookmark).toMatchObject({ question: OUTCOME });
  });
});

describe('a check inside a lesson', () => {
  beforeEach(() => session.send({ type: 'lesson.open', lesson: LESSON.number }));

  it('is remembered, and scores nothing', () => {
    answer(conductCheck(session, LESSON, CHECK), 1);
    expect(lessonProgress(session.progress, LESSON.number).questions.get(9)?.credit).toBe(4);
    expect(session.progress.bestScore).toBe(0);
  });

  it('is no interaction', () => {
    answer(conductCheck(session, LESSON, CHECK), 1);
    page.hide();
    expect(tracker.saves.map(({ interactions }) => interactions)).toEqual([[]]);
  });

  it('comes back in review', () => {
    answer(conductCheck(session, LESSON, CHECK), 0);
    const again = conductCheck(session, LESSON, CHECK);
    expect(again.snapshot.hasTag('review')).toBe(true);
    expect(again.snapshot.can({ type: 'answer.retry', at: 0 })).toBe(true);
  });

  it('does not move the place of the learner', () => {
    const before = session.progress.bookmark;
    conductCheck(session, LESSON, CHECK).actor.send({ type: 'response.change', response: 0 });
    expect(session.progress.bookmark).toEqual(before);
  });

  it('comes back with the answer that was begun', () => {
    conductCheck(session, LESSON, CHECK).actor.send({ type: 'response.change', response: 2 });
    session.send({ type: 'overview.open' });
    session.send({ type: 'lesson.open', lesson: LESSON.number });
    const again = conductCheck(session, LESSON, CHECK);
    expect(again.snapshot.hasTag('review')).toBe(false);
    expect(again.snapshot.context.response).toBe(2);
  });
});
