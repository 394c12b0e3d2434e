import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { FileTree } from './packager.ts';
import { readText, toBytes } from './text-file.ts';

/** Where the style sheets of the first screen are named. */
interface StyleSources {
  /** The page, which links the layout's sheet. */
  readonly html: string;
  /** Path of SvelteKit's app module, which names the sheets of layouts and pages. */
  readonly app: string;
  /** Folder of all sheets. */
  readonly folder: string;
}

export interface FirstStyles {
  /** The build with one sheet in place of several. */
  readonly build: FileTree;
  readonly html: string;
  /** Makes a module name the one sheet instead of those that went into it. */
  rename(code: string): string;
}

/**
 * Merges the style sheets of layouts and pages into one, linked from the page: one request at the
 * first load whatever the number of routes. Sheets of what loads on demand stay on their own.
 */
export function mergeFirstStyles(build: FileTree, sources: StyleSources): FirstStyles {
  const { html, folder } = sources;
  const names = firstSheets(sources, readText(build, sources.app));
  if (names.length === 0) return { build, html, rename: (code) => code };
  const content = names.map((name) => readText(build, posix.join(folder, name))).join('\n');
  const merged = `course.${contentHash(content)}.css`;
  const files = new Map(build);
  for (const name of names) files.delete(posix.join(folder, name));
  files.set(posix.join(folder, merged), toBytes(content));
  return {
    build: files,
    html: linkOnly(html, names, posix.join(folder, merged)),
    rename: (code) =>
      names.reduce((text, name) => text.replaceAll(`/${name}"`, `/${merged}"`), code),
  };
}

function firstSheets({ html, folder }: StyleSources, app: string): string[] {
  const place = `${posix.basename(folder)}/([^"/]+\\.css)"`;
  const found = [...html.matchAll(new RegExp(place, 'g')), ...app.matchAll(new RegExp(place, 'g'))];
  return [...new Set(found.map(([, name]) => name ?? ''))];
}

/** Links one sheet in the page in place of those named. */
function linkOnly(html: string, names: readonly string[], path: string): string {
  const bare = html.replace(/\s*<link [^>]*>/g, (link) =>
    names.some((name) => link.includes(`/${name}"`)) ? '' : link,
  );
  return bare.replace('</head>', () => `  <link href="./${path}" rel="stylesheet">\n  </head>`);
}

function contentHash(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
