import { beforeNavigate, disableScrollHandling } from '$app/navigation';
import { navigating } from '$app/state';
import { OVERVIEW } from './addresses.ts';
import { isReturn, type Move } from './moves.ts';

/*
 * Where each screen was left, so that a reader who looks up one word finds the line again. Kept for
 * as long as the tab, and for the tab alone: the learner's record keeps the part.
 */

/** The line a reader was at: a block of the screen, by its order, and how far below the window's top. */
interface Place {
  readonly block: number;
  /** Pixels. */
  readonly top: number;
}

/** What a screen always has, whatever was answered or unfolded on it. */
const BLOCKS =
  '#main :is(h1, h2, h3, p, li, dt, form, figure):not(:is(nav, form, figure, details, .notes) *)';

/** The last move; undefined on the first screen, which a reload shows again. */
let lastMove: Move | undefined;

/** Remembers where each screen is left. To be called once, where the shell begins. */
export function keepPlaces(): void {
  beforeNavigate(({ type, from }) => {
    if (!from) return;
    lastMove = { type, from: from.url.hash };
    keep(from.url.hash, placeInView());
  });
}

/** Where the screen of an address was left; undefined on a fresh visit, and at its top. */
export function placeToReturnTo(address: string): Place | undefined {
  return isReturn(address, lastMove) ? kept(address) : undefined;
}

/** Brings the line that was left back to where it stood, and the focus to it. */
export function returnTo({ block, top }: Place): void {
  const line = blocks()[block];
  if (!line) return;
  holdPlace();
  window.scrollBy(0, line.getBoundingClientRect().top - top);
  if (!line.hasAttribute('tabindex')) {
    line.tabIndex = -1;
    line.addEventListener('blur', () => line.removeAttribute('tabindex'), { once: true });
  }
  line.focus({ preventScroll: true });
}

/** What a screen brings into view as it opens stays there: the router would scroll to the top. */
export function holdPlace(): void {
  if (navigating.to) disableScrollHandling();
}

function blocks(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(BLOCKS)];
}

/** The first block that begins in view, below the bar; undefined at the top of the screen. */
function placeInView(): Place | undefined {
  if (window.scrollY === 0) return undefined;
  const bar = document.querySelector('body header')?.getBoundingClientRect().bottom ?? 0;
  const tops = blocks().map((block) => block.getBoundingClientRect().top);
  const block = tops.findIndex((top) => top >= Math.max(0, bar));
  return block < 0 ? undefined : { block, top: tops[block] ?? 0 };
}

const key = (address: string) => `place:${address || OVERVIEW}`;

/** Storage may be full or forbidden: then a screen begins at its top, or at the part. */
function keep(address: string, place: Place | undefined): void {
  try {
    if (place) window.sessionStorage.setItem(key(address), `${place.block} ${place.top}`);
    else window.sessionStorage.removeItem(key(address));
  } catch {
    // Nothing is lost but the line.
  }
}

function kept(address: string): Place | undefined {
  try {
    const [block, top] = (window.sessionStorage.getItem(key(address)) ?? '').split(' ').map(Number);
    return block === undefined || top === undefined ? undefined : { block, top };
  } catch {
    return undefined;
  }
}
