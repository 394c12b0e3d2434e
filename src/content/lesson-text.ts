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
  /** Lines on which a paragraph begins with a term: Markdown would not make it a paragraph. */
  readonly termsAtStart: readonly number[];
  /** The file as written. */
  readonly source: string;
  /** What a learner reads of it. */
  readonly prose: readonly Sentence[];
}

/** Reads what the rest of the course needs to know of a lesson's text. */
export function readLessonText(text: string): LessonText {
  const lines = text.split(/\r?\n/);
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const parts: { title: string; line: number }[] = [];
  const components: ComponentUse[] = [];
  const scripts: number[] = [];
  const termsAtStart: number[] = [];
  let fenced = false;
  lines.forEach((content, index) => {
    if (index <= end) return;
    const line = index + 1;
    if (content.startsWith('```')) fenced = !fenced;
    if (fenced) return;
    const heading = /^## +(.+?)\s*$/.exec(content);
    if (heading?.[1] !== undefined) parts.push({ title: heading[1], line });
    if (/<(script|style)\b/i.test(content)) scripts.push(line);
    if (content.startsWith('<Term') && lines[index - 1]?.trim() === '') termsAtStart.push(line);
    for (const [, name = '', attributes = ''] of content.matchAll(/<([A-Z]\w*)\b([^>]*)/g)) {
      components.push({ name, id: /\bid="([^"]*)"/.exec(attributes)?.[1], line });
    }
  });
  return {
    frontmatter: end > 0 ? lines.slice(1, end).join('\n') : '',
    parts,
    components,
    scripts,
    termsAtStart,
    source: text,
    prose: readProse(text),
  };
}
