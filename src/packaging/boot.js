/*
 * Runs in the learner's browser, inside the one script that index.html of an LMS package loads.
 * `classic.ts` takes this file's text, so it must stay a plain script but for the word `export`.
 */

/**
 * What this file uses of SystemJS 6.15. The names in a load record are internal to it (systemjs,
 * src/system-core.js): the namespace once executed, what is still to execute, the namespace, and
 * the promise to link it.
 * @typedef {{ C?: unknown, e?: unknown, n: unknown, L?: Promise<unknown> }} LoadRecord
 * @typedef {[dependencies: string[], declare: (...parts: never) => unknown]} Registration
 * @typedef {object} System
 * @property {(src: string) => HTMLScriptElement} createScript
 * @property {(id: string, parent?: string, meta?: unknown) => Promise<Registration>} instantiate
 * @property {(id: string, parent?: string, meta?: unknown) => Promise<unknown>} import
 * @property {{ prototype: System }} constructor
 * @typedef {System & Record<symbol, Record<string, LoadRecord>>} Loader
 * @typedef {{ default: (target: HTMLElement | null) => unknown }} Main
 */

/**
 * Gives the course's main script a `System.register` of its own: it takes the registration under
 * the script's own address, so that chunks can import it, and starts the course.
 * @param {Loader} loader SystemJS
 * @param {HTMLScriptElement} script the script that is running
 * @param {Promise<unknown>} styled settles when the page may show something
 */
export function createStarter(loader, script, styled) {
  const address = /** @type {string} */ (script.src.split(/[?#]/)[0]);
  return {
    /** @param {Registration} main */
    register(...main) {
      prepareLoader(loader, address, main);
      void styled
        .then(() => loader.import(address))
        .then((module) => /** @type {Main} */ (module).default(script.parentElement));
    },
  };
}

/**
 * Three changes to SystemJS: the main script is not loaded twice; no script is marked crossorigin,
 * which Firefox refuses from file://; and a chunk that could not be loaded is forgotten, so that
 * the learner can try again.
 * @param {Loader} loader
 * @param {string} address of the main script
 * @param {Registration} main
 */
function prepareLoader(loader, address, main) {
  const system = loader.constructor.prototype;
  system.createScript = (src) =>
    Object.assign(document.createElement('script'), { async: true, src });
  loader.instantiate = (id, ...rest) =>
    id === address ? Promise.resolve(main) : system.instantiate.call(loader, id, ...rest);
  loader.import = (...request) =>
    system.import.apply(loader, request).catch((/** @type {unknown} */ reason) => {
      forgetFailures(loader);
      throw reason;
    });
}

/** @param {Loader} loader */
function forgetFailures(loader) {
  const registry = /** @type {symbol} */ (Object.getOwnPropertySymbols(loader)[0]);
  const records = loader[registry] ?? {};
  for (const [id, { C, e, n, L }] of Object.entries(records)) {
    if (e !== null || C === n) continue;
    L?.catch(() => undefined); // The import that failed reports it; nobody waits for its parts.
    Reflect.deleteProperty(records, id);
  }
}

/**
 * Browsers refuse a style sheet that the server labels as something else, while they run scripts
 * whatever the label. Such a sheet is fetched as text and applied all the same.
 * @param {Document} page
 * @returns {Promise<unknown>} settles when the sheets that the page links are in order
 */
export function rescueStyles(page) {
  for (const type of ['load', 'error']) page.addEventListener(type, rescueOnDemand, true);
  const linked = /** @type {NodeListOf<HTMLLinkElement>} */ (
    page.querySelectorAll('link[rel=stylesheet]')
  );
  return Promise.all([...linked].filter(isRefused).map(rescue));
}

/**
 * Comes before the listeners of whoever waits for the sheet: they hear of it when it is applied.
 * @param {Event} event
 */
function rescueOnDemand(event) {
  const link = event.target;
  if (!(link instanceof HTMLLinkElement) || link.rel !== 'stylesheet' || !isRefused(link)) return;
  event.stopImmediatePropagation();
  void rescue(link).then((outcome) => link.dispatchEvent(new Event(outcome)));
}

/**
 * Firefox reports an error and gives no sheet, Chromium reports success and gives an empty one.
 * @param {HTMLLinkElement} link
 */
function isRefused(link) {
  if ('rescued' in link.dataset) return false;
  try {
    return !link.sheet || link.sheet.cssRules.length === 0;
  } catch {
    return false; // From file:// a sheet does not show its rules, and has the right label.
  }
}

/**
 * @param {HTMLLinkElement} link
 * @returns {Promise<'load' | 'error'>}
 */
async function rescue(link) {
  link.dataset['rescued'] = '';
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) return 'error';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(fromFolder(await answer.text(), new URL('.', link.href).href));
    link.ownerDocument.adoptedStyleSheets.push(sheet);
    return 'load';
  } catch {
    return 'error';
  }
}

/**
 * Makes a sheet's relative addresses absolute: an adopted sheet resolves them from the page.
 * @param {string} text
 * @param {string} folder
 */
export function fromFolder(text, folder) {
  return text.replace(/url\((["']?)(?![a-z]+:|[/#"'])/gi, `url($1${folder}`);
}
