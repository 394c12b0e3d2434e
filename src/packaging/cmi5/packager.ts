import { lmsPackager } from '#src/packaging/lms-packager.ts';
import { CMI5_MANIFEST } from '#src/packaging/manifest-parts.ts';
import { cmi5Manifest } from './manifest.ts';

/** cmi5 (Quartz): the course speaks to the LMS over HTTP, from wherever its files lie. */
export const cmi5 = lmsPackager({
  format: 'cmi5',
  protocol: 'cmi5',
  summary: 'cmi5, for LMSs with an LRS; the files may lie anywhere',
  manifest: { file: CMI5_MANIFEST, write: (course) => cmi5Manifest(course) },
});
