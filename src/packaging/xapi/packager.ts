import { lmsPackager } from '#src/packaging/lms-packager.ts';
import { TINCAN_MANIFEST } from '#src/packaging/manifest-parts.ts';
import { xapiManifest } from './manifest.ts';

/** xAPI with a launch link (“Tin Can”), for LMSs and LRSs without cmi5. */
export const xapi = lmsPackager({
  format: 'xapi',
  protocol: 'xapi',
  summary: 'xAPI with a launch link, for LRSs without cmi5',
  manifest: { file: TINCAN_MANIFEST, write: xapiManifest },
});
