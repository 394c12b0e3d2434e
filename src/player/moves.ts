import { OVERVIEW } from './addresses.ts';

/** How the screen in view was reached. */
export interface Move {
  /** The router's word: `popstate` for the browser's own buttons. */
  readonly type: string;
  /** Address of the screen that was left. */
  readonly from: string;
}

/** Parts are places on one screen; the bare page is the overview. */
export function screenOf(address: string): string {
  return address.replace(/#part-\d+$/, '') || OVERVIEW;
}

/**
 * Does a move come back to a screen, rather than open it afresh? By a reload (no move at all), by
 * the browser's own buttons, or out of the quiz or a lab of a lesson back to its text.
 */
export function isReturn(address: string, move: Move | undefined): boolean {
  if (!move || move.type === 'popstate') return true;
  return move.from.startsWith(`${screenOf(address)}/`);
}
