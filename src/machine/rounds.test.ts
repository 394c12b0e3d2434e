import { describe, expect, it } from 'vitest';
import {
  blankProgress,
  KEPT_ASIDE,
  type Bookmark,
  type Progress,
  type Round,
} from '#src/course/progress.ts';
import type { Credit } from '#src/course/question.ts';
import { lessonOutline } from '../../tests/fixtures/outlines.ts';
import { movedTo, newRound, openRound, OUTCOME } from './rounds.ts';

const LESSON = lessonOutline(4, { questions: [3, 1, 2] });

/** Progress in lesson 4: question number → credit and attempts. */
function progressWith(
  results: Readonly<Record<number, readonly [credit: Credit, attempts: number]>>,
  bookmark?: Bookmark,
): Progress {
  const questions = new Map(
    Object.entries(results).map(([number, [credit, attempts]]) => [
      Number(number),
      { credit, attempts },
    ]),
  );
  const lesson = { partsRead: 0, state: 'open' as const, questions };
  return { ...blankProgress(7), lessons: new Map([[4, lesson]]), bookmark };
}

describe('the first round', () => {
  it('begins at the first question, in authored order', () => {
    expect(openRound(LESSON, blankProgress(7))).toEqual({
      place: 'quiz',
      lesson: 4,
      round: 1,
      question: 3,
      answered: [],
    });
  });

  it('continues at the first unanswered question', () => {
    const round = openRound(LESSON, progressWith({ 3: [0, 1] }));
    expect(round).toMatchObject({ question: 1, answered: [3] });
  });

  it('continues there also after the learner went to another lesson', () => {
    const bookmark: Bookmark = { place: 'lesson', lesson: 9, part: 2 };
    expect(openRound(LESSON, progressWith({ 3: [4, 1], 1: [4, 1] }, bookmark)).question).toBe(2);
  });

  it('leads to the outcome when everything was answered', () => {
    const round = openRound(LESSON, progressWith({ 3: [4, 1], 1: [0, 1], 2: [4, 1] }));
    expect(round.question).toBe(OUTCOME);
  });

  it('asks only what a release has added since', () => {
    const longer = lessonOutline(4, { questions: [3, 1, 5, 2] });
    const round = openRound(longer, progressWith({ 3: [4, 1], 1: [0, 1], 2: [4, 1] }));
    expect(round).toMatchObject({ question: 5, answered: [3, 1, 2] });
  });
});

describe('the round under way', () => {
  const bookmark: Round = { place: 'quiz', lesson: 4, round: 2, question: 1, answered: [3] };

  it('resumes at its question', () => {
    expect(openRound(LESSON, progressWith({ 3: [4, 2], 1: [4, 1], 2: [4, 1] }, bookmark))).toEqual(
      bookmark,
    );
  });

  it('resumes at an answered question that is in review', () => {
    const inReview: Bookmark = { ...bookmark, answered: [3, 1] };
    expect(openRound(LESSON, progressWith({}, inReview)).question).toBe(1);
  });

  it('goes on with the next open question when a release removed the one in view', () => {
    const shorter = lessonOutline(4, { questions: [3, 2] });
    const round = openRound(shorter, progressWith({}, bookmark));
    expect(round).toMatchObject({ round: 2, question: 2, answered: [3] });
  });

  it('forgets answers to questions that a release removed', () => {
    const shorter = lessonOutline(4, { questions: [1, 2] });
    expect(openRound(shorter, progressWith({}, bookmark)).answered).toEqual([]);
  });

  it('asks what a release added, also when it had come to its outcome', () => {
    const longer = lessonOutline(4, { questions: [3, 1, 2, 8] });
    const atOutcome: Bookmark = { ...bookmark, question: OUTCOME, answered: [3, 1, 2] };
    expect(openRound(longer, progressWith({}, atOutcome)).question).toBe(8);
  });

  it('stays at its outcome when it had come there', () => {
    const atOutcome: Bookmark = { ...bookmark, question: OUTCOME, answered: [3, 1, 2] };
    expect(openRound(LESSON, progressWith({}, atOutcome)).question).toBe(OUTCOME);
  });

  it('of another lesson is not resumed here', () => {
    const elsewhere: Bookmark = { ...bookmark, lesson: 5 };
    expect(openRound(LESSON, progressWith({}, elsewhere))).toMatchObject({
      lesson: 4,
      question: 3,
      answered: [],
    });
  });
});

