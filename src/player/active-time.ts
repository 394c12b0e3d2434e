/** The longest quiet that counts: nobody reads one screen longer without a sign. */
const LONGEST_QUIET = 5 * 60_000;
/** What shows that somebody is there. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'visibilitychange'] as const;

/**
 * Counts the milliseconds that a learner is at work on the page. The quiet between two signs counts for
 * five minutes at most, so that neither idleness nor a sleeping computer becomes learning time; and the
 * clock is the browser's own, which nobody sets (field guide R59).
 */
export function activeTime(window: Window): () => number {
  const now = () => window.performance.now();
  let counted = 0;
  let lastSign = now();
  const sinceSign = () => Math.min(Math.max(0, now() - lastSign), LONGEST_QUIET);
  const note = () => {
    counted += sinceSign();
    lastSign = now();
  };
  for (const sign of SIGNS) {
    window.document.addEventListener(sign, note, { passive: true, capture: true });
  }
  return () => counted + sinceSign();
}
