import { posix } from 'node:path';
import { minify } from 'vite';
import { rollup } from 'rollup';
import type { OutputChunk, Plugin } from 'rollup';
import { adaptModule } from './adapt-module.ts';
import type { LoaderSources } from './carried-files.ts';
import { mergeFirstStyles } from './first-styles.ts';
import type { FirstStyles } from './first-styles.ts';
import { readStart, relativePage } from './page.ts';
import type { PageStart } from './page.ts';
import type { FileTree } from './packager.ts';
import { readText, toBytes } from './text-file.ts';

const PAGE = 'index.html';
const ENTRY = '\0course';

/**
 * Turns the player's ES modules into classic scripts, which run from any server, with any content
 * type, and from file:// (field guide R19): one script with the loader, the start code and all that
 * the first screen needs, and one script for each thing that loads on demand. The page has no
 * inline script, no module and no preload; all paths are relative (R21).
 *
 * Scripts stay in folders beside `assets/`, as in the build, so that paths inside them keep their
 * meaning.
 */
export async function toClassicScripts(build: FileTree, loader: LoaderSources): Promise<FileTree> {
  const html = readText(build, PAGE);
  const start = readStart(html);
  const { root, app } = start;
  const styles = mergeFirstStyles(build, { html, app, folder: `${root}/assets` });
  const scripts = await bundle({ build, start, loader, styles });
  const main = scripts.find((chunk) => chunk.isEntry);
  const files = new Map(keptFiles(styles.build, root));
  for (const chunk of scripts) files.set(posix.join(root, chunk.fileName), toBytes(chunk.code));
  files.set(PAGE, toBytes(classicPage(styles.html, start, posix.join(root, main?.fileName ?? ''))));
  return files;
}

/** All but what was converted, and `version.json`, by which SvelteKit looks for a newer release. */
function* keptFiles(build: FileTree, root: string): Iterable<[string, Uint8Array]> {
  for (const [path, bytes] of build) {
    const converted = path.startsWith(`${root}/`) && path.endsWith('.js');
    if (!converted && path !== posix.join(root, '../version.json')) yield [path, bytes];
  }
}

function classicPage(html: string, start: PageStart, main: string): string {
  return relativePage(html)
    .replace(relativePage(start.element), `<script src="./${main}"></script>`)
    .replace(/\s*<link [^>]*rel="(?:modulepreload|preload)"[^>]*>/g, '');
}

interface BundleInput {
  readonly build: FileTree;
  readonly start: PageStart;
  readonly loader: LoaderSources;
  readonly styles: FirstStyles;
}

async function bundle(input: BundleInput): Promise<OutputChunk[]> {
  const bundled = await rollup({
    input: ENTRY,
    plugins: [moduleReader(input), scriptWriter(input)],
    // What could be shaken off is gone already: Vite has built these modules.
    treeshake: false,
    preserveEntrySignatures: 'allow-extension',
    onLog(level, log) {
      if (level === 'warn' && log.code !== 'CIRCULAR_DEPENDENCY') throw new Error(log.message);
    },
  });
  const { output } = await bundled.generate({
    format: 'system',
    entryFileNames: 'entry/course.[hash].js',
    chunkFileNames: 'chunks/[hash].js',
    hashCharacters: 'hex',
    compact: true,
    generatedCode: 'es2015',
  });
  await bundled.close();
  return output.filter((file) => file.type === 'chunk');
}

/** SvelteKit numbers its nodes: layout, error page, then pages by address, the shortest first. */
const FIRST_NODES = /^nodes\/[012]\./;

/** The first screen: SvelteKit's start code, the app, its layout and its first page. */
function entrySource({ build, start }: BundleInput): string {
  const nodes = [...build.keys()]
    .filter((path) => FIRST_NODES.test(path.replace(`${start.root}/`, '')))
    .sort();
  return [
    `import { start } from ${JSON.stringify(start.start)};`,
    `import * as app from ${JSON.stringify(start.app)};`,
    ...nodes.map((node) => `import ${JSON.stringify(node)};`),
    'export default (element) => start(app, element);',
  ].join('\n');
}

/** Reads the modules of the build instead of the disk's. */
function moduleReader(input: BundleInput): Plugin {
  const { build, styles } = input;
  return {
    name: 'read-build',
    resolveId(source, importer) {
      if (source === ENTRY) return ENTRY;
      const path = importer === ENTRY ? source : posix.join(posix.dirname(importer ?? ''), source);
      if (build.has(path)) return path;
      throw new Error(`${importer ?? PAGE} imports ${source}, which the build does not have.`);
    },
    load: (id) =>
      id === ENTRY ? entrySource(input) : adaptModule(id, styles.rename(readText(build, id))),
    // SystemJS has an asynchronous one, of an older draft; Vite takes the address if there is none.
    resolveImportMeta: (property) => (property === 'resolve' ? 'undefined' : null),
  };
}

/** Minifies again what rollup renamed, and puts the loader before the main script. */
function scriptWriter({ start, loader }: BundleInput): Plugin {
  return {
    name: 'write-scripts',
    async renderChunk(code, chunk) {
      if (!chunk.isEntry) return shrink(chunk.fileName, code);
      const started = await shrink(chunk.fileName, startedBy(start, loader.boot, code));
      return `${licensed(loader.systemjs)}\n${started}`;
    },
  };
}

function startedBy(start: PageStart, boot: string, main: string): string {
  return `(function () {
    ${boot.replace(/^export /gm, '')}
    self.${start.global} = ${start.value};
    (function (System) { ${main} })(
      createStarter(self.System, document.currentScript, rescueStyles(document)),
    );
  })();`;
}

function licensed(systemjs: string): string {
  const notice = '/*! SystemJS 6.15.1, (c) 2013-2022 Guy Bedford, MIT License */';
  const code = systemjs.replace(/^\s*\/\*![^]*?\*\//, '').replace(/\/\/# sourceMappingURL=.*/, '');
  return `${notice}${code.trim()}`;
}

async function shrink(name: string, code: string): Promise<string> {
  const result = await minify(name, code, { compress: { target: 'es2022' }, sourcemap: false });
  if (result.errors.length > 0) throw new Error(`${name}: ${result.errors[0]?.message ?? ''}`);
  return result.code;
}
