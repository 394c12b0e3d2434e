/** Brings a part of the lesson on the screen into view, and the focus to its title. `part`: from 1. */
export function showPart(part: number, behavior: ScrollBehavior = 'auto'): void {
  document.getElementById(`part-${part}`)?.scrollIntoView({ behavior });
  document.getElementById(`part-${part}-title`)?.focus({ preventScroll: true });
}
