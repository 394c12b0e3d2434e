import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentReader } from './reader.ts';

/** A reader over a folder on disk, for Node: the command line and the Vite plugin. */
export function diskReader(folder: string): ContentReader {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return {
    files,
    read(file) {
      const path = join(folder, file);
      return statSync(path, { throwIfNoEntry: false })?.isFile()
        ? readFileSync(path, 'utf8')
        : undefined;
    },
  };
}
