import { readMarkupFlaws, type MarkupFlaw } from './markup-flaws.ts';
import { readProse, type Sentence } from './prose.ts';

/** A component used in a lesson's text. */
export interface ComponentUse {
  readonly name: string;
  readonly id: string | undefined;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** A lesson's `index.md`, split and scanned; the text itself is compiled by mdsvex. */
export interface LessonText {
  /** YAML between the `---` lines; empty where there is none. */
  readonly frontmatter: string;
  readonly parts: readonly { readonly title: string; readonly line: number }[];
  readonly components: readonly ComponentUse[];
  /** Lines on which raw scripts or styles begin. */
  readonly scripts: readonly number[];
  /** Lines of headings that are underlined; only `## Title` begins a part. */
  readonly underlined: readonly number[];
  /** Lines on which a paragraph begins with a term: Markdown would not make it a paragraph. */
  readonly termsAtStart: readonly number[];
  /** What keeps the text from being compiled, or would run in it. */
  readonly flaws: readonly MarkupFlaw[];
  /** The file as written. */
  readonly source: string;
  /** What a learner reads of it. */
  readonly prose: readonly Sentence[];
}

/** Reads what the rest of the course needs to know of a lesson's text. */
export function readLessonText(text: string): LessonText {
  const lines = text.split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const body = withoutCode(lines.map((line, index) => (index <= end ? '' : line)));
  return {
    frontmatter: end > 0 ? lines.slice(1, end).join('\n') : '',
    parts: linesWith(body, /^## +(.+?)\s*$/).map(({ line, match }) => ({ title: match, line })),
    components: componentsOf(body.join('\n')),
    scripts: linesWith(body, /<(script|style)\b/i).map(({ line }) => line),
    underlined: linesWith(body, /^(-+|=+)\s*$/)
      .map(({ line }) => line - 1)
      .filter((line) => body[line - 1]?.trim()),
    termsAtStart: linesWith(body, /^(<Term\b)/)
      .map(({ line }) => line)
      .filter((line) => body[line - 2]?.trim() === ''),
    flaws: readMarkupFlaws(body.join('\n')),
    source: text,
    prose: readProse(text),
  };
}

/** The same lines without code, fenced or inline: nothing in it counts. */
function withoutCode(lines: readonly string[]): readonly string[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    const inside = fence !== undefined;
    if (!inside) fence = mark;
    else if (mark === fence) fence = undefined;
    return inside || mark !== undefined ? '' : line.replace(/(`+)[^`].*?\1/g, '');
  });
}

/** Lines that match, with the first group of the match. */
function linesWith(lines: readonly string[], pattern: RegExp) {
  return lines.flatMap((content, index) => {
    const match = pattern.exec(content)?.[1];
    return match === undefined ? [] : [{ line: index + 1, match }];
  });
}

/** Attributes may stand on lines of their own. */
function componentsOf(body: string): ComponentUse[] {
  return [...body.matchAll(/<([A-Z]\w*)\b([^>]*)/g)].map((match) => ({
    name: match[1] ?? '',
    id: /\bid="([^"]*)"/.exec(match[2] ?? '')?.[1],
    line: body.slice(0, match.index).split('\n').length,
  }));
}
