/** The list of files that Vite's `__vitePreload` loads first, as Vite writes it into a chunk. */
const PRELOADS =
  /(__vite__mapDeps=\(i,m=__vite__mapDeps,d=\(m\.f\|\|\(m\.f=)(\[[^\]]*\])(\)\)\)=>i\.map\(i=>d\[i\]\))/g;

/** A dynamic import that Vite wrapped, with nothing to load first: once for each lesson. */
const EMPTY_WRAPPER = /[\w$]+\(\(\)=>(import\(([`"'])[^`"']+\2\)),\[\],import\.meta\.url\)/g;

/**
 * What a module of the player needs before it can run as a classic script in an LMS.
 *
 * - Of the files to load first only style sheets are left: classic scripts load no modules (R19).
 * - Those are not marked crossorigin, which fails from file://.
 * - `beforeunload` becomes `pagehide`: SvelteKit keeps scroll positions in it, and an LMS package
 *   has no unload handlers of any kind (field guide R2).
 * - `location.origin` becomes the address's own origin: from file:// Chromium reports `file://` for
 *   the one and `null` for the other, and SvelteKit takes every link for a foreign one.
 * - A dynamic import with nothing to load first loses its wrapper, so that a further lesson costs
 *   the first load less.
 *
 * @throws Error when Vite writes its list in another way than this file knows.
 */
export function adaptModule(path: string, code: string): string {
  const styled = code.replace(PRELOADS, (_, before: string, list: string, after: string) => {
    const files = JSON.parse(list) as string[]; // Used by index: what is left out becomes empty.
    const styles = files.map((file) => (file.endsWith('.css') ? file : ''));
    return `${before}${JSON.stringify(styles)}${after}.filter(f=>f)`;
  });
  if (code.includes('__vite__mapDeps=') && styled === code) {
    throw new Error(
      `${path} has a list of files to preload of another kind than Vite 8 writes. ` +
        'Compare it with src/packaging/adapt-module.ts, which must follow Vite.',
    );
  }
  return styled
    .replace(EMPTY_WRAPPER, '$1')
    .replace(/\.crossOrigin=(["'`])\1/g, '.crossOrigin=null')
    .replace(/(["'`])beforeunload\1/g, '$1pagehide$1')
    .replace(/(?<![\w$.])location\.origin\b/g, 'new URL(location).origin');
}
