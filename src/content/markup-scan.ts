/** Something in a lesson's Markdown, with its line in the file, from 1. */
interface Placed {
  readonly line: number;
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
  /** Line whose findings it lets stand. */
  readonly speaksOf: number;
}

export function readHeadings(source: string): readonly Heading[] {
  return scan(source, /^(#{1,6})\s/gm).map(({ groups: [hashes = ''], line }) => {
    return { level: hashes.length, line };
  });
}

export function readLinks(source: string): readonly Link[] {
  const markdown = scan(source, /(?<!!)\[([^\]]*)\]\(\s*([^)\s]*)[^)]*\)/g);
  const html = scan(source, /<a\b[^>]*?\bhref="([^"]*)"[^>]*>([^]*?)<\/a>/g);
  return [
    ...markdown.map(({ groups: [text = '', address = ''], line }) => ({ text, address, line })),
    ...html.map(({ groups: [address = '', text = ''], line }) => ({ text, address, line })),
  ];
}

/** Drawings (`<svg>`), `<img>` and Markdown's `![…](…)`. */
export function readPictures(source: string): readonly Picture[] {
  const drawings = scan(source, /<svg\b([^>]*)>([^]*?)<\/svg>/g);
  const images = scan(source, /<img\b([^>]*)>/g);
  const markdown = scan(source, /!\[([^\]]*)\]\(/g);
  return [
    ...drawings.map(({ groups: [attributes = '', inner = ''], line }) => {
      const hasAlternative = isNamed(attributes) || /<title\b[^>]*>\s*[^<\s]/.test(inner);
      return { hasAlternative, line };
    }),
    ...images.map(({ groups: [attributes = ''], line }) => {
      return { hasAlternative: isNamed(attributes) || /\balt=/.test(attributes), line };
    }),
    ...markdown.map(({ groups: [alt = ''], line }) => ({
      hasAlternative: alt.trim() !== '',
      line,
    })),
  ];
}

export function readRemarks(source: string): readonly Remark[] {
  const lines = source.split(/\r?\n/);
  return scan(source, /<!--\s*lint-ok\s+([^\s:]+)(?:\s*:\s*([^]*?))?\s*-->/g).map(
    ({ groups: [rule = '', because = ''], line, endLine }) => {
      const next = lines.findIndex((text, index) => index >= endLine && isSpokenOf(text));
      return { rule, because, line, speaksOf: next + 1 };
    },
  );
}

function isSpokenOf(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('<!--');
}

function isNamed(attributes: string): boolean {
  return /\baria-(label="[^"]|hidden="true")/.test(attributes);
}

/** What a pattern finds outside frontmatter and code blocks, in the order of the file. */
function scan(source: string, pattern: RegExp) {
  const text = source.replace(/(?<![^])---\n[^]*?\n---$|^```[^]*?^```/gm, blank);
  let line = 1;
  let counted = 0;
  return [...text.matchAll(pattern)].map((match) => {
    line += newLines(text.slice(counted, match.index));
    counted = match.index;
    return { groups: match.slice(1), line, endLine: line + newLines(match[0]) };
  });
}

/** Nothing but the line ends. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, '');
}

function newLines(text: string): number {
  return text.split('\n').length - 1;
}
