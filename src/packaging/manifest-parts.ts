import type { Format, PackagedCourse } from './packager.ts';
import { xml } from './xml.ts';
import type { Xml } from './xml.ts';

/** Where an LMS finds the manifest: the root of the zip, this very name (SCORM CAM 1.2, 2.3.2). */
export const MANIFEST = 'imsmanifest.xml';
/** Where an LMS finds a cmi5 course structure (cmi5 14.1). */
export const CMI5_MANIFEST = 'cmi5.xml';
/** Where an LMS finds what an xAPI package holds (Rustici's launch method, lms_lrs.md, "Packaging"). */
export const TINCAN_MANIFEST = 'tincan.xml';
/** A package for an LMS has one of these. */
export const MANIFESTS: readonly string[] = [MANIFEST, CMI5_MANIFEST, TINCAN_MANIFEST];

/** The file an LMS opens: at the root, without query or fragment (field guide R21). */
export const LAUNCH_FILE = 'index.html';

/** The four identifiers of a package with one organization, one item and one resource. */
interface ManifestIds {
  readonly manifest: string;
  readonly organization: string;
  readonly item: string;
  readonly resource: string;
}

/**
 * Identifiers from the course id, the same in every release: LMSs tie learners' records to that of the
 * item (field guide R43). That of the manifest also tells the edition, for an LMS that is given two of
 * them. They start with a letter, as xs:ID asks, whatever the course id.
 */
export function manifestIds(courseId: string, format: Format): ManifestIds {
  return {
    manifest: `course-${courseId}-${format}`,
    organization: `organization-${courseId}`,
    item: `item-${courseId}`,
    resource: `resource-${courseId}`,
  };
}

/** The standard's own files: they describe the package and are no resource of the course. */
export const isSchema = (file: string) => /\.(xsd|dtd)$/.test(file);

/** One `<file>` for every resource of the zip (field guide R44). Names need no URI escaping: see lint. */
export function fileElements(files: readonly string[]): readonly Xml[] {
  return files.filter((file) => !isSchema(file)).map((file) => xml`      <file href="${file}"/>`);
}

/** The title with what it is about: alone, among many courses, a title may say too little. */
export function catalogueTitle({ title, event }: PackagedCourse): string {
  return event === '' ? title : `${title} (${event})`;
}
