import { courseIri } from '#src/course/course-iri.ts';
import { LAUNCH_FILE } from '#src/packaging/manifest-parts.ts';
import type { PackagedCourse } from '#src/packaging/packager.ts';
import { xml, xmlDocument } from '#src/packaging/xml.ts';

/** Namespace of the schema, which is also its address (cmi5 13.2). */
const NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';

/**
 * The course structure of a cmi5 package: one course with one assignable unit (cmi5 13).
 *
 * The unit is satisfied when the course is completed and passed; both are told by the course itself,
 * by the mark that the LMS hands it at launch. `AnyWindow`: it runs in a frame as in a window.
 *
 * @param host address of the folder that the files lie in, with a slash at its end, where the course
 *   structure is imported alone (cmi5 14.2)
 */
export function cmi5Manifest(
  { id, title, description, language, passMark }: PackagedCourse,
  host = '',
): string {
  const texts = xml`<title><langstring lang="${language}">${title}</langstring></title>
    <description><langstring lang="${language}">${description}</langstring></description>`;
  return xmlDocument(xml`<courseStructure xmlns="${NAMESPACE}">
  <course id="${courseIri(id)}">
    ${texts}
  </course>
  <au id="${courseIri(id, 'au')}" moveOn="CompletedAndPassed" masteryScore="${String(passMark / 100)}" launchMethod="AnyWindow" activityType="http://adlnet.gov/expapi/activities/course">
    ${texts}
    <url>${host + LAUNCH_FILE}</url>
  </au>
</courseStructure>`);
}
