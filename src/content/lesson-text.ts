import { compileFlaw, flawsIn, type Flaw } from './lesson-flaws.ts';
import {
  attributeOf,
  elementsIn,
  readTree,
  textOf,
  type MarkupElement,
  type MarkupNode,
} from './lesson-tree.ts';
import { lessonMarkup } from './markup.js';
import { readProse, type Sentence } from './prose.ts';

/** Something in a lesson's text, with its line in the file, from 1. */
interface Placed {
  readonly line: number;
}

/** A component used in a lesson's text. */
export interface ComponentUse extends Placed {
  readonly name: string;
  readonly id: string | undefined;
}

export interface Heading extends Placed {
  /** 2 for `##`. */
  readonly level: number;
}

export interface Link extends Placed {
  readonly text: string;
  readonly address: string;
}

export interface Picture extends Placed {
  /** It has a text for those who can't see it, or is marked as decoration. */
  readonly hasAlternative: boolean;
}

/** `<!-- lint-ok text/long-sentence: why -->`: lets findings stand on the next line that is text. */
export interface Remark extends Placed {
  readonly rule: string;
  /** Empty where the author gave none. */
  readonly because: string;
  /** Line whose findings it lets stand; 0 where none follows. */
  readonly speaksOf: number;
}

/** What the rest of the course needs to know of a lesson's `index.md`. */
export interface LessonText {
  /** YAML between the `---` lines; empty where there is none. */
  readonly frontmatter: string;
  readonly parts: readonly ({ readonly title: string } & Placed)[];
  readonly components: readonly ComponentUse[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly pictures: readonly Picture[];
  readonly remarks: readonly Remark[];
  /** What a learner reads of it. */
  readonly prose: readonly Sentence[];
  /** Why it can't be shown; where there are any, nothing else is told of the text. */
  readonly flaws: readonly Flaw[];
}

/** Reads a lesson's text from the very markup that its learners get. */
export async function readLessonText(source: string): Promise<LessonText> {
  const { tree, flaws } = soundTree(await lessonMarkup(source));
  const elements = [...elementsIn(tree)];
  return {
    frontmatter: frontmatterOf(source),
    parts: elements
      .filter(isPartTitle)
      .map(({ children, line }) => ({ title: textOf(children), line })),
    components: elements
      .filter(({ isComponent }) => isComponent)
      .map((element) => ({
        name: element.name,
        id: attributeOf(element, 'id'),
        line: element.line,
      })),
    headings: elements.flatMap(({ name, line }) => {
      const level = /^h([1-6])$/.exec(name)?.[1];
      return level === undefined ? [] : [{ level: Number(level), line }];
    }),
    links: elements.flatMap((element) => {
      const address = element.name === 'a' ? attributeOf(element, 'href') : undefined;
      return address === undefined
        ? []
        : [{ text: textOf(element.children), address, line: element.line }];
    }),
    pictures: elements
      .filter(({ name }) => name === 'svg' || name === 'img')
      .map((element) => ({ hasAlternative: hasAlternative(element), line: element.line })),
    remarks: remarksIn(tree, source.split(/\r?\n/)),
    prose: readProse(tree),
    flaws,
  };
}

/** What the learner gets; nothing where something stands in its way. */
function soundTree({ code, lineAt, scripts }: Awaited<ReturnType<typeof lessonMarkup>>) {
  if (scripts.length > 0) return { tree: [], flaws: scripts.map(scriptFlaw) };
  const tree = readTree(code, lineAt) ?? [];
  const flaws = flawsIn(tree);
  if (flaws.length > 0) return { tree: [], flaws };
  const refused = compileFlaw(code, lineAt);
  return refused ? { tree: [], flaws: [refused] } : { tree, flaws: [] };
}

function scriptFlaw(line: number): Flaw {
  return {
    line,
    rule: 'lesson/script',
    message: 'A lesson’s text must not hold a script or a style.',
    hint: 'Remove it: components are imported by themselves, styles belong to them.',
  };
}

function frontmatterOf(source: string): string {
  const lines = source.split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  return lines.slice(1, Math.max(1, end)).join('\n');
}

/** The heading of a part has an id of its own: see `sections` in markup.js. */
function isPartTitle(element: MarkupElement): boolean {
  return element.name === 'h2' && /^part-\d+-title$/.test(attributeOf(element, 'id') ?? '');
}

function hasAlternative(picture: MarkupElement): boolean {
  if (attributeOf(picture, 'aria-hidden') === 'true') return true;
  if (attributeOf(picture, 'aria-label')) return true;
  if (picture.name === 'img') return attributeOf(picture, 'alt') !== undefined;
  return [...elementsIn(picture.children)].some(
    ({ name, children }) => name === 'title' && textOf(children) !== '',
  );
}

/** In the order of the text. */
function remarksIn(nodes: readonly MarkupNode[], lines: readonly string[]): readonly Remark[] {
  return nodes.flatMap((node): readonly Remark[] => {
    if (node.type === 'element') return remarksIn(node.children, lines);
    const match = node.type === 'comment' ? REMARK.exec(node.text) : null;
    if (node.type !== 'comment' || !match) return [];
    const [, rule = '', because = ''] = match;
    const next = lines.findIndex((text, index) => index >= node.endLine && isSpokenOf(text));
    return [{ rule, because, line: node.line, speaksOf: next + 1 }];
  });
}

const REMARK = /^\s*lint-ok\s+([^\s:]+)(?:\s*:\s*([^]*?))?\s*$/;

function isSpokenOf(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('<!--');
}
