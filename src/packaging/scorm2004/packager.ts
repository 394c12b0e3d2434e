import { lmsPackager } from '#src/packaging/lms-packager.ts';
import { MANIFEST } from '#src/packaging/manifest-parts.ts';
import { scorm2004Manifest } from './manifest.ts';

/** SCORM 2004 3rd edition: the 2004 package for most LMSs (field guide R22). */
export const scorm2004Third = lmsPackager({
  format: 'scorm2004-3rd',
  protocol: 'scorm2004',
  summary: 'SCORM 2004 3rd edition, for LMSs that want SCORM 2004',
  schemas: 'scorm2004-3rd',
  manifest: {
    file: MANIFEST,
    write: (course, files) => scorm2004Manifest('2004 3rd Edition', course, files),
  },
});

/** SCORM 2004 4th edition: the same player, another set of schemas. */
export const scorm2004Fourth = lmsPackager({
  format: 'scorm2004-4th',
  protocol: 'scorm2004',
  summary: 'SCORM 2004 4th edition, for LMSs that ask for it by name',
  schemas: 'scorm2004-4th',
  manifest: {
    file: MANIFEST,
    write: (course, files) => scorm2004Manifest('2004 4th Edition', course, files),
  },
});
