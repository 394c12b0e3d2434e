import { fileElements, LAUNCH_FILE, manifestIds } from '#src/packaging/manifest-parts.ts';
import type { PackagedCourse } from '#src/packaging/packager.ts';
import { metadata12 } from './metadata.ts';
import { xml, xmlDocument } from '#src/packaging/xml.ts';

/**
 * The manifest of a SCORM 1.2 package: one organization with one SCO (SCORM 1.2 CAM, section 2.3).
 *
 * Left out on purpose: `adlcp:masteryscore`. With it Moodle replaces the status that the course reports, and the pass
 * mark of the LMS, where it sets one, comes to the course anyway (field guide R8).
 *
 * @param files all other files of the package, sorted
 */
export function scorm12Manifest(course: PackagedCourse, files: readonly string[]): string {
  const { id, title, version } = course;
  const ids = manifestIds(id, 'scorm12');
  return xmlDocument(xml`<manifest identifier="${ids.manifest}" version="${version}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
${metadata12(course)}
  </metadata>
  <organizations default="${ids.organization}">
    <organization identifier="${ids.organization}">
      <title>${title}</title>
      <item identifier="${ids.item}" identifierref="${ids.resource}">
        <title>${title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${ids.resource}" type="webcontent" adlcp:scormtype="sco" href="${LAUNCH_FILE}">
${fileElements(files)}
    </resource>
  </resources>
</manifest>`);
}
