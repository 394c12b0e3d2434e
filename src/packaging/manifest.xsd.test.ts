import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SchemaSet } from './carried-files.ts';
import type { PackagedCourse } from './packager.ts';
import { scorm12Manifest } from './scorm12/manifest.ts';
import { scorm2004Manifest } from './scorm2004/manifest.ts';
import { manifestValidator } from './testing/manifest-validator.ts';
import type { ManifestValidator } from './testing/manifest-validator.ts';

const HOSTILE = 'R&D <"Übung"> 日本 ]]> &#233; 🎓';
const FILES = ['_app/immutable/entry/course.0123456789ab.js', 'index.html'];

const course = (title: string): PackagedCourse => ({
  id: 'seal-check',
  title,
  description: 'How to check a seal.',
  language: 'en',
  event: 'CBP, Atlanta, December 2017',
  keywords: ['seals', 'customs'],
  minutes: 125,
  version: '1.2.0',
  passMark: 80,
});

interface Standard {
  readonly set: SchemaSet;
  readonly version: string;
  readonly scormType: string;
  readonly manifest: (course: PackagedCourse, files: readonly string[]) => string;
}

const STANDARDS: readonly Standard[] = [
  { set: 'scorm12', version: '1.2', scormType: 'adlcp:scormtype', manifest: scorm12Manifest },
  {
    set: 'scorm2004-3rd',
    version: '2004 3rd Edition',
    scormType: 'adlcp:scormType',
    manifest: (...parts) => scorm2004Manifest('2004 3rd Edition', ...parts),
  },
  {
    set: 'scorm2004-4th',
    version: '2004 4th Edition',
    scormType: 'adlcp:scormType',
    manifest: (...parts) => scorm2004Manifest('2004 4th Edition', ...parts),
  },
];

describe.each(STANDARDS)('the manifest for $set', ({ set, version, scormType, manifest }) => {
  const text = manifest(course('Seal check'), FILES);
  let validate: ManifestValidator;
  beforeAll(async () => {
    validate = await manifestValidator(set);
  });

  it('is valid by the schemas that the package carries', () => {
    expect(validate(text)).toEqual([]);
  });

  it('is valid with a hostile title, which comes out as it went in', () => {
    const hostile = manifest(course(HOSTILE), FILES);
    expect(validate(hostile)).toEqual([]);
    const document = XmlDocument.fromString(hostile);
    const titles = document
      .find('//*[local-name()="organizations"]//*[local-name()="title"]')
      .map((title) => title.content);
    expect(titles).toEqual([HOSTILE, HOSTILE]);
  });

  it.each([
    ['without its identifier', / identifier="course-[^"]*"/, ''],
    ['without the organization’s identifier', /organization identifier="[^"]*"/, 'organization'],
    ['with a title in the wrong place', /(<item [^>]*>)/, '$1<item identifier="x"/>'],
    ['with the wrong kind of resource', '"sco"', '"page"'],
    ['with an unknown element', '<organizations ', '<sections/><organizations '],
    ['without resources', /<resources>[^]*<\/resources>/, ''],
  ])('is invalid %s', (_, part, broken) => {
    const changed = text.replace(part, broken);
    expect(changed).not.toBe(text);
    expect(validate(changed)).not.toEqual([]);
  });

  it('names its standard letter for letter', () => {
    expect(text).toContain(`<schemaversion>${version}</schemaversion>`);
    expect(text).toContain(` ${scormType}="sco" `);
  });

  it('has one organization, one item and one resource, which refer to each other', () => {
    expect(text.match(/<(organization|item|resource) /g)).toHaveLength(3);
    expect(text).toContain('<organizations default="organization-seal-check">');
    expect(text).toContain('<organization identifier="organization-seal-check">');
    expect(text).toContain(
      '<item identifier="item-seal-check" identifierref="resource-seal-check">',
    );
    expect(text).toContain('<resource identifier="resource-seal-check" type="webcontent"');
  });

  it('gives organization and item exactly one title each', () => {
    expect(text.match(/<title>Seal check<\/title>/g)).toHaveLength(2);
  });

  it('keeps its identifiers when title, texts and files change', () => {
    const later = manifest({ ...course('Seals'), description: 'New.', language: 'fr' }, [
      'index.html',
    ]);
    const identifiers = (manifestText: string) => manifestText.match(/identifier(ref)?="[^"]*"/g);
    expect(identifiers(later)).toEqual(identifiers(text));
  });

  it('launches index.html, without query or fragment', () => {
    expect(text).toContain(' href="index.html">');
    expect(text).not.toContain('parameters=');
  });

  it('lists the files it is given', () => {
    const files = [...text.matchAll(/<file href="([^"]*)"\/>/g)].map(([, href]) => href);
    expect(files).toEqual(FILES);
  });

  it('sets no mastery score, threshold or sequencing rule', () => {
    expect(text).not.toMatch(
      /masteryscore|completionThreshold|[mM]inNormalized|Rule|imsss:objectives/,
    );
  });

  it('tells a catalogue title with event, description, language, keywords, version and time', () => {
    const { title, event, description, keywords } = course('Seal check');
    for (const words of [`${title} (${event})`, description, ...keywords, '1.2.0']) {
      expect(text).toContain(`>${words}<`);
    }
    expect(text).toContain('<language>en</language>');
    expect(text).toMatch(/>(02:05:00|PT2H5M)</);
    expect(text).toContain(' version="1.2.0"');
  });

  it('lists no schema as a resource', () => {
    const listed = manifest(course('Seal check'), [
      'index.html',
      'lom.xsd',
      'common/anyElement.xsd',
    ]);
    expect(listed.match(/<file /g)).toHaveLength(1);
  });

  it('is told apart from the other editions by its identifier', () => {
    expect(text).toContain(`<manifest identifier="course-seal-check-${set}"`);
  });

  it('has no newline or tab inside an attribute and no character references', () => {
    for (const [attribute] of text.matchAll(/="[^"]*"/g)) expect(attribute).not.toMatch(/[\n\t]/);
    expect(text).not.toContain('&#');
  });
});

describe('the manifests for SCORM 2004', () => {
  it('ask the LMS for no buttons of its own', () => {
    for (const edition of ['2004 3rd Edition', '2004 4th Edition'] as const) {
      const text = scorm2004Manifest(edition, course('Seal check'), FILES);
      const hidden = [...text.matchAll(/<adlnav:hideLMSUI>(\w+)</g)].map(([, button]) => button);
      expect(hidden).toEqual(['previous', 'continue', 'abandon', 'abandonAll']);
    }
  });
});
