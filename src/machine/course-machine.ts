import { assign, enqueueActions, setup } from 'xstate';
import type { CourseOutline } from '#src/course/outline.ts';
import type { Interaction } from '#src/course/interaction.ts';
import type { LabRun } from '#src/course/lab.ts';
import type { Draft, Progress, SavedResponse } from '#src/course/progress.ts';
import {
  canAnswer,
  withSitting,
  withSittingAnswer,
  withSittingDraft,
  withSittingView,
  type SittingAnswer,
} from './assessment.ts';
import { canBegin, withPartReadAgain } from './attempts.ts';
import type { Drawn } from './draw.ts';
import { withDraft, withoutDraft } from './drafts.ts';
import { movedTo, newRound, openRound } from './rounds.ts';
import {
  canOpenAssessment,
  canOpenLab,
  canOpenLesson,
  canOpenQuiz,
  canOpenResults,
  findLesson,
  lessonProgress,
  settleCourse,
  isStudyOpen,
  underRules,
  withAnswer,
  withPartRead,
  withRun,
  type Answer,
  type CourseRules,
} from './rules.ts';

export interface CourseInput {
  readonly outline: CourseOutline;
  /** Percent; the LMS's where it sets one. */
  readonly passMark: number;
  /** From the saved record, or blank. */
  readonly progress: Progress;
}

interface CourseContext {
  readonly rules: CourseRules;
  readonly progress: Progress;
  /** Permanent number of the lesson in view; 0 outside lessons. */
  readonly lesson: number;
}

/** What the learner does. Numbers are the permanent ones; `at` is milliseconds since 1970. */
export type CourseEvent =
  | { readonly type: 'overview.open' }
  | { readonly type: 'results.open' }
  | { readonly type: 'lesson.open'; readonly lesson: number }
  | { readonly type: 'quiz.open'; readonly lesson: number }
  | { readonly type: 'quiz.retake'; readonly scope: 'all' | 'missed' }
  | { readonly type: 'part.reach'; readonly part: number; readonly at: number }
  | (Answer & { readonly type: 'question.answer'; readonly interaction: Interaction })
  | (Answer & { readonly type: 'check.answer' })
  /** To the question in view; 0: to the outcome. */
  | { readonly type: 'quiz.move'; readonly question: number; readonly answered: readonly number[] }
  | (Draft & { readonly type: 'draft.change' })
  | { readonly type: 'lab.open'; readonly lesson: number; readonly lab: number }
  | { readonly type: 'lab.move'; readonly run: LabRun }
  | (Answer & {
      readonly type: 'lab.finish';
      readonly run: LabRun;
      readonly interaction: Interaction;
    })
  | { readonly type: 'assessment.open' }
  /** Begins a sitting over questions drawn for it. */
  | (Drawn & { readonly type: 'assessment.begin'; readonly at: number })
  | {
      readonly type: 'assessment.move';
      /** Index of the item in view; past the end: the outcome. */
      readonly view: number;
    }
  | { readonly type: 'assessment.draft'; readonly response: SavedResponse }
  | (SittingAnswer & { readonly type: 'assessment.answer'; readonly interaction: Interaction });

/** What happened, for whoever keeps records: nothing is tracked in here. */
export type CourseFact =
  | { readonly type: 'question.answered'; readonly interaction: Interaction }
  | { readonly type: 'check.answered' }
  | { readonly type: 'place.changed' }
  | { readonly type: 'draft.changed' }
  | { readonly type: 'lesson.completed'; readonly lesson: number }
  | { readonly type: 'lesson.cleared'; readonly lesson: number }
  | { readonly type: 'course.completed' }
  | { readonly type: 'course.passed' };

/** Facts that follow from the difference of two states of progress. */
function milestones(before: Progress, after: Progress, lesson: number): CourseFact[] {
  const was = lessonProgress(before, lesson).state;
  const is = lessonProgress(after, lesson).state;
  const facts: [boolean, CourseFact][] = [
    [was === 'open' && is !== 'open', { type: 'lesson.completed', lesson }],
    [was !== 'cleared' && is === 'cleared', { type: 'lesson.cleared', lesson }],
    [!before.completed && after.completed, { type: 'course.completed' }],
    [!before.passed && after.passed, { type: 'course.passed' }],
  ];
  return facts.flatMap(([happened, fact]) => (happened ? [fact] : []));
}

function withRound(
  { rules, progress }: CourseContext,
  number: number,
  scope?: 'all' | 'missed',
): Progress {
  const lesson = findLesson(rules.outline, number);
  if (!lesson) return progress;
  const round = scope ? newRound(lesson, progress, scope) : openRound(lesson, progress);
  return movedTo(progress, round);
}

