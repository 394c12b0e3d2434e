import { assign, emit, setup } from 'xstate';

/** Why the learner's latest work is not stored. */
export type Trouble =
  /** Whatever keeps the record refused it. */
  | 'refused'
  /** The line is down: what was called saved has gone nowhere. */
  | 'line'
  /** The server asks for a sign-in. */
  | 'sign-in';

export interface SessionContext {
  /** What was called saved still has to be proved (field guide R12). */
  readonly needsProof: boolean;
  /** When the record was last known to be stored, in milliseconds since 1970. */
  readonly savedAt: number | undefined;
  /** What the last try came to, until one succeeds; `reason` is for support. */
  readonly failure: { readonly trouble: Trouble; readonly reason: string } | undefined;
  /** Something changed while a save was under way. */
  readonly hasMore: boolean;
  /** "Save and exit" was pressed, and what is not saved keeps the session open. */
  readonly isExitHeld: boolean;
}

export type SessionEvent =
  /** The record was taken up; `records` is false where nothing is ever written. */
  | { readonly type: 'session.open'; readonly records: boolean; readonly needsProof: boolean }
  /** A place, a draft: can wait. */
  | { readonly type: 'record.change' }
  /** An answer: is saved as soon as its feedback is on the screen. */
  | { readonly type: 'answer.give' }
  | { readonly type: 'save.now' }
  | { readonly type: 'save.succeed'; readonly at: number }
  | { readonly type: 'save.fail'; readonly trouble: Trouble; readonly reason: string }
  | { readonly type: 'save.prove'; readonly at: number }
  /** The learner wants to go; the page stays until everything is saved. */
  | { readonly type: 'exit.press' }
  | { readonly type: 'end.settle' }
  /** The page goes, whatever happens. */
  | { readonly type: 'page.leave' };

/** Who listens does it, and tells what came of it. */
export type SessionFact =
  | { readonly type: 'save.wanted' }
  | { readonly type: 'proof.wanted' }
  /** The learner exits, or the page goes. */
  | { readonly type: 'end.wanted'; readonly ending: 'exit' | 'leave' };

/** Waits in milliseconds. */
export const WAITS = {
  /** A change of place is saved after this much quiet … */
  quiet: 3_000,
  /** … and at the latest after this, however busy the learner is. */
  most: 5_000,
  /** Feedback is painted before an LMS may block the page. */
  frame: 50,
  retry: 15_000,
} as const;

/**
 * The life of a session with whatever keeps the record: open until everything is saved and the
 * learner exits, or until the page goes. It knows when to save; how, and what came of it, is told
 * from outside.
 *
 * Exiting and leaving are two things: who exits stays until the save is known to be good, and stays
 * on where it isn't; who leaves takes the page along, and what can be said is said at once (R1).
 */
export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    emitted: {} as SessionFact,
  },
  actions: {
    askToSave: emit({ type: 'save.wanted' }),
    askForProof: emit({ type: 'proof.wanted' }),
    askToEnd: emit((_, { ending }: { ending: 'exit' | 'leave' }) => ({
      type: 'end.wanted' as const,
      ending,
    })),
    noteMore: assign({ hasMore: true }),
    clearMore: assign({ hasMore: false }),
    holdExit: assign({ isExitHeld: true }),
    noteSaved: assign((_, { at }: { at: number }) => ({
      savedAt: at,
      failure: undefined,
      isExitHeld: false,
    })),
    noteFailure: assign((_, failure: { trouble: Trouble; reason: string }) => ({ failure })),
  },
  guards: {
    isRecorded: (_, { records }: { records: boolean }) => records,
    needsProof: ({ context }) => context.needsProof,
    hasMore: ({ context }) => context.hasMore,
  },
  delays: WAITS,
}).createMachine({
  id: 'session',
  context: {
    needsProof: false,
    savedAt: undefined,
    failure: undefined,
    hasMore: false,
    isExitHeld: false,
  },
  initial: 'launching',
  states: {
    launching: {
      on: {
        'session.open': [
          {
            guard: { type: 'isRecorded', params: ({ event }) => event },
            target: 'open',
            actions: assign(({ event: { needsProof } }) => ({ needsProof })),
          },
          { target: 'looking' },
        ],
        'page.leave': 'left',
      },
    },
    looking: {
      tags: ['unrecorded'],
      on: { 'page.leave': 'left', 'exit.press': 'ending' },
    },
    open: {
      initial: 'saved',
      on: { 'exit.press': 'exiting', 'page.leave': 'left' },
      states: {
        saved: {
          on: { 'record.change': 'waiting', 'answer.give': 'painting' },
        },
        waiting: {
          tags: ['dirty'],
          after: { most: 'saving' },
          on: { 'answer.give': 'painting', 'save.now': 'saving' },
          initial: 'quiet',
          states: {
            quiet: {
              after: { quiet: '#session.open.saving' },
              on: { 'record.change': { target: 'quiet', reenter: true } },
            },
          },
        },
        painting: {
          tags: ['dirty'],
          after: { frame: 'saving' },
          on: { 'save.now': 'saving' },
        },
        saving: {
          tags: ['dirty'],
          entry: ['clearMore', 'askToSave'],
          on: {
            'record.change': { actions: 'noteMore' },
            'answer.give': { actions: 'noteMore' },
            'save.succeed': [
              { guard: 'needsProof', target: 'proving' },
              { guard: 'hasMore', target: 'waiting', actions: noteSavedNow() },
              { target: 'saved', actions: noteSavedNow() },
            ],
            'save.fail': { target: 'failing', actions: noteFailureNow() },
          },
        },
        proving: {
          tags: ['dirty'],
          entry: 'askForProof',
          on: {
            'record.change': { actions: 'noteMore' },
            'answer.give': { actions: 'noteMore' },
            'save.now': { guard: 'hasMore', target: 'saving' },
            'save.prove': [
              { guard: 'hasMore', target: 'waiting', actions: noteSavedNow() },
              { target: 'saved', actions: noteSavedNow() },
            ],
            'save.fail': { target: 'failing', actions: noteFailureNow() },
          },
        },
        failing: {
          tags: ['dirty'],
          after: { retry: 'saving' },
          on: { 'answer.give': 'painting', 'save.now': 'saving' },
        },
      },
    },
    exiting: {
      tags: ['dirty'],
      initial: 'saving',
      on: {
        'page.leave': 'left',
        'save.fail': {
          target: 'open.failing',
          actions: ['holdExit', noteFailureNow()],
        },
      },
      states: {
        saving: {
          entry: 'askToSave',
          on: {
            'save.succeed': [
              { guard: 'needsProof', target: 'proving' },
              { target: '#session.ending', actions: noteSavedNow() },
            ],
          },
        },
        proving: {
          entry: 'askForProof',
          on: { 'save.prove': { target: '#session.ending', actions: noteSavedNow() } },
        },
      },
    },
    /** Everything is saved: now the session may end. */
    ending: {
      entry: { type: 'askToEnd', params: { ending: 'exit' } },
      on: { 'end.settle': 'ended' },
    },
    ended: { tags: ['over'] },
    left: { tags: ['over'], entry: { type: 'askToEnd', params: { ending: 'leave' } } },
  },
});

function noteSavedNow() {
  return {
    type: 'noteSaved',
    params: ({ event }: { event: { readonly at: number } }) => event,
  } as const;
}

function noteFailureNow() {
  return {
    type: 'noteFailure',
    params: ({ event }: { event: { readonly trouble: Trouble; readonly reason: string } }) => ({
      trouble: event.trouble,
      reason: event.reason,
    }),
  } as const;
}
