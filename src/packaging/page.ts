import type { Protocol } from '#src/course/protocol.ts';
import { escapeXml } from './xml.ts';
import type { PackagedCourse } from './packager.ts';

/** How SvelteKit's fallback page starts the player. */
export interface PageStart {
  /** The whole script element, as it stands in the page. */
  readonly element: string;
  /** The global that SvelteKit's runtime reads, such as `__sveltekit_2y0ewc`. */
  readonly global: string;
  /** JavaScript expression of its value. */
  readonly value: string;
  /** Folder of SvelteKit's hashed files, such as `_app/immutable`. */
  readonly root: string;
  /** Path of the module that exports `start`. */
  readonly start: string;
  /** Path of the module that describes the app. */
  readonly app: string;
}

const MODULE = String.raw`import\("[./]*([^"]+/entry/[^"]+)"\)`;
const START = new RegExp(
  String.raw`(__sveltekit_\w+) = (\{[^]*?\});[^]*${MODULE},\s*${MODULE}[^]*kit\.start\(app, element\);`,
);

/**
 * Reads how the page starts the player (SvelteKit 2, `runtime/server/page/render.js`).
 * @throws Error when SvelteKit writes its page in another way than this file knows.
 */
export function readStart(html: string): PageStart {
  for (const [element] of html.matchAll(/<script>[^]*?<\/script>/g)) {
    const [, global, value, start, app] = START.exec(element) ?? [];
    if (global && value && start && app)
      return { element, global, value, root: app.replace(/\/entry\/.*/, ''), start, app };
  }
  throw new Error(
    'index.html has no start script of the kind SvelteKit 2.70 writes. ' +
      'Compare it with src/packaging/page.ts, which must follow SvelteKit.',
  );
}

/**
 * Makes the links of SvelteKit's fallback page relative, so that the player runs at any depth
 * (field guide R21). With the hash router every address of the course is this one page.
 */
export function relativePage(html: string): string {
  return html.replace(/(["'])\/(?=_app\/)/g, '$1./');
}

/** Names the course and its tracking protocol in the page. */
export function describePage(html: string, course: PackagedCourse, protocol: Protocol): string {
  if (!/<html[^>]* data-tracking="browser"/.test(html)) {
    throw new Error(
      'index.html lacks data-tracking="browser" on its <html> element. ' +
        'Put it back into src/app.html: the player chooses its tracker by it.',
    );
  }
  return setHead(html, course)
    .replace(
      /(<html[^>]*) lang="[^"]*"/,
      (_, before: string) => `${before} lang="${escapeXml(course.language)}"`,
    )
    .replace(' data-tracking="browser"', ` data-tracking="${protocol}"`);
}

/** Title and description, for the time before the player runs and for what reads pages only. */
function setHead(html: string, { title, description }: PackagedCourse): string {
  const head =
    `<title>${escapeXml(title)}</title>\n` +
    `    <meta name="description" content="${escapeXml(description)}" />\n  `;
  return html.replace(/\s*<title>[^<]*<\/title>/, '').replace('</head>', () => `  ${head}</head>`);
}