describe('a new round', () => {
  const progress = progressWith({ 3: [4, 1], 1: [3, 2], 2: [0, 1] });

  it('over all asks every question again', () => {
    expect(newRound(LESSON, progress, 'all')).toMatchObject({ question: 3, answered: [] });
  });

  it('over the missed asks those without full credit, partial credit included', () => {
    expect(newRound(LESSON, progress, 'missed')).toMatchObject({ question: 1, answered: [3] });
  });

  it('over the missed asks what was never answered', () => {
    expect(newRound(LESSON, progressWith({ 3: [4, 1] }), 'missed').question).toBe(1);
  });

  it('over the missed leads to the outcome where nothing was missed', () => {
    const perfect = progressWith({ 3: [4, 1], 1: [4, 1], 2: [4, 3] });
    expect(newRound(LESSON, perfect, 'missed').question).toBe(OUTCOME);
  });

  it('has a higher number than any before, so that questions are shuffled anew', () => {
    expect(newRound(LESSON, progress, 'all').round).toBe(3);
  });
});

describe('a further round', () => {
  it('has another number than the round in view, so that it is asked anew', () => {
    const inView = {
      place: 'quiz',
      lesson: 4,
      round: 2,
      question: OUTCOME,
      answered: [3, 1, 2],
    } as const;
    const progress = progressWith({ 3: [4, 1], 1: [0, 1], 2: [4, 1] }, inView);
    expect(newRound(LESSON, progress, 'missed').round).toBe(3);
  });
});

describe('a round that is left', () => {
  const round = (lesson: number, question = 1): Round => ({
    place: 'quiz',
    lesson,
    round: 2,
    question,
    answered: [3],
  });
  const ELSEWHERE: Bookmark = { place: 'lesson', lesson: 4, part: 2 };
  const inQuiz = progressWith({ 3: [4, 2], 1: [4, 1], 2: [4, 1] }, round(4));

  it('is taken up where it was left, whatever the learner looked at meanwhile', () => {
    const away = movedTo(movedTo(inQuiz, ELSEWHERE), { place: 'lab', lesson: 9, lab: 1 });
    expect(openRound(LESSON, away)).toEqual(round(4));
  });

  it('is in one place only: in view or set aside', () => {
    const back = movedTo(movedTo(inQuiz, ELSEWHERE), round(4));
    expect(back.rounds).toBeUndefined();
    expect(movedTo(back, ELSEWHERE).rounds).toEqual([round(4)]);
  });

  it('is set aside beside those of other lessons', () => {
    expect(movedTo(movedTo(inQuiz, round(5)), ELSEWHERE).rounds).toEqual([round(4), round(5)]);
  });

  it('is forgotten at its outcome', () => {
    expect(movedTo(progressWith({}, round(4, OUTCOME)), ELSEWHERE).rounds).toBeUndefined();
  });

  it('gives way only to so many newer ones', () => {
    const lessons = Array.from({ length: KEPT_ASIDE + 1 }, (_, index) => index + 4);
    const left = lessons.reduce((progress, lesson) => movedTo(progress, round(lesson)), inQuiz);
    const kept = movedTo(left, ELSEWHERE).rounds?.map(({ lesson }) => lesson);
    expect(kept).toEqual(lessons.slice(1));
  });

  it('counts for the number of the next', () => {
    const away = movedTo({ ...inQuiz, bookmark: { ...round(4), round: 7 } }, ELSEWHERE);
    expect(newRound(LESSON, away, 'all').round).toBe(8);
  });
});
