import { toClassicScripts } from './classic.ts';
import { readLoaderSources } from './carried-files.ts';
import type { FileTree } from './packager.ts';

/** One build of the player, shared by all packages that are made of it. */
export interface PlayerBuild {
  /** As `vite build` wrote it: ES modules. */
  readonly modules: FileTree;
  /** Its classic-script form for LMS packages; converted once, at the first call. */
  classic(): Promise<FileTree>;
}

/** Wraps the files of `build/player`. */
export function playerBuild(modules: FileTree): PlayerBuild {
  let converted: Promise<FileTree> | undefined;
  return {
    modules,
    classic: () => (converted ??= convert(modules)),
  };
}

async function convert(modules: FileTree): Promise<FileTree> {
  return toClassicScripts(modules, await readLoaderSources());
}
