import type { FileTree } from './packager.ts';

/**
 * The text of one file of a build, UTF-8.
 * @throws Error when the build has no such file.
 */
export function readText(build: FileTree, path: string): string {
  const bytes = build.get(path);
  if (!bytes) throw new Error(`The build has no ${path}. Build the player again.`);
  return new TextDecoder().decode(bytes);
}

/** UTF-8 without a byte order mark. */
export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
