/** One element: names without prefix. `text` is all text directly in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<\/([^\s>]+)\s*>|<([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/**
 * Reads an XML text as far as a manifest needs: elements, attributes, text. Tolerant: prefixes are
 * dropped, unclosed elements end where their parent ends. Undefined if there is no element at all.
 */
export function readXml(source: string): XmlElement | undefined {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, cdata, closing, opening, attributes = '', single, text] of source.matchAll(TOKEN)) {
    const top = open.at(-1) ?? root;
    if (opening !== undefined) {
      const element: XmlElement = {
        name: local(opening),
        attributes: readAttributes(attributes),
        children: [],
        text: '',
      };
      top.children.push(element);
      if (single !== '/') open.push(element);
    } else if (closing !== undefined) {
      const index = open.findLastIndex((element) => element.name === local(closing));
      if (index > 0) open.length = index;
    } else if (cdata !== undefined) top.text += cdata;
    else if (text !== undefined) top.text += decode(text);
  }
  return root.children[0];
}

function readAttributes(source: string): Record<string, string> {
  const found = [...source.matchAll(ATTRIBUTE)];
  return Object.fromEntries(
    found.map(([, name = '', double, single]) => [local(name), decode(double ?? single ?? '')]),
  );
}

/** All elements of that name below `element`, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** Text of the first element of that name below `element`, white space collapsed; empty if none. */
export function textOf(element: XmlElement, name: string): string {
  return (descendants(element, name)[0]?.text ?? '').replace(/\s+/g, ' ').trim();
}
