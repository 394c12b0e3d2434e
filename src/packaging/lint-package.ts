import { isSchema, LAUNCH_FILE, MANIFEST, MANIFESTS } from './manifest-parts.ts';
import type { FileTree } from './packager.ts';
import { readText } from './text-file.ts';

/** One problem with a package. Errors keep it from being written. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  /** Path inside the package; `.` for the package as a whole. */
  readonly file: string;
  /** What is wrong and what to do instead. */
  readonly message: string;
}

const MAX_PATH = 120;
const MEGABYTE = 1_000_000;
const LARGE = 50 * MEGABYTE;
const TOO_LARGE = 250 * MEGABYTE;

/** The standards' own files keep their names: manifests refer to them. */
const SCHEMA_FILE = /^([a-z]+\/)?[\w.]+\.(xsd|dtd)$/;
const GOOD_NAME = /^[a-z0-9_-][a-z0-9._-]*$/;
const BANNED = /\.(asp|aspx|cgi|cjs|jsp|mjs|php|pl|py|rb|sh|shtml)$|(^|\/)web\.config$/i;
const UNLOAD = /["'`](before)?unload["'`]|\bonunload\b|\bonbeforeunload\b/;

/** Checks the files of a package before they are zipped; findings in the order of file names. */
export function lintPackage(files: FileTree): readonly Finding[] {
  const paths = [...files.keys()].sort();
  const isForLms = MANIFESTS.some((name) => files.has(name));
  return [
    ...paths.flatMap((path) => [...lintPath(path)]),
    ...lintCase(paths),
    ...lintSize(files),
    ...(files.has(LAUNCH_FILE)
      ? []
      : [error('launch-file', '.', `The package has no ${LAUNCH_FILE}.`)]),
    ...(files.has(MANIFEST) ? lintManifest(files, paths) : []),
    ...(isForLms ? lintScripts(files, paths) : []),
  ];
}

/** Field guide R18 (names), R41 (banned files). */
function* lintPath(path: string): Iterable<Finding> {
  const names = path.split('/');
  if (!SCHEMA_FILE.test(path) && !names.every((name) => GOOD_NAME.test(name))) {
    yield names.some((name) => name.startsWith('.'))
      ? error('dotfile', path, 'LMSs refuse files whose name starts with a dot. Remove it.')
      : error(
          'file-name',
          path,
          `A name may have a–z, 0–9, dot, hyphen and underscore only. Rename it to ${goodName(path)}.`,
        );
  }
  if (path.length > MAX_PATH) {
    yield error(
      'path-length',
      path,
      `The path has ${path.length} characters; ${MAX_PATH} are allowed. Shorten it.`,
    );
  }
  if (BANNED.test(path)) {
    yield error('banned-file', path, 'LMSs refuse files of this type. Remove it.');
  }
  if (path.endsWith('.map')) {
    yield error(
      'source-map',
      path,
      'Source maps do not belong into a package. Build without them.',
    );
  }
}

function goodName(path: string): string {
  const names = path
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .split('/');
  return names.map((name) => name.replace(/[^a-z0-9._-]+/g, '-')).join('/');
}

/** LMSs store files on systems that tell case apart, and on systems that do not. */
function* lintCase(paths: readonly string[]): Iterable<Finding> {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const other = seen.get(path.toLowerCase());
    if (other !== undefined) {
      yield error(
        'same-name',
        path,
        `Differs from ${other} by upper and lower case only. Rename one.`,
      );
    }
    seen.set(path.toLowerCase(), path);
  }
}

/** Field guide R42. */
function* lintSize(files: FileTree): Iterable<Finding> {
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const text = `${(size / MEGABYTE).toFixed(1)} MB`;
  if (size >= TOO_LARGE) {
    yield error(
      'size',
      '.',
      `The package has ${text}; LMSs refuse 250 MB and more. Shrink its media.`,
    );
  } else if (size >= LARGE) {
    yield {
      ...error('size', '.', `The package has ${text}; many LMSs take 50 MB at most.`),
      severity: 'warning',
    };
  }
}

/** Field guide R44: the manifest lists every other file but schemas, and none that is missing. */
function* lintManifest(files: FileTree, paths: readonly string[]): Iterable<Finding> {
  const hrefs = readText(files, MANIFEST).matchAll(/<file href="([^"]*)"/g);
  const listed = new Set([...hrefs].map(([, href]) => href ?? ''));
  for (const path of paths) {
    if (path !== MANIFEST && !isSchema(path) && !listed.has(path)) {
      yield error('manifest', path, `${MANIFEST} does not list this file.`);
    }
  }
  for (const href of listed) {
    if (!files.has(href))
      yield error('manifest', href, `${MANIFEST} lists a file that is missing.`);
  }
}

/** Field guide R2: browsers drop unload handlers, and what they would have saved is lost. */
function* lintScripts(files: FileTree, paths: readonly string[]): Iterable<Finding> {
  for (const path of paths.filter((name) => /\.(js|html)$/.test(name))) {
    if (UNLOAD.test(readText(files, path))) {
      yield error(
        'unload',
        path,
        'Handles unload or beforeunload, which LMSs block. Use pagehide and visibilitychange.',
      );
    }
  }
}

function error(rule: string, file: string, message: string): Finding {
  return { severity: 'error', rule: `package/${rule}`, file, message };
}
