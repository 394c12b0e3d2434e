import { courseIri } from '#src/course/course-iri.ts';
import { LAUNCH_FILE } from '#src/packaging/manifest-parts.ts';
import type { PackagedCourse } from '#src/packaging/packager.ts';
import { xml, xmlDocument } from '#src/packaging/xml.ts';

/**
 * What an xAPI package holds: one activity, launched in a browser (Rustici's launch method,
 * lms_lrs.md, "Packaging").
 */
export function xapiManifest({ id, title, description, language }: PackagedCourse): string {
  return xmlDocument(xml`<tincan xmlns="http://projecttincan.com/tincan.xsd">
  <activities>
    <activity id="${courseIri(id)}" type="http://adlnet.gov/expapi/activities/course">
      <name lang="${language}">${title}</name>
      <description lang="${language}">${description}</description>
      <launch lang="${language}">${LAUNCH_FILE}</launch>
    </activity>
  </activities>
</tincan>`);
}
