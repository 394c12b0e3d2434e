/** A piece of XML that is well-formed as it is: templates take it unescaped. */
export interface Xml {
  readonly markup: string;
}

type Value = string | Xml | readonly Xml[];

/** Everything outside the characters that XML 1.0 allows (section 2.2, production 2). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * Makes a text safe inside an element and inside a double-quoted attribute (XML 1.0, section 2.4).
 * Named entities only: Moodle shows numeric character references literally (docs/lms/moodle.md,
 * "Manifest and zip"). Characters that XML cannot carry are left out.
 */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

/** Template tag: escapes every string put in, takes `Xml` as it is, and lists of `Xml` line by line. */
export function xml(strings: TemplateStringsArray, ...values: readonly Value[]): Xml {
  return { markup: String.raw({ raw: strings }, ...values.map(render)) };
}

function render(value: Value): string {
  if (typeof value === 'string') return escapeXml(value);
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('\n');
}

/** A whole document, to be written as UTF-8 without a byte order mark (field guide R17). */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.markup}\n`;
}
