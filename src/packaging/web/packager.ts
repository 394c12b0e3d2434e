import { LAUNCH_FILE } from '#src/packaging/manifest-parts.ts';
import { describePage, relativePage } from '#src/packaging/page.ts';
import type { Packager } from '#src/packaging/packager.ts';
import { readText, toBytes } from '#src/packaging/text-file.ts';

/** The course as a website: ES modules as built, runs in any folder of any web server. */
export const web: Packager = {
  format: 'web',
  protocol: 'browser',
  summary: 'a website for any web server; progress stays in the learner’s browser',
  files(course, { modules }) {
    const page = describePage(relativePage(readText(modules, LAUNCH_FILE)), course, 'browser');
    return Promise.resolve(new Map(modules).set(LAUNCH_FILE, toBytes(page)));
  },
};
