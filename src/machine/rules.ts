import type { LabRun } from '#src/course/lab.ts';
import type { CourseOutline, LessonOutline } from '#src/course/outline.ts';
import {
  toDay,
  UNTOUCHED_LESSON,
  type LessonProgress,
  type LessonState,
  type Progress,
  type QuestionProgress,
  type SavedResponse,
} from '#src/course/progress.ts';
import { FULL_CREDIT, type Credit } from '#src/course/question.ts';
import { isPassing, openSitting, withKnownItems } from './assessment.ts';

/*
 * The rules of the course: what is open, what is done, what a score is. Pure functions of the
 * outline and of progress. Progress only ever improves: best results are kept, a lesson once
 * completed stays completed, also when a later release adds questions to it.
 */

/** The outline, and the pass mark in force: the LMS's where it sets one. */
export interface CourseRules {
  readonly outline: CourseOutline;
  readonly passMark: number;
}

export function findLesson(outline: CourseOutline, number: number): LessonOutline | undefined {
  return outline.lessons.find((lesson) => lesson.number === number);
}

export function lessonProgress(progress: Progress, number: number): LessonProgress {
  return progress.lessons.get(number) ?? UNTOUCHED_LESSON;
}

// --- scores -----------------------------------------------------------------------------------

/** Exact share of all credit, 0–100, over the best result of each question. */
function percentage(lessons: readonly LessonOutline[], progress: Progress): number {
  let earned = 0;
  let possible = 0;
  for (const lesson of lessons) {
    const { questions } = lessonProgress(progress, lesson.number);
    for (const number of scoredNumbers(lesson)) {
      possible += FULL_CREDIT;
      earned += questions.get(number)?.credit ?? 0;
    }
  }
  return possible === 0 ? 100 : (earned * 100) / possible;
}

/** Permanent numbers of all that counts in a lesson: its questions and its labs. */
function scoredNumbers({ questions, labs }: LessonOutline): number[] {
  return [...questions, ...labs.map(({ number }) => number)];
}

function mandatory({ lessons }: CourseOutline): LessonOutline[] {
  return lessons.filter(({ optional }) => !optional);
}

/** Share of all credit of a lesson's quiz alone, in whole percent, rounded down. */
export function quizScore(lesson: LessonOutline, progress: Progress): number {
  return Math.floor(percentage([{ ...lesson, labs: [] }], progress));
}

/** Score of one lesson in whole percent, rounded down; undefined while nothing was answered. */
export function lessonScore(lesson: LessonOutline, progress: Progress): number | undefined {
  const { questions } = lessonProgress(progress, lesson.number);
  const answered = scoredNumbers(lesson).some((number) => questions.has(number));
  return answered ? Math.floor(percentage([lesson], progress)) : undefined;
}

/**
 * Best course score in whole percent: that of the final assessment, or of the quizzes where the
 * course has none. Undefined while there is nothing to score.
 */
export function courseScore({ outline }: CourseRules, progress: Progress): number | undefined {
  const isScored = outline.assessment
    ? wasAssessed(progress)
    : mandatory(outline).some((lesson) => lessonScore(lesson, progress) !== undefined);
  return isScored || progress.bestScore > 0 ? progress.bestScore : undefined;
}

function wasAssessed({ assessment }: Progress): boolean {
  return (assessment?.finished ?? 0) > 0;
}

// --- what is open -----------------------------------------------------------------------------

/** Lessons that must be completed before this one opens; empty: it is open. */
export function lessonsBefore(
  { outline }: CourseRules,
  progress: Progress,
  number: number,
): LessonOutline[] {
  const lesson = findLesson(outline, number);
  if (!lesson || progress.completed) return [];
  return required(outline, lesson).filter((other) => !isCompleted(progress, other));
}

function required(outline: CourseOutline, lesson: LessonOutline): LessonOutline[] {
  switch (outline.sequencing) {
    case 'free':
      return [];
    case 'linear':
      return mandatory(outline).filter(
        (other) => outline.lessons.indexOf(other) < outline.lessons.indexOf(lesson),
      );
    case 'prerequisites':
      return outline.lessons.filter(({ number }) => lesson.prerequisites.includes(number));
  }
}

