/**
 * Gives an element the focus. The page stays where it is while the element is in view; else it goes
 * to `start`, where reading begins.
 */
export function showAt(element: HTMLElement, start: Element): void {
  element.focus({ preventScroll: true });
  if (!isInView(element)) start.scrollIntoView({ block: 'start' });
}

/** Is it wholly in the window, below what may stick to the window's top? */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const { scrollMarginTop } = getComputedStyle(element);
  return top >= (parseFloat(scrollMarginTop) || 0) && bottom <= window.innerHeight;
}
