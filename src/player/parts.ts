import { prefersReducedMotion } from 'svelte/motion';

/** Brings a part of the lesson on the screen into view, and the focus to its title. `part`: from 1. */
export function showPart(part: number, how: 'at once' | 'gently' = 'at once'): void {
  const behavior = how === 'gently' && !prefersReducedMotion.current ? 'smooth' : 'auto';
  document.getElementById(`part-${part}`)?.scrollIntoView({ behavior });
  document.getElementById(`part-${part}-title`)?.focus({ preventScroll: true });
}