export function canOpenLesson(rules: CourseRules, progress: Progress, number: number): boolean {
  return (
    findLesson(rules.outline, number) !== undefined &&
    lessonsBefore(rules, progress, number).length === 0
  );
}

export function canOpenQuiz(rules: CourseRules, progress: Progress, number: number): boolean {
  const lesson = findLesson(rules.outline, number);
  return (
    !!lesson?.questions.length && isStudyOpen(progress) && canOpenLesson(rules, progress, number)
  );
}

export function canOpenLab(
  rules: CourseRules,
  progress: Progress,
  lesson: number,
  lab: number,
): boolean {
  const { labs } = findLesson(rules.outline, lesson) ?? { labs: [] };
  return (
    labs.some(({ number }) => number === lab) &&
    isStudyOpen(progress) &&
    canOpenLesson(rules, progress, lesson)
  );
}

/** Quizzes, checks and labs show keys: they are closed while a sitting of the assessment is open. */
export function isStudyOpen(progress: Progress): boolean {
  return openSitting(progress) === undefined;
}

/** Mandatory lessons still to do: to clear for the final assessment, else to complete. */
export function lessonsLeft({ outline }: CourseRules, progress: Progress): LessonOutline[] {
  const isDone = outline.assessment ? isCleared : isCompleted;
  return mandatory(outline).filter((lesson) => !isDone(progress, lesson));
}

/** Final assessment and results open when no mandatory lesson is left, and stay open. */
export function canOpenResults(rules: CourseRules, progress: Progress): boolean {
  return (
    progress.completed ||
    progress.assessment !== undefined ||
    lessonsLeft(rules, progress).length === 0
  );
}

/** To look at it, or to go on: whether a sitting can begin is told by `attempts.ts`. */
export function canOpenAssessment(rules: CourseRules, progress: Progress): boolean {
  return rules.outline.assessment !== undefined && canOpenResults(rules, progress);
}

function isCleared(progress: Progress, { number }: LessonOutline): boolean {
  return lessonProgress(progress, number).state === 'cleared';
}

export function isCompleted(progress: Progress, lesson: LessonOutline): boolean {
  return lessonProgress(progress, lesson.number).state !== 'open';
}

