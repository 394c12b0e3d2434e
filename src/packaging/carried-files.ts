import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { isSchema } from './manifest-parts.ts';
import type { FileTree } from './packager.ts';

/*
 * Files that packages carry as they are. Nothing else in `packaging` touches the disk.
 */

/** One folder below `schemas/` for each standard. */
export type SchemaSet = 'scorm12' | 'scorm2004-3rd' | 'scorm2004-4th' | 'cmi5';

/**
 * The XML schemas that belong at the root of a package (SCORM CAM 2004 4th edition, section 3.4.1;
 * ADL's own validator refuses a package without them). The editions' sets differ.
 */
export async function readSchemas(set: SchemaSet): Promise<FileTree> {
  const folder = new URL(`./schemas/${set}/`, import.meta.url);
  const entries = await readdir(folder, { recursive: true });
  const names = entries
    .filter(isSchema)
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(new URL(name, folder))] as const),
    ),
  );
}

/** Source text of the two scripts that run before the course in an LMS package. */
export interface LoaderSources {
  /** SystemJS (MIT), its minimal build. */
  readonly systemjs: string;
  /** Our `boot.js`. */
  readonly boot: string;
}

/** Reads the module loader and our boot script. */
export async function readLoaderSources(): Promise<LoaderSources> {
  const systemjs = createRequire(import.meta.url).resolve('systemjs/s.js');
  return {
    systemjs: await readFile(systemjs, 'utf8'),
    boot: await readFile(new URL('./boot.js', import.meta.url), 'utf8'),
  };
}
