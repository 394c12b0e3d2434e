import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import type { PackageInfo } from '#src/simulator/contract.ts';
import { describePackage, type PackageContent } from './manifest.ts';

/** Reads the zips of one folder; each is read again when it has changed. */
export interface PackageShelf {
  list(): Promise<PackageInfo[]>;
  /** Files of a zip by name; undefined if there is no such zip. Throws if it cannot be read. */
  files(name: string): Promise<ReadonlyMap<string, Uint8Array> | undefined>;
}

interface Cached<T> {
  readonly stamp: string;
  readonly value: T;
}

/** Unpacked packages kept in memory at a time. */
const UNPACKED = 3;

/** A shelf on `folder`. A folder that does not exist is an empty one. */
export function createPackageShelf(folder: string): PackageShelf {
  const infos = new Map<string, Cached<PackageInfo>>();
  const unpacked = new Map<string, Cached<ReadonlyMap<string, Uint8Array>>>();

  async function names(): Promise<string[]> {
    const entries = await readdir(folder).catch(() => []);
    return entries.filter((name) => name.toLowerCase().endsWith('.zip')).sort();
  }

  async function info(name: string): Promise<PackageInfo | undefined> {
    const found = await stampOf(join(folder, name));
    if (found === undefined) return undefined;
    const cached = infos.get(name);
    if (cached?.stamp === found.stamp) return cached.value;
    const value = { name, bytes: found.bytes, ...(await contentOf(join(folder, name), name)) };
    infos.set(name, { stamp: found.stamp, value });
    return value;
  }

  return {
    async list() {
      const all = await Promise.all((await names()).map(info));
      return all.filter((one) => one !== undefined);
    },
    async files(name) {
      if (!(await names()).includes(name)) return undefined;
      const found = await stampOf(join(folder, name));
      if (found === undefined) return undefined;
      const cached = unpacked.get(name);
      if (cached?.stamp === found.stamp) return cached.value;
      const value = new Map(Object.entries(unzipSync(await readFile(join(folder, name)))));
      keep(unpacked, name, { stamp: found.stamp, value });
      return value;
    },
  };
}

function keep<T>(cache: Map<string, T>, name: string, value: T): void {
  cache.delete(name);
  cache.set(name, value);
  const [oldest] = cache.keys();
  if (cache.size > UNPACKED && oldest !== undefined) cache.delete(oldest);
}

async function stampOf(path: string): Promise<{ stamp: string; bytes: number } | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  return { stamp: `${found.mtimeMs}-${found.size}`, bytes: found.size };
}

async function contentOf(path: string, name: string): Promise<PackageContent> {
  const title = name.replace(/\.zip$/i, '');
  try {
    const zip = await readFile(path);
    const fileNames: string[] = [];
    const collect = (file: UnzipFileInfo): boolean => {
      fileNames.push(file.name);
      return ['imsmanifest.xml', 'index.html'].includes(file.name);
    };
    const files = unzipSync(zip, { filter: collect });
    const readText = (file: string): string => strFromU8(files[file] ?? new Uint8Array());
    return describePackage(fileNames, readText, title);
  } catch (error) {
    return { kind: 'unknown', title, launch: '', problem: `cannot be read: ${reasonOf(error)}` };
  }
}

/** What an error says, in one line. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
