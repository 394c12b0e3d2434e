import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** svelte.config.js puts the player where this says. */
const build = resolve(root, process.env['COURSE_BUILD'] ?? 'build');

const packages = resolve(root, process.env['COURSE_PACKAGES'] ?? 'dist');

/**
 * Folders and files of the project, absolute. `COURSE_LESSONS`, `COURSE_BUILD` and
 * `COURSE_PACKAGES` name those of another course: for tests and measurements.
 */
export const PATHS = {
  root,
  lessons: resolve(root, process.env['COURSE_LESSONS'] ?? 'lessons'),
  build,
  player: join(build, 'player'),
  simulator: join(build, 'simulator'),
  packages,
  reports: join(packages, 'reports'),
  schemas: join(root, 'docs/schemas'),
} as const;
