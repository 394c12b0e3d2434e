import { fileElements, LAUNCH_FILE, manifestIds } from '#src/packaging/manifest-parts.ts';
import type { PackagedCourse } from '#src/packaging/packager.ts';
import { metadata2004 } from './metadata.ts';
import { xml, xmlDocument } from '#src/packaging/xml.ts';

/** `schemaversion`, letter for letter: Moodle takes any other text for SCORM 1.2. */
type Scorm2004Edition = keyof typeof FORMATS;

const FORMATS = {
  '2004 3rd Edition': 'scorm2004-3rd',
  '2004 4th Edition': 'scorm2004-4th',
} as const;

/** Buttons that would lead nowhere, or give up what was learned. */
const HIDDEN = ['previous', 'continue', 'abandon', 'abandonAll'] as const;

/**
 * The manifest of a SCORM 2004 package: one organization with one SCO (SCORM 2004 CAM, section 3.4).
 *
 * No sequencing rules (field guide R22): the course decides itself what is open. What is said to the
 * sequencer keeps it from acting on its own:
 * - `flow`, without which a Start request cannot reach the SCO (SN, SB.2.5 with SB.2.2);
 * - `completionSetByContent` and `objectiveSetByContent`, without which the end of a session makes an
 *   activity completed and satisfied when the course said nothing yet (SN, UP.4).
 *
 * Left out on purpose: `imsss:minNormalizedMeasure` and `adlcp:completionThreshold`, by which an LMS
 * replaces the success and completion that the course reports (field guide R8; Moodle does so even
 * with wrong numbers: docs/lms/moodle.md, "Status, score, grade, completion"). The LMS draws no buttons
 * of its own around the one SCO: Continue and Previous lead nowhere (CAM 5.2).
 *
 * @param files all other files of the package, sorted
 */
export function scorm2004Manifest(
  edition: Scorm2004Edition,
  course: PackagedCourse,
  files: readonly string[],
): string {
  const { id, title, version } = course;
  const ids = manifestIds(id, FORMATS[edition]);
  return xmlDocument(xml`<manifest identifier="${ids.manifest}" version="${version}"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd http://ltsc.ieee.org/xsd/LOM lom.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>${edition}</schemaversion>
${metadata2004(course)}
  </metadata>
  <organizations default="${ids.organization}">
    <organization identifier="${ids.organization}">
      <title>${title}</title>
      <item identifier="${ids.item}" identifierref="${ids.resource}">
        <title>${title}</title>
        <imsss:sequencing>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
        <adlnav:presentation>
          <adlnav:navigationInterface>
${HIDDEN.map((button) => xml`            <adlnav:hideLMSUI>${button}</adlnav:hideLMSUI>`)}
          </adlnav:navigationInterface>
        </adlnav:presentation>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${ids.resource}" type="webcontent" adlcp:scormType="sco" href="${LAUNCH_FILE}">
${fileElements(files)}
    </resource>
  </resources>
</manifest>`);
}
