import { cmi5 } from './cmi5/packager.ts';
import { FORMATS } from './packager.ts';
import type { Format, Packager } from './packager.ts';
import { scorm12 } from './scorm12/packager.ts';
import { scorm2004Fourth, scorm2004Third } from './scorm2004/packager.ts';
import { web } from './web/packager.ts';
import { xapi } from './xapi/packager.ts';

/** What makes each format. */
export const PACKAGERS: Readonly<Record<Format, Packager>> = {
  scorm12,
  'scorm2004-3rd': scorm2004Third,
  'scorm2004-4th': scorm2004Fourth,
  cmi5,
  xapi,
  web,
};

/** @throws Error that lists the formats, when there is none of that name. */
export function findPackager(format: string): Packager {
  const known = FORMATS.find((candidate) => candidate === format);
  if (known) return PACKAGERS[known];
  throw new Error(`Unknown format "${format}". Formats: ${FORMATS.join(', ')}.`);
}
