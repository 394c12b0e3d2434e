import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.ts';

export type Path = readonly (string | number)[];

/** A YAML text with the lines on which its values stand. */
export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  /** Line of the value at that path, or of the nearest thing around it. */
  lineOf(path: Path): number;
  readonly problems: readonly Problem[];
}

/** `firstLine`: line in the file on which the text begins (frontmatter starts on the second). */
export function parseYaml(file: string, text: string, firstLine = 1): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    logLevel: 'error',
  });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  const { value, flaws } = valueOf(document, text);
  return {
    file,
    value,
    lineOf: (path) => lineAt(offsetOf(document, path)),
    problems: flaws.map(({ message, offset, hint }) => ({
      file,
      line: lineAt(offset),
      severity: 'error',
      rule: 'yaml/syntax',
      message: `This is not valid YAML: ${lowerFirst(message)}.`,
      hint:
        hint ??
        'Check indentation and quotes; put text that contains “: ” or starts with a quote in quotes.',
    })),
  };
}

interface Flaw {
  readonly message: string;
  readonly offset: number;
  readonly hint?: string;
}

/** One tab makes the parser stumble many times. */
const TAB = {
  message: 'a line begins with a tab',
  hint: 'Indent with spaces: two for each level.',
};

/** An alias that nothing defines (`*name`) shows only when the value is made. */
function valueOf(document: Document, text: string): { value: unknown; flaws: readonly Flaw[] } {
  if (document.errors.length > 0) {
    const tab = /^ *\t/m.exec(text);
    if (tab) return { value: undefined, flaws: [{ ...TAB, offset: tab.index }] };
    const flaws = document.errors.map(({ message, pos }) => ({ message, offset: pos[0] }));
    return { value: undefined, flaws };
  }
  try {
    return { value: document.toJS(), flaws: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: undefined, flaws: [{ message, offset: 0 }] };
  }
}

/** The key's own line for a value of a map: that is where an author looks. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const parent = length === 0 ? undefined : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/[.:]\s*$/, '');
}
