import type { Trouble } from '#src/machine/session-machine.ts';
import type { Protocol } from '#src/course/protocol.ts';

/** What to do while the latest answers are not stored; each keeper of records has its own words. */
export function troubleWords(trouble: Trouble, protocol: Protocol): string {
  if (protocol === 'browser')
    return 'They are kept on this page, and the course goes on trying. This browser may be out of room, or may be set to keep nothing: keep this window open until the message is gone.';
  switch (trouble) {
    case 'line':
      return 'The line to your learning system is down. They are kept on this page, and the course goes on trying: keep this window open until the message is gone.';
    case 'sign-in':
      return 'Your learning system has signed you out. Sign in again in another tab, then press “Save now”.';
    case 'refused':
      return 'Your learning system did not take them. They are kept on this page, and the course goes on trying. Keep this window open; if it goes on, sign in to your learning system in another tab.';
  }
}

interface ConnectionWords {
  readonly fact: string;
  readonly advice: string;
}

/** Why nothing is recorded in this session, and what to do about it. */
export function connectionWords(
  notice: 'not-connected' | 'unread',
  protocol: Protocol,
): ConnectionWords {
  if (protocol === 'browser')
    return {
      fact: 'Nothing is saved: this browser keeps nothing for this page.',
      advice:
        'You can learn and answer all the same. To have it kept, allow the page to store data, or open it outside of private browsing.',
    };
  if (notice === 'unread')
    return {
      fact: 'Nothing is saved: your learning system did not hand out your progress.',
      advice: 'What you did before is still there. To go on from it, start the course again later.',
    };
  return {
    fact: 'Nothing is saved: the course has no connection to your learning system.',
    advice:
      'You can learn and answer all the same. To have it recorded, close this window and start the course again from your learning system.',
  };
}

/** Where the course runs, and so how one gets out of it. */
export type Surroundings = 'frame' | 'popup' | 'window';

export function surroundingsOf(window: Window): Surroundings {
  if (window.parent !== window) return 'frame';
  return window.opener === null ? 'window' : 'popup';
}

/** What came of a session: its work is stored, it may not be, or there was nothing to store. */
export type Outcome = 'saved' | 'unsaved' | 'looked';

const AGAIN: Readonly<Record<Outcome, string>> = {
  saved: 'Start the course again from there: it opens where you stopped.',
  unsaved:
    'Start the course again from there: it opens with what is saved, and looks for the rest on this computer.',
  looked: 'Nothing of this visit was recorded.',
};

/** What a learner does after the session has ended. */
export function farewellWords(outcome: Outcome, surroundings: Surroundings) {
  const leave =
    surroundings === 'frame' ? 'You may leave the course.' : 'You may close this window.';
  const titles = { saved: `Saved. ${leave}`, unsaved: 'This session was closed.', looked: leave };
  const way =
    surroundings === 'frame'
      ? 'Use your learning system’s own exit, such as “Exit activity”, above or beside the course.'
      : 'Close this window to return to your learning system.';
  return { title: titles[outcome], text: `${way} ${AGAIN[outcome]}` };
}
