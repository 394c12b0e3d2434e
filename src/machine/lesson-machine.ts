import { enqueueActions, setup } from 'xstate';

export interface LessonInput {
  /** How many parts the lesson has. */
  readonly parts: number;
  /** Part to begin at, from 1. */
  readonly part: number;
}

interface LessonContext {
  readonly parts: number;
  /** Part in view, from 1. */
  readonly part: number;
}

export type LessonEvent = { readonly type: 'part.enter'; readonly part: number };
export type LessonFact = { readonly type: 'part.reached'; readonly part: number };

/** The reading of one lesson: which part is in view, and whether the last one was reached. */
export const lessonMachine = setup({
  types: {
    context: {} as LessonContext,
    events: {} as LessonEvent,
    emitted: {} as LessonFact,
    input: {} as LessonInput,
  },
  guards: {
    isAnotherPart: ({ context, event }) =>
      event.part !== context.part && event.part >= 1 && event.part <= context.parts,
    isLastPart: ({ context }) => context.part >= context.parts,
  },
  actions: {
    showPart: enqueueActions(({ event, enqueue }) => {
      enqueue.assign({ part: event.part });
      enqueue.emit({ type: 'part.reached', part: event.part });
    }),
  },
}).createMachine({
  id: 'lesson',
  context: ({ input }) => ({
    parts: input.parts,
    part: Math.min(Math.max(1, input.part), Math.max(1, input.parts)),
  }),
  initial: 'opening',
  on: { 'part.enter': { target: '.opening', guard: 'isAnotherPart', actions: 'showPart' } },
  states: {
    opening: { always: [{ target: 'atEnd', guard: 'isLastPart' }, { target: 'reading' }] },
    reading: {},
    atEnd: { tags: 'end' },
  },
});
