/*
 * Runs in every window before anything else of it, as an init script. In the course's window it
 * tells when the overview can be used: its heading is shown, and the link that continues is shown,
 * in view, and what a click at its middle would hit. Looked for at every frame; the time is taken
 * after the frame that showed them, in milliseconds from the start of the window's navigation.
 */
(function () {
  if (!location.pathname.startsWith('/a/deep/path/')) return;

  /** @param {Element} element */
  function isShown(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  /** @param {Element} element */
  function isOnTop(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && element.contains(hit);
  }

  function isUsable() {
    const heading = document.querySelector('h1');
    const link = document.querySelector('[aria-label="Continue"] a[href]');
    return heading && link && isShown(heading) && isShown(link) && isOnTop(link);
  }

  function look() {
    if (isUsable()) setTimeout(() => Object.assign(window, { benchUsableAt: performance.now() }));
    else requestAnimationFrame(look);
  }

  requestAnimationFrame(look);

  /** Tells the LMS's log of calls when an answer is submitted, before the course hears of it. */
  document.addEventListener(
    'submit',
    () => window.parent.benchCalls?.push({ verb: 'submit', element: '', value: '', error: '0' }),
    true,
  );
})();
