import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { readSchemas } from '#src/packaging/carried-files.ts';
import type { SchemaSet } from '#src/packaging/carried-files.ts';
import { toBytes } from '#src/packaging/text-file.ts';

/** Namespaces that our manifests use, and the schema of each. */
const SCHEMAS: Readonly<Record<SchemaSet, Readonly<Record<string, string>>>> = {
  scorm12: {
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
  },
  'scorm2004-3rd': scorm2004(),
  'scorm2004-4th': scorm2004(),
  cmi5: { 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd': 'CourseStructure.xsd' },
};

function scorm2004() {
  return {
    'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
    'http://ltsc.ieee.org/xsd/LOM': 'lom.xsd',
  };
}

/**
 * Validates a manifest against the schemas that its package carries: libxml2 as WebAssembly, files
 * from memory, no network.
 * @returns what is wrong, one line each; empty when it is valid
 */
export type ManifestValidator = (manifest: string) => readonly string[];

/** Reads one set of schemas. */
export async function manifestValidator(set: SchemaSet): Promise<ManifestValidator> {
  const files = await readSchemas(set);
  const readable = [...files].map(([name, bytes]) => [`${set}/${name}`, tolerable(bytes)] as const);
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(readable)));
  const driver = XmlDocument.fromString(importAll(SCHEMAS[set]), { url: `${set}/all.xsd` });
  const validator = XsdValidator.fromDoc(driver);
  return (manifest) => problems(() => validator.validate(XmlDocument.fromString(manifest)));
}

function importAll(schemas: Readonly<Record<string, string>>): string {
  const imports = Object.entries(schemas).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:all">${imports.join('')}</xs:schema>`;
}

/**
 * `ims_xml.xsd` of SCORM 1.2 declares the xml namespace as its default one, which later became an
 * error (Namespaces in XML 1.0, section 3). It uses no unprefixed name of it, so that validation
 * without the declaration is the same. In `imsmd_rootv1p2p1.xsd`, "anything else" may follow the
 * optional elements of a group, which makes the group ambiguous for libxml2; our metadata have nothing
 * else. Packages carry both files as they are.
 */
function tolerable(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes);
  const declared = text.replace(' xmlns="http://www.w3.org/XML/1998/namespace"', '');
  const isMetadata = text.includes(
    ' targetNamespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"',
  );
  return toBytes(isMetadata ? declared.replace(/<xsd:group ref="grp\.any"\s*\/>/g, '') : declared);
}

function problems(validate: () => void): readonly string[] {
  try {
    validate();
    return [];
  } catch (reason) {
    if (reason instanceof XmlLibError) return reason.message.trim().split('\n');
    throw reason;
  }
}
