import { xml } from './xml.ts';
import type { Xml } from './xml.ts';

/** Where an LMS finds the manifest: the root of the zip, this very name (SCORM CAM 1.2, 2.3.2). */
export const MANIFEST = 'imsmanifest.xml';

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
 * Identifiers from the course id alone, the same in every release: LMSs tie learners' records to
 * them (field guide R43). They start with a letter, as xs:ID asks, whatever the course id.
 */
export function manifestIds(courseId: string): ManifestIds {
  return {
    manifest: `course-${courseId}`,
    organization: `organization-${courseId}`,
    item: `item-${courseId}`,
    resource: `resource-${courseId}`,
  };
}

/** One `<file>` for every file of the zip (field guide R44). Names need no URI escaping: see lint. */
export function fileElements(files: readonly string[]): readonly Xml[] {
  return files.map((file) => xml`      <file href="${file}"/>`);
}
