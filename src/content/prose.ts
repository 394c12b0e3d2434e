import { cutSentences } from './sentences.ts';
import type { MarkupElement, MarkupNode } from './lesson-tree.ts';

/**
 * What the learner meets a sentence as: `text` is running text, list items, captions and what
 * unfolds; `heading` a heading or the title of a box; `alternative` what stands for a picture;
 * `label` words inside a drawing, or a cell of a table.
 */
export type ProseKind = 'text' | 'heading' | 'alternative' | 'label';

/** A sentence of a lesson's text as a learner reads it: without markup. */
export interface Sentence {
  readonly text: string;
  /** Line in the file on which it begins, from 1. */
  readonly line: number;
  /** Number of the part that it belongs to, from 1; 0 before the first. */
  readonly part: number;
  /** Counts paragraphs, list items, headings: the sentences of one block belong together. */
  readonly block: number;
  readonly kind: ProseKind;
  /** Innermost component around it that is no `<Term>`, such as `EditorNote`. */
  readonly within: string | undefined;
}

/** The sentences of a lesson's text, in its order. Linear in its length. */
export function readProse(tree: readonly MarkupNode[]): readonly Sentence[] {
  return [...blocksIn(tree, { part: 0, kind: 'text', within: undefined })].flatMap(
    ({ pieces, part, kind, within }, index) => {
      const { text, lineAt } = joined(pieces);
      return cutSentences(text).map((cut) => ({
        text: cut.text,
        line: lineAt(cut.offset),
        part,
        block: index + 1,
        kind,
        within,
      }));
    },
  );
}

/** Where a text stands. */
type Place = Pick<Sentence, 'part' | 'kind' | 'within'>;

interface Piece {
  readonly text: string;
  readonly line: number;
}

/** A paragraph, a list item, a heading … */
interface Block extends Place {
  readonly pieces: readonly Piece[];
}

/** Elements and components inside a sentence; any other ends it. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr b br cite code del dfn em i kbd mark q s small span strong sub sup time tspan u Term'.split(
    ' ',
  ),
);

/** Text that stands together, and the blocks between. */
function* blocksIn(nodes: readonly MarkupNode[], place: Place): Generator<Block> {
  let pieces: Piece[] = [];
  for (const run of runsIn(nodes)) {
    if (!('name' in run)) pieces.push(run);
    else {
      if (hasWords(pieces)) yield { ...place, pieces };
      pieces = [];
      yield* elementBlocks(run, place);
    }
  }
  if (hasWords(pieces)) yield { ...place, pieces };
}

/** Text, also inside of inline elements, and the elements that interrupt it. */
function* runsIn(nodes: readonly MarkupNode[]): Generator<Piece | MarkupElement> {
  for (const node of nodes) {
    if (node.type === 'text') yield node;
    else if (node.type === 'element') {
      if (INLINE.has(node.name)) yield* runsIn(node.children);
      else yield node;
    }
  }
}

function hasWords(pieces: readonly Piece[]): boolean {
  return pieces.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function* elementBlocks(element: MarkupElement, place: Place): Generator<Block> {
  const { name, isComponent, children } = element;
  const inside: Place = {
    part: partOf(element) ?? place.part,
    kind: KINDS[name] ?? place.kind,
    within: isComponent ? name : place.within,
  };
  yield* spokenAttributes(element, inside);
  if (name === 'pre') return;
  if (name === 'svg') yield* drawnWords(children, inside);
  else yield* blocksIn(children, inside);
}

function partOf({ name, attributes }: MarkupElement): number | undefined {
  const id = attributes.find((attribute) => attribute.name === 'id')?.value;
  const part = name === 'section' ? /^part-(\d+)$/.exec(id ?? '')?.[1] : undefined;
  return part === undefined ? undefined : Number(part);
}

const KINDS: Readonly<Record<string, ProseKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  th: 'label',
  td: 'label',
};

/** Attributes that learners read. */
const SPOKEN: Readonly<Record<string, ProseKind>> = {
  caption: 'text',
  title: 'heading',
  alt: 'alternative',
  choices: 'label',
};

function* spokenAttributes({ attributes }: MarkupElement, place: Place): Generator<Block> {
  for (const { name, value, line } of attributes) {
    const kind = SPOKEN[name];
    const pieces = [{ text: value, line }];
    if (kind && hasWords(pieces)) yield { ...place, kind, pieces };
  }
}

/** Elements of a drawing that hold words. */
const DRAWN: Readonly<Record<string, ProseKind>> = {
  title: 'alternative',
  desc: 'alternative',
  text: 'label',
};

function* drawnWords(nodes: readonly MarkupNode[], place: Place): Generator<Block> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const kind = DRAWN[node.name];
    if (kind) yield* blocksIn(node.children, { ...place, kind });
    else yield* drawnWords(node.children, place);
  }
}

/** The pieces as one line, and the author's line for a place in it. */
function joined(pieces: readonly Piece[]) {
  const starts: { offset: number; line: number }[] = [];
  let text = '';
  for (const piece of pieces) {
    for (const [index, own] of piece.text.split('\n').entries()) {
      if (index > 0) text = text.trimEnd() + ' ';
      starts.push({ offset: text.length, line: piece.line + index });
      const flat = own.replace(/\s+/g, ' ');
      text += text === '' || text.endsWith(' ') ? flat.trimStart() : flat;
    }
  }
  const lineAt = (offset: number) => starts.findLast((at) => at.offset <= offset)?.line ?? 1;
  return { text, lineAt };
}
