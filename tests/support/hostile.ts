import { readdirSync } from 'node:fs';
import type { HostileProfile } from '#src/simulator/hostile/profile.ts';

const FOLDER = new URL('../../src/simulator/hostile/', import.meta.url);
const names = readdirSync(FOLDER)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !['profile', 'registry'].includes(name));

interface Module {
  readonly profile: HostileProfile;
}

/** Every hostile profile by its name, without the bundler that the simulator's page has. */
export const hostileProfiles: readonly (readonly [string, HostileProfile])[] = await Promise.all(
  names.map(async (name) => {
    const { profile } = (await import(new URL(`${name}.ts`, FOLDER).href)) as Module;
    return [name, profile] as const;
  }),
);
