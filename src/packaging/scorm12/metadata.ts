import type { PackagedCourse } from '#src/packaging/packager.ts';
import { xml, type Xml } from '#src/packaging/xml.ts';
import { catalogueTitle } from '#src/packaging/manifest-parts.ts';

/**
 * What a catalogue shows of the course: IMS Learning Resource Meta-data 1.2.1, as SCORM 1.2 wants it
 * inside a manifest (CAM 2.2). Descriptions have 1,000 characters at most (field guide R62).
 */
export function metadata12(course: PackagedCourse): Xml {
  const { id, description, language, keywords, minutes, version } = course;
  const text = (words: string) => xml`<langstring xml:lang="${language}">${words}</langstring>`;
  const neutral = (words: string) => xml`<langstring xml:lang="x-none">${words}</langstring>`;
  return xml`    <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
      <general>
        <title>${text(catalogueTitle(course))}</title>
        <catalogentry>
          <catalog>course</catalog>
          <entry>${neutral(id)}</entry>
        </catalogentry>
        <language>${language}</language>
        <description>${text(description)}</description>
${keywords.map((word) => xml`        <keyword>${text(word)}</keyword>`)}
      </general>
      <lifecycle>
        <version>${neutral(version)}</version>
        <status>
          <source>${neutral('LOMv1.0')}</source>
          <value>${neutral('Final')}</value>
        </status>
      </lifecycle>
      <metametadata>
        <metadatascheme>ADL SCORM 1.2</metadatascheme>
        <language>${language}</language>
      </metametadata>
      <technical>
        <format>text/html</format>
      </technical>
      <educational>
        <typicallearningtime>
          <datetime>${timeOf(minutes)}</datetime>
        </typicallearningtime>
        <language>${language}</language>
      </educational>
    </lom>`;
}

/** `01:45:00`, as IMS's best practice guide writes learning times. */
function timeOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
