import type { PackagedCourse } from '#src/packaging/packager.ts';
import { xml, type Xml } from '#src/packaging/xml.ts';
import { catalogueTitle } from '#src/packaging/manifest-parts.ts';

/** What a catalogue shows of the course: IEEE LOM 1.0 in XML (IEEE 1484.12.3; SCORM 2004 CAM 4). */
export function metadata2004(course: PackagedCourse): Xml {
  const { id, description, language, keywords, minutes, version } = course;
  const text = (words: string) => xml`<string language="${language}">${words}</string>`;
  return xml`    <lom xmlns="http://ltsc.ieee.org/xsd/LOM">
      <general>
        <identifier>
          <catalog>course</catalog>
          <entry>${id}</entry>
        </identifier>
        <title>${text(catalogueTitle(course))}</title>
        <language>${language}</language>
        <description>${text(description)}</description>
${keywords.map((word) => xml`        <keyword>${text(word)}</keyword>`)}
      </general>
      <lifeCycle>
        <version>${text(version)}</version>
        <status>
          <source>LOMv1.0</source>
          <value>final</value>
        </status>
      </lifeCycle>
      <metaMetadata>
        <metadataSchema>LOMv1.0</metadataSchema>
        <language>${language}</language>
      </metaMetadata>
      <technical>
        <format>text/html</format>
      </technical>
      <educational>
        <typicalLearningTime>
          <duration>PT${String(Math.floor(minutes / 60))}H${String(minutes % 60)}M</duration>
        </typicalLearningTime>
        <language>${language}</language>
      </educational>
    </lom>`;
}
