import type { HostileProfile } from './profile.ts';

const found = import.meta.glob<{ readonly profile: HostileProfile }>(
  ['./*.ts', '!./profile.ts', '!./registry.ts'],
  { eager: true },
);

/** Every profile of this folder by its file’s name: a new one is a new file. */
export const HOSTILE_PROFILES: ReadonlyMap<string, HostileProfile> = new Map(
  Object.entries(found).map(([path, { profile }]) => [path.slice(2, -'.ts'.length), profile]),
);