function withPlaceInLesson({ rules, progress }: CourseContext, number: number): Progress {
  const { bookmark } = progress;
  if (bookmark?.place === 'lesson' && bookmark.lesson === number) return progress;
  const lesson = findLesson(rules.outline, number);
  const { partsRead } = lessonProgress(progress, number);
  const part = partsRead >= (lesson?.parts ?? 0) ? 1 : Math.max(1, partsRead);
  return movedTo(progress, { place: 'lesson', lesson: number, part });
}

function withPlaceInLab(
  { progress }: CourseContext,
  { lesson, lab }: { readonly lesson: number; readonly lab: number },
) {
  return movedTo(progress, { place: 'lab', lesson, lab });
}

/** Does a run belong to the lab in view? */
function isInView({ progress }: CourseContext, run: LabRun): boolean {
  const { bookmark } = progress;
  return bookmark?.place === 'lab' && bookmark.lesson === run.lesson && bookmark.lab === run.lab;
}

function isAnswer(event: CourseEvent) {
  return (
    event.type === 'question.answer' || event.type === 'check.answer' || event.type === 'lab.finish'
  );
}

/**
 * Where the learner is, and what is known of the way there. The only one that decides what opens:
 * a typed-in address goes through the same guards as a click.
 */
export const courseMachine = setup({
  types: {
    context: {} as CourseContext,
    events: {} as CourseEvent,
    emitted: {} as CourseFact,
    input: {} as CourseInput,
  },
  guards: {
    canOpenLesson: ({ context, event }) =>
      event.type === 'lesson.open' && canOpenLesson(context.rules, context.progress, event.lesson),
    canOpenQuiz: ({ context, event }) =>
      event.type === 'quiz.open' && canOpenQuiz(context.rules, context.progress, event.lesson),
    canOpenLab: ({ context, event }) =>
      event.type === 'lab.open' &&
      canOpenLab(context.rules, context.progress, event.lesson, event.lab),
    isLabInView: ({ context, event }) => 'run' in event && isInView(context, event.run),
    canOpenAssessment: ({ context }) => canOpenAssessment(context.rules, context.progress),
    canBegin: ({ context, event }) =>
      event.type === 'assessment.begin' &&
      canBegin(context.rules, context.progress, event, event.at),
    canAnswer: ({ context, event }) =>
      event.type === 'assessment.answer' && canAnswer(context.progress, event.item),
    canOpenResults: ({ context }) => canOpenResults(context.rules, context.progress),
    canCheck: ({ context, event }) =>
      'lesson' in event && event.lesson === context.lesson && isStudyOpen(context.progress),
    isLessonInView: ({ context, event }) => 'lesson' in event && event.lesson === context.lesson,
  },
  actions: {
    enterLesson: assign(({ context, event }) =>
      event.type === 'lesson.open'
        ? { lesson: event.lesson, progress: withPlaceInLesson(context, event.lesson) }
        : {},
    ),
    enterQuiz: assign(({ context, event }) =>
      event.type === 'quiz.open'
        ? { lesson: event.lesson, progress: withRound(context, event.lesson) }
        : {},
    ),
    enterLab: assign(({ context, event }) =>
      event.type === 'lab.open'
        ? { lesson: event.lesson, progress: withPlaceInLab(context, event) }
        : {},
    ),
    recordRun: assign(({ context, event }) =>
      'run' in event ? { progress: withRun(context.progress, event.run) } : {},
    ),
    startRound: assign(({ context, event }) =>
      event.type === 'quiz.retake'
        ? { progress: withRound(context, context.lesson, event.scope) }
        : {},
    ),
    leaveLesson: assign({ lesson: 0 }),
    recordAnswer: enqueueActions(({ context, event, enqueue }) => {
      if (!isAnswer(event)) return;
      const before = withoutDraft(context.progress, event);
      const progress = withAnswer(context.rules, before, event);
      enqueue.assign({ progress });
      for (const fact of milestones(context.progress, progress, event.lesson)) enqueue.emit(fact);
      if (event.type === 'check.answer') enqueue.emit({ type: 'check.answered' });
    }),
    recordPart: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'part.reach') return;
      const { lesson, rules } = context;
      const place = { ...event, lesson };
      const before = withPartReadAgain(rules, context.progress, place);
      const read = withPartRead(rules, before, place);
      const progress = movedTo(read, { place: 'lesson', lesson, part: event.part });
      enqueue.assign({ progress });
      for (const fact of milestones(context.progress, progress, lesson)) enqueue.emit(fact);
    }),
    recordMove: assign(({ context, event }) => {
      const { progress } = context;
      if (event.type !== 'quiz.move' || progress.bookmark?.place !== 'quiz') return {};
      const { question, answered } = event;
      return { progress: { ...progress, bookmark: { ...progress.bookmark, question, answered } } };
    }),
    recordDraft: assign(({ context: { progress }, event }) => {
      if (event.type !== 'draft.change') return {};
      const { lesson, question, response } = event;
      return { progress: withDraft(progress, { lesson, question, response }) };
    }),
    enterAssessment: assign(({ context }) => ({
      lesson: 0,
      progress: movedTo(context.progress, { place: 'assessment' }),
    })),
    beginSitting: assign(({ context, event }) =>
      event.type === 'assessment.begin' ? { progress: withSitting(context.progress, event) } : {},
    ),
    recordSittingMove: assign(({ context, event }) =>
      event.type === 'assessment.move'
        ? { progress: withSittingView(context.progress, event.view) }
        : {},
    ),
    recordSittingDraft: assign(({ context, event }) =>
      event.type === 'assessment.draft'
        ? { progress: withSittingDraft(context.progress, event.response) }
        : {},
    ),
    recordSittingAnswer: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'assessment.answer') return;
      const answered = withSittingAnswer(context.rules, context.progress, event);
      const progress = settleCourse(context.rules, answered);
      enqueue.assign({ progress });
      for (const fact of milestones(context.progress, progress, 0)) enqueue.emit(fact);
    }),
    announceAnswer: enqueueActions(({ event, enqueue }) => {
      if ('interaction' in event) {
        enqueue.emit({ type: 'question.answered', interaction: event.interaction });
      }
    }),
    announcePlace: enqueueActions(({ enqueue }) => {
      enqueue.emit({ type: 'place.changed' });
    }),
    announceDraft: enqueueActions(({ enqueue }) => {
      enqueue.emit({ type: 'draft.changed' });
    }),
  },
}).createMachine({
  id: 'course',
  context: ({ input: { outline, passMark, progress } }) => {
    const rules = { outline, passMark };
    return { rules, progress: underRules(rules, progress), lesson: 0 };
  },
  initial: 'overview',
  on: {
    'overview.open': { target: '.overview' },
    'results.open': { target: '.results', guard: 'canOpenResults' },
    'lesson.open': {
      target: '.lesson',
      guard: 'canOpenLesson',
      actions: ['enterLesson', 'announcePlace'],
    },
    'quiz.open': {
      target: '.quiz',
      guard: 'canOpenQuiz',
      actions: ['enterQuiz', 'announcePlace'],
    },
    'lab.open': {
      target: '.lab',
      guard: 'canOpenLab',
      actions: ['enterLab', 'announcePlace'],
    },
    'assessment.open': {
      target: '.assessment',
      guard: 'canOpenAssessment',
      actions: ['enterAssessment', 'announcePlace'],
    },
  },
  states: {
    overview: { entry: 'leaveLesson' },
    results: { entry: 'leaveLesson' },
    lesson: {
      on: {
        'part.reach': { actions: ['recordPart', 'announcePlace'] },
        'check.answer': { guard: 'canCheck', actions: 'recordAnswer' },
        'draft.change': { guard: 'canCheck', actions: ['recordDraft', 'announceDraft'] },
      },
    },
    quiz: {
      on: {
        'quiz.retake': { actions: ['startRound', 'announcePlace'] },
        'quiz.move': { actions: ['recordMove', 'announcePlace'] },
        'draft.change': { guard: 'isLessonInView', actions: ['recordDraft', 'announceDraft'] },
        'question.answer': {
          guard: 'isLessonInView',
          actions: ['recordAnswer', 'announceAnswer'],
        },
      },
    },
    lab: {
      on: {
        'lab.move': { guard: 'isLabInView', actions: ['recordRun', 'announcePlace'] },
        'lab.finish': {
          guard: 'isLabInView',
          actions: ['recordRun', 'recordAnswer', 'announceAnswer'],
        },
      },
    },
    assessment: {
      on: {
        'assessment.begin': { guard: 'canBegin', actions: ['beginSitting', 'announcePlace'] },
        'assessment.move': { actions: ['recordSittingMove', 'announcePlace'] },
        'assessment.draft': { actions: ['recordSittingDraft', 'announceDraft'] },
        'assessment.answer': {
          guard: 'canAnswer',
          actions: ['recordSittingAnswer', 'announceAnswer'],
        },
      },
    },
  },
});
