import { cutSentences } from './sentences.ts';

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

/**
 * The sentences of an `index.md`, frontmatter left out, in the order of the file. Linear in the
 * length of the text.
 */
export function readProse(source: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let part = 0;
  readBlocks(source).forEach(({ lines, kind, within, beginsPart }, index) => {
    if (beginsPart) part++;
    const { text, lineAt } = joined(lines);
    for (const cut of cutSentences(text)) {
      const line = lineAt(cut.offset);
      sentences.push({ text: cut.text, line, part, block: index + 1, kind, within });
    }
  });
  return sentences;
}

interface Line {
  readonly text: string;
  readonly line: number;
}

/** A paragraph, a list item, a heading … */
interface Block {
  readonly lines: Line[];
  readonly kind: ProseKind;
  readonly within: string | undefined;
  readonly beginsPart: boolean;
}

/** The lines of a block as one text, and the line on which a place in that text stands. */
function joined(lines: readonly Line[]) {
  const starts: { offset: number; line: number }[] = [];
  let text = '';
  for (const { text: own, line } of lines) {
    if (text !== '') text += ' ';
    starts.push({ offset: text.length, line });
    text += own;
  }
  const lineAt = (offset: number) => starts.findLast((at) => at.offset <= offset)?.line ?? 1;
  return { text, lineAt };
}

/** Stands in masked text where a block ends because of markup; its `Mark` says more. */
const MARK = '\u0001';

interface Mark {
  /** Component that begins or ends here. */
  readonly enters?: string;
  readonly leaves?: string;
  /** Blocks of their own that the markup holds. */
  readonly blocks: readonly { readonly text: string; readonly kind: ProseKind; line: number }[];
}

function readBlocks(source: string): readonly Block[] {
  const { text, marks } = mask(source);
  const components: string[] = [];
  const blocks: Block[] = [];
  let open: Block | undefined;
  let used = 0;

  function begin(kind: ProseKind, beginsPart = false): Block {
    open = { lines: [], kind, within: components.at(-1), beginsPart };
    blocks.push(open);
    return open;
  }

  function pass({ enters, leaves, blocks: own }: Mark = { blocks: [] }): void {
    if (leaves !== undefined) components.splice(components.lastIndexOf(leaves), 1);
    if (enters !== undefined) components.push(enters);
    for (const { text, kind, line } of own) begin(kind).lines.push({ text: plain(text), line });
    open = undefined;
  }

  text.split('\n').forEach((content, index) => {
    content.split(MARK).forEach((fragment, nth) => {
      if (nth > 0) pass(marks[used++]);
      const { kind, level, texts } = readLine(fragment);
      if (kind !== undefined || texts.length === 0) open = undefined;
      for (const own of texts) {
        (open ?? begin(kind ?? 'text', level === 2)).lines.push({ text: own, line: index + 1 });
        if (kind === 'heading' || kind === 'label') open = undefined;
      }
    });
  });
  return blocks;
}

/** What a line of Markdown holds; `kind` where it begins a block by itself. */
function readLine(line: string): { kind?: ProseKind; level?: number; texts: readonly string[] } {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading) {
    return { kind: 'heading', level: heading[1]?.length ?? 0, texts: present(heading[2] ?? '') };
  }
  if (/^\s*\|/.test(line)) return { kind: 'label', texts: line.split('|').flatMap(present) };
  const item = /^\s*(?:>\s*)*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
  if (item) return { kind: 'text', texts: present(item[1] ?? '') };
  return { texts: present(line.replace(/^\s*(>\s*)+/, '')) };
}

/** The line as text, unless it holds none, as a rule between paragraphs does. */
function present(markdown: string): string[] {
  const text = plain(markdown);
  return /[\p{L}\p{N}]/u.test(text) ? [text] : [];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
};

/** Without emphasis, links, code marks and entities. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*+|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Elements inside a sentence; any other ends it. */
const INLINE = new Set(
  'a abbr b cite code em i kbd mark q s small span strong sub sup time u Term'.split(' '),
);

/** Attributes that learners read. */
const SPOKEN: Readonly<Record<string, ProseKind>> = {
  caption: 'text',
  title: 'heading',
  alt: 'alternative',
  choices: 'label',
};

/** Elements of a drawing that hold words. */
const DRAWN: Readonly<Record<string, ProseKind>> = {
  title: 'alternative',
  desc: 'alternative',
  text: 'label',
};

/** Frontmatter, comments, code blocks, drawings, tags, expressions: what is not Markdown. */
const MARKUP = new RegExp(
  [
    String.raw`(?<![^])---\n[^]*?\n---$`,
    '<!--[^]*?-->',
    '^```[^]*?^```',
    String.raw`<svg\b[^]*?</svg>`,
    String.raw`<(?<close>/?)(?<name>[A-Za-z][\w-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^'">])*)>`,
    String.raw`\{[^{}\n]*\}`,
  ].join('|'),
  'gm',
);

/** The Markdown alone, on the same lines, with a `MARK` for each piece of markup that ends a block. */
function mask(source: string): { text: string; marks: readonly Mark[] } {
  const marks: Mark[] = [];
  const text = source.replaceAll('\r\n', '\n');
  let masked = '';
  let end = 0;
  let line = 1;
  for (const match of text.matchAll(MARKUP)) {
    const [markup] = match;
    const before = text.slice(end, match.index);
    masked += before;
    line += newLines(before);
    const mark = toMark(markup, match.groups ?? {}, line);
    if (mark) {
      marks.push(mark);
      masked += MARK;
    }
    masked += '\n'.repeat(newLines(markup));
    line += newLines(markup);
    end = match.index + markup.length;
  }
  return { text: masked + text.slice(end), marks };
}

function toMark(
  markup: string,
  { name, close, attributes = '' }: Partial<Record<string, string>>,
  line: number,
): Mark | undefined {
  if (markup.startsWith('<svg')) return { blocks: drawnWords(markup, line) };
  if (name === undefined) return markup.startsWith('{') ? undefined : { blocks: [] };
  if (INLINE.has(name)) return undefined;
  const isComponent = /^[A-Z]/.test(name) && !attributes.endsWith('/');
  if (close === '/') return { blocks: [], ...(isComponent && { leaves: name }) };
  return { blocks: spokenAttributes(attributes, line), ...(isComponent && { enters: name }) };
}

function spokenAttributes(attributes: string, line: number): Mark['blocks'] {
  return [...attributes.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)')/g)].flatMap((match) => {
    const kind = SPOKEN[match[1] ?? ''];
    const text = match[2] ?? match[3] ?? '';
    return kind ? [{ kind, text, line: line + newLines(attributes.slice(0, match.index)) }] : [];
  });
}

function drawnWords(drawing: string, line: number): Mark['blocks'] {
  return [...drawing.matchAll(/<(title|desc|text)\b[^>]*>([^]*?)<\/\1>/g)].flatMap((match) => {
    const kind = DRAWN[match[1] ?? ''];
    const text = (match[2] ?? '').replace(/<[^>]*>/g, ' ');
    return kind ? [{ kind, text, line: line + newLines(drawing.slice(0, match.index)) }] : [];
  });
}

function newLines(text: string): number {
  return text.split('\n').length - 1;
}
