import { fileElements, LAUNCH_FILE, manifestIds } from '#src/packaging/manifest-parts.ts';
import type { PackagedCourse } from '#src/packaging/packager.ts';
import { xml, xmlDocument } from '#src/packaging/xml.ts';

/**
 * The manifest of a SCORM 1.2 package: one organization with one SCO (SCORM 1.2 CAM, section 2.3).
 *
 * Left out on purpose:
 * - `adlcp:masteryscore`: with it Moodle replaces the status that the course reports, and the pass
 *   mark of the LMS, where it sets one, comes to the course anyway (field guide R8);
 * - LOM metadata: optional, and LMSs read the title only. Its schema (imsmd_rootv1p2p1.xsd) has
 *   ambiguous content models, which strict validators refuse.
 *
 * @param files all other files of the package, sorted
 */
export function scorm12Manifest({ id, title }: PackagedCourse, files: readonly string[]): string {
  const ids = manifestIds(id);
  return xmlDocument(xml`<manifest identifier="${ids.manifest}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
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
