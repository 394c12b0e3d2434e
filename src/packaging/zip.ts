import { zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import { MANIFESTS } from './manifest-parts.ts';
import type { FileTree } from './packager.ts';

/** Compressed already: deflating again costs time and gains nothing. */
const STORED = /\.(avif|gif|jpe?g|mp[34]|png|webp|woff2?)$/;

/**
 * Writes files into a zip that is the same, byte for byte, for the same files (field guide R48):
 * the manifest first, the rest sorted, one fixed time. Stored and deflated entries only, sizes in the
 * local headers, no zip64 (R42).
 */
export function zipFiles(files: FileTree): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort(byManifestThenName)) {
    entries[path] = [files.get(path) ?? new Uint8Array(), { level: STORED.test(path) ? 0 : 9 }];
  }
  return zipSync(entries, { mtime: firstZipDay() });
}

/**
 * 1980-01-01, the first day that a zip can name (APPNOTE 4.4.6, MS-DOS time). Local time, because
 * fflate reads the date in local time: so every time zone writes the same bytes.
 */
const firstZipDay = () => new Date(1980, 0, 1);

function byManifestThenName(one: string, other: string): number {
  const [isOne, isOther] = [MANIFESTS.includes(one), MANIFESTS.includes(other)];
  if (isOne !== isOther) return isOne ? -1 : 1;
  return one < other ? -1 : 1;
}
