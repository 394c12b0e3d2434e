import { lmsPackager } from '#src/packaging/lms-packager.ts';
import { MANIFEST } from '#src/packaging/manifest-parts.ts';
import { scorm12Manifest } from './manifest.ts';

/** SCORM 1.2: every LMS takes it, and it is the only one that Moodle's app plays offline (R38). */
export const scorm12 = lmsPackager({
  format: 'scorm12',
  protocol: 'scorm12',
  summary: 'SCORM 1.2, for any LMS',
  schemas: 'scorm12',
  manifest: { file: MANIFEST, write: scorm12Manifest },
});
