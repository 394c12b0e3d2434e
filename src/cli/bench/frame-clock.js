/*
 * Runs in every window before anything else of it, as an init script. Tells of each press in a lab
 * how long its frame took: what the course did with it, and what the browser then did to show it.
 * The time between, when both wait for the screen, does not count. Milliseconds, oldest first.
 */
(function () {
  /** @type {number[]} */
  const frames = [];
  Object.assign(window, { benchFrames: frames });

  /**
   * After all that is due in this turn of the event loop.
   * @param {() => void} work
   */
  function soon(work) {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = work;
    port2.postMessage(null);
  }

  document.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element) || !target.closest('.stage')) return;
      const pressed = performance.now();
      soon(() => {
        const handled = performance.now() - pressed;
        requestAnimationFrame(() => {
          const drawn = performance.now();
          soon(() => frames.push(handled + performance.now() - drawn));
        });
      });
    },
    true,
  );
})();