/** Share of the course that is done, 0…1: of mandatory lessons and the final assessment. */
export function courseShare({ outline }: CourseRules, progress: Progress): number {
  if (progress.completed) return 1;
  const shares = mandatory(outline).map((lesson) => lessonShare(lesson, progress));
  if (outline.assessment) shares.push(assessmentShare(progress));
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** A sitting under way counts by its answers, a failed one for nothing. */
function assessmentShare(progress: Progress): number {
  if (progress.assessment?.passed) return 1;
  if (!openSitting(progress)) return 0;
  const items = progress.assessment?.sitting.items ?? [];
  const answered = items.filter(({ credit }) => credit !== undefined).length;
  return items.length === 0 ? 0 : answered / items.length;
}

/** Share of one lesson that is done, 0…1: half for the reading, half for questions and labs. */
export function lessonShare(lesson: LessonOutline, progress: Progress): number {
  const { partsRead, state, questions } = lessonProgress(progress, lesson.number);
  if (state !== 'open') return 1;
  const read = lesson.parts === 0 ? 1 : Math.min(1, partsRead / lesson.parts);
  const scored = scoredNumbers(lesson);
  if (scored.length === 0) return read;
  const answered = scored.filter((number) => questions.has(number)).length;
  return (read + answered / scored.length) / 2;
}

// --- what changes progress --------------------------------------------------------------------

export interface Answer {
  /** Permanent numbers; a lab has one like a question. */
  readonly lesson: number;
  readonly question: number;
  readonly credit: Credit;
  /** Absent for a lab, whose run is kept apart. */
  readonly response?: SavedResponse | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Progress after an answer: best result kept, lesson and course settled. */
export function withAnswer(rules: CourseRules, progress: Progress, answer: Answer): Progress {
  const lesson = lessonProgress(progress, answer.lesson);
  const before = lesson.questions.get(answer.question);
  const after: QuestionProgress = {
    credit: Math.max(before?.credit ?? 0, answer.credit) as Credit,
    attempts: (before?.attempts ?? 0) + 1,
    response: answer.response,
  };
  const questions = new Map(lesson.questions).set(answer.question, after);
  return settle(rules, withLesson(progress, answer.lesson, { ...lesson, questions }), answer);
}

/** Progress with a run of a lab in place of the one before. */
export function withRun(progress: Progress, run: LabRun): Progress {
  const others = progress.runs?.filter(
    ({ lesson, lab }) => lesson !== run.lesson || lab !== run.lab,
  );
  return { ...progress, runs: [...(others ?? []), run] };
}

/** Progress after reading up to a part, counted from 1. */
export function withPartRead(
  rules: CourseRules,
  progress: Progress,
  read: { readonly lesson: number; readonly part: number; readonly at: number },
): Progress {
  const lesson = lessonProgress(progress, read.lesson);
  if (read.part <= lesson.partsRead) return progress;
  return settle(
    rules,
    withLesson(progress, read.lesson, { ...lesson, partsRead: read.part }),
    read,
  );
}

function withLesson(progress: Progress, number: number, lesson: LessonProgress): Progress {
  return { ...progress, lessons: new Map(progress.lessons).set(number, lesson) };
}

/**
 * Progress in the light of the rules in force: a release may have removed the last open lesson, an
 * LMS may have lowered its mark. When a lesson was cleared by that is not known.
 */
export function underRules(rules: CourseRules, progress: Progress): Progress {
  const settled = rules.outline.lessons.reduce(
    (before, { number }) =>
      before.lessons.has(number) ? settleLesson(rules, before, number) : before,
    withKnownItems(rules, progress),
  );
  return settled.lessons.size === 0 ? progress : settleCourse(rules, settled);
}

function settle(
  rules: CourseRules,
  progress: Progress,
  { lesson, at }: { readonly lesson: number; readonly at: number },
): Progress {
  return settleCourse(rules, settleLesson(rules, progress, lesson, at));
}

/**
 * Completion and score of the course after a change. With a final assessment it is completed and
 * passed in one: every mandatory lesson cleared, and the assessment passed. What a record of an
 * earlier release holds, it keeps.
 */
export function settleCourse(rules: CourseRules, settled: Progress): Progress {
  const isDone = lessonsLeft(rules, settled).length === 0;
  if (rules.outline.assessment) {
    const assessment = settleAssessment(rules, settled);
    const isPassed = isDone && assessment?.passed === true;
    return {
      ...settled,
      assessment,
      bestScore: Math.max(settled.bestScore, assessment?.best ?? 0),
      completed: settled.completed || isPassed,
      passed: settled.passed || isPassed,
    };
  }
  const exact = percentage(mandatory(rules.outline), settled);
  const completed = settled.completed || isDone;
  return {
    ...settled,
    bestScore: Math.max(settled.bestScore, Math.floor(exact)),
    completed,
    passed: settled.passed || (completed && exact >= rules.passMark),
  };
}

/** An LMS may have lowered its mark to what the last sitting reached. */
function settleAssessment(rules: CourseRules, { assessment }: Progress): Progress['assessment'] {
  if (!assessment || assessment.passed || !isPassing(rules, assessment.sitting)) return assessment;
  return { ...assessment, passed: true };
}

function settleLesson(
  rules: CourseRules,
  progress: Progress,
  number: number,
  at?: number,
): Progress {
  const outline = findLesson(rules.outline, number);
  const lesson = lessonProgress(progress, number);
  if (!outline) return progress;
  const state = bestState(lesson.state, earnedState(rules, outline, progress));
  const isNew = state === 'cleared' && lesson.state !== 'cleared';
  return withLesson(progress, number, {
    ...lesson,
    state,
    clearedOn: isNew && at !== undefined ? toDay(at) : lesson.clearedOn,
  });
}

function earnedState(rules: CourseRules, lesson: LessonOutline, progress: Progress): LessonState {
  const { questions, partsRead } = lessonProgress(progress, lesson.number);
  const scored = scoredNumbers(lesson);
  const done =
    scored.length === 0
      ? partsRead >= lesson.parts
      : scored.every((number) => questions.has(number));
  if (!done) return 'open';
  return percentage([lesson], progress) >= rules.passMark ? 'cleared' : 'completed';
}

const RANK: Readonly<Record<LessonState, number>> = { open: 0, completed: 1, cleared: 2 };

function bestState(before: LessonState, earned: LessonState): LessonState {
  return RANK[earned] > RANK[before] ? earned : before;
}
