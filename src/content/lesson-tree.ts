import { parse, type AST } from 'svelte/compiler';

export type MarkupNode = MarkupText | MarkupComment | MarkupElement;

export interface MarkupText {
  readonly type: 'text';
  /** As a learner reads it; line ends are the author's. */
  readonly text: string;
  readonly line: number;
}

export interface MarkupComment {
  readonly type: 'comment';
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/** An element or a component, with what stands in it. */
export interface MarkupElement {
  readonly type: 'element';
  readonly name: string;
  readonly isComponent: boolean;
  readonly attributes: readonly MarkupAttribute[];
  readonly children: readonly MarkupNode[];
  readonly line: number;
  /** Its own tag closes it, where it needs one. */
  readonly isClosed: boolean;
}

export interface MarkupAttribute {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  /** False for Svelte's directives, such as `bind:` and `on:`. */
  readonly isPlain: boolean;
}

type LineAt = (offset: number) => number;

/**
 * What Svelte reads in a lesson's markup. Elements left open end where their parent does. Undefined
 * where even so nothing can be made of it: its compiler says why.
 */
export function readTree(code: string, lineAt: LineAt): readonly MarkupNode[] | undefined {
  try {
    return toNodes(parse(code, { modern: true, loose: true }).fragment, code, lineAt);
  } catch {
    return undefined;
  }
}

function toNodes({ nodes }: AST.Fragment, code: string, lineAt: LineAt): MarkupNode[] {
  return nodes.flatMap((node): MarkupNode[] => {
    const line = lineAt(node.start);
    if (node.type === 'Text') return [{ type: 'text', text: node.data, line }];
    if (node.type === 'Comment') {
      return [{ type: 'comment', text: node.data, line, endLine: lineAt(node.end) }];
    }
    const elements = 'attributes' in node ? [toElement(node, code, lineAt)] : [];
    return elements.filter((element) => !isForListeners(element));
  });
}

/** The place in the lesson that `sections` in markup.js puts into a heading: no word of the author's. */
function isForListeners(element: MarkupElement): boolean {
  return attributeOf(element, 'class') === 'visually-hidden';
}

function toElement(
  node: Extract<AST.Fragment['nodes'][number], { attributes: unknown }>,
  code: string,
  lineAt: LineAt,
): MarkupElement {
  const { type, name, start, end, attributes, fragment } = node;
  const own = code.slice(start, end);
  return {
    type: 'element',
    name,
    isComponent: type !== 'RegularElement',
    attributes: attributes.map((attribute) => toAttribute(attribute, code, lineAt)),
    children: toNodes(fragment, code, lineAt),
    line: lineAt(start),
    isClosed: VOID.has(name) || own.endsWith('/>') || own.endsWith(`</${name}>`),
  };
}

/** Elements without an end (HTML, 13.1.2). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function toAttribute(
  attribute: AST.RegularElement['attributes'][number],
  code: string,
  lineAt: LineAt,
): MarkupAttribute {
  const line = lineAt(attribute.start);
  if (attribute.type !== 'Attribute') {
    const [name = ''] = code.slice(attribute.start, attribute.end).split('=');
    return { name, value: '', line, isPlain: false };
  }
  const { name, value } = attribute;
  const pieces = Array.isArray(value) ? value : [];
  const text = pieces.map((piece) => (piece.type === 'Text' ? piece.data : '')).join('');
  return { name, value: text, line, isPlain: true };
}

/** The value of an attribute; undefined where there is none. */
export function attributeOf({ attributes }: MarkupElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** All text in it, as one line. */
export function textOf(nodes: readonly MarkupNode[]): string {
  const text = (node: MarkupNode): string => {
    if (node.type === 'text') return node.text;
    return node.type === 'element' ? node.children.map(text).join('') : '';
  };
  return nodes.map(text).join('').replace(/\s+/g, ' ').trim();
}

/** Every element in it, in the order of the text. */
export function* elementsIn(nodes: readonly MarkupNode[]): Generator<MarkupElement> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elementsIn(node.children);
  }
}
