/**
 * The ways of speaking to whatever keeps a learner's record. Each has a folder in `src/tracking/`; a
 * package names its own in the page, as `data-tracking`.
 */
export const PROTOCOLS = ['browser', 'scorm12', 'scorm2004', 'cmi5', 'xapi'] as const;
export type Protocol = (typeof PROTOCOLS)[number];
