/*
 * What a lesson's Markdown goes through on its way to a component, for the build as for the checks.
 * JavaScript, because svelte.config.js is read by Node and by editors as it stands.
 */
import { mdsvex } from 'mdsvex';

/**
 * Components that a lesson may use, all exported by `src/player/authoring/components.ts`: what each
 * needs and may have, and whether it stands around a text.
 * @type {Readonly<Record<string, { needs: readonly string[], may: readonly string[], holds: boolean }>>}
 */
export const AUTHORING_COMPONENTS = {
  Callout: { needs: ['title'], may: [], holds: true },
  Check: { needs: ['id'], may: [], holds: false },
  EditorNote: { needs: [], may: ['folds'], holds: true },
  Figure: { needs: ['caption'], may: ['source'], holds: true },
  Practice: { needs: ['id'], may: [], holds: false },
  Reveal: { needs: [], may: ['choices'], holds: true },
  SinceThen: { needs: ['date', 'cite'], may: ['folds'], holds: true },
  Term: { needs: ['id'], may: [], holds: true },
};

/**
 * @typedef {{ type: string, tagName?: string, value?: string,
 *   position?: { start: { line: number } },
 *   properties?: Record<string, unknown>, children?: Node[] }} Node
 */

/**
 * @param {string} tagName
 * @param {Record<string, unknown>} properties
 * @param {Node[]} children
 * @returns {Node}
 */
function element(tagName, properties, children) {
  return { type: 'element', tagName, properties, children };
}

/**
 * Rehype plugin: wraps each second-level heading and what follows it into
 * `<section id="part-N" aria-labelledby="part-N-title">`, so that the player can point at parts.
 * The title says for listeners which part it is. Within a part, passages with notes are set apart.
 */
export function sections() {
  /** @param {Node} tree */
  return (tree) => {
    const all = tree.children ?? [];
    const starts = all.flatMap(({ tagName }, index) => (tagName === 'h2' ? [index] : []));
    const parts = starts.map((start, index) => {
      const [title, ...rest] = all.slice(start, starts[index + 1]);
      return part(index + 1, starts.length, title ?? element('h2', {}, []), rest);
    });
    tree.children = [...passages(all.slice(0, starts[0])), ...parts];
  };
}

/**
 * @param {number} number
 * @param {number} of
 * @param {Node} title
 * @param {Node[]} rest
 */
function part(number, of, title, rest) {
  const id = `part-${number}`;
  const place = element('span', { className: ['visually-hidden'] }, [
    { type: 'text', value: `Part ${number} of ${of}:\u00a0` },
  ]);
  title.properties = { ...title.properties, id: `${id}-title`, tabindex: -1 };
  title.children = [place, ...(title.children ?? [])];
  const properties = { id, className: ['part'], 'aria-labelledby': `${id}-title` };
  return element('section', properties, [title, ...passages(rest)]);
}

/** Components that comment on the passage before them. */
const NOTE = /^<(EditorNote|SinceThen)\b/;

/**
 * Sets each passage apart with its notes, and with what follows it up to the next one:
 * `<div class="passage">` holds the passage, `<div class="notes">` and `<div class="after">`. So a
 * wide screen can put the notes beside the first line of what they comment on.
 * @param {Node[]} nodes
 * @returns {Node[]}
 */
function passages(nodes) {
  const blocks = blocksOf(nodes);
  const isNote = (/** @type {Node[]} */ block) => NOTE.test(block[0]?.value ?? '');
  // A passage is what stands before a note, unless that is a note itself.
  const starts = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return next && isNote(next) && !isNote(block) ? [index] : [];
  });
  const groups = starts.map((start, index) => {
    const [said = [], ...rest] = blocks.slice(start, starts[index + 1]);
    const firstAfter = rest.findIndex((block) => !isNote(block));
    const end = firstAfter < 0 ? rest.length : firstAfter;
    const notes = rest.slice(0, end).flatMap((block, place) => (place > 0 ? folded(block) : block));
    return element('div', { className: ['passage'] }, [
      ...said,
      element('div', { className: ['notes'] }, notes),
      ...(firstAfter < 0 ? [] : [element('div', { className: ['after'] }, rest.slice(end).flat())]),
    ]);
  });
  return [...blocks.slice(0, starts[0]).flat(), ...groups];
}

/**
 * The second and further notes of a stack fold where they stand beside the text.
 * @param {Node[]} note
 * @returns {Node[]}
 */
function folded([opening, ...rest]) {
  if (!opening) return rest;
  return [{ ...opening, value: opening.value?.replace(NOTE, '$& folds') ?? '' }, ...rest];
}

/**
 * Nodes by block: a component with Markdown inside is one, from its opening tag to its closing one;
 * space and comments between blocks go with the one before.
 * @param {Node[]} nodes
 * @returns {Node[][]}
 */
function blocksOf(nodes) {
  /** @type {Node[][]} */
  const blocks = [];
  let open = 0;
  for (const node of nodes) {
    const isGap = /^\s*(<!--[^]*-->\s*)?$/.test(node.value ?? 'block');
    if (blocks.length > 0 && (open > 0 || isGap)) blocks.at(-1)?.push(node);
    else blocks.push([node]);
    if (node.type === 'raw') open += depth(node.value ?? '');
  }
  return blocks;
}

/**
 * By how much raw markup opens more components than it closes.
 * @param {string} markup
 */
function depth(markup) {
  const opened = markup.match(/<[A-Z]\w*(?:"[^"]*"|[^">])*(?<!\/)>/g) ?? [];
  const closed = markup.match(/<\/[A-Z]\w*>/g) ?? [];
  return opened.length - closed.length;
}

/** Characters for private use that stand for braces until mdsvex is through with the text. */
const BRACES = /** @type {const} */ ({ '{': '\uE000', '}': '\uE001' });

/** Puts the author's line before each node, as `\uE002` line `\uE003`; finds scripts and styles. */
function lines() {
  /** @param {Node} tree @param {{ data: Record<string, unknown> }} file */
  return (tree, file) => {
    /** @type {number[]} */
    const scripts = [];
    file.data['scripts'] = scripts;
    mark(tree);

    /** @param {Node} parent */
    function mark(parent) {
      if (!parent.children) return;
      parent.children = parent.children.flatMap((node) => {
        const line = node.position?.start.line;
        if (node.type === 'text') node.value = asText(node.value ?? '');
        if (node.type === 'raw') scripts.push(...scriptLines(node.value ?? '', line ?? 1));
        mark(node);
        return line === undefined ? [node] : [{ type: 'raw', value: `\uE002${line}\uE003` }, node];
      });
    }
  };
}

/** mdsvex writes a text as it stands, and has escaped what it holds to be code. @param {string} text */
function asText(text) {
  return text.replace(/&(?!(?:lt|gt|#123|#125);)/g, '&amp;').replaceAll('<', '&lt;');
}

/** @param {string} html @param {number} line */
function scriptLines(html, line) {
  return [...html.matchAll(/<(?:script|style)\b/gi)].map(
    ({ index }) => line + html.slice(0, index).split('\n').length - 1,
  );
}

const markdown = mdsvex({
  extensions: ['.md'],
  rehypePlugins: [sections, lines],
  highlight: false,
});

/**
 * A lesson's text as markup that Svelte compiles, without the frontmatter. Nothing in it is a
 * program: each brace is a character. `lineAt` leads from a place in `code` back to the author's
 * line; `scripts` are the lines on which a script or a style begins.
 * @param {string} source
 */
export async function lessonMarkup(source) {
  const body = withoutFrontmatter(source).replace(
    /[{}]/g,
    (brace) => BRACES[/** @type {'{'} */ (brace)],
  );
  const result = await markdown.markup({ content: body, filename: 'index.md' });
  /** @type {{ offset: number, line: number }[]} */
  const marks = [];
  let code = '';
  for (const [index, piece] of escaped(result?.code ?? '')
    .split('\uE002')
    .entries()) {
    const [line = '', text = ''] = index === 0 ? ['1', piece] : piece.split('\uE003');
    marks.push({ offset: code.length, line: Number(line) });
    code += text;
  }
  /** @param {number} offset */
  const lineAt = (offset) => {
    const mark = marks.findLast((candidate) => candidate.offset <= offset) ?? {
      offset: 0,
      line: 1,
    };
    return mark.line + code.slice(mark.offset, offset).split('\n').length - 1;
  };
  return { code, lineAt, scripts: /** @type {number[]} */ (result?.data?.['scripts'] ?? []) };
}

/** The same lines; the frontmatter's are empty. @param {string} source */
function withoutFrontmatter(source) {
  const all = source.split(/\r?\n/);
  const end = all[0] === '---' ? all.indexOf('---', 1) : -1;
  return all.map((line, index) => (index <= end ? '' : line)).join('\n');
}

/** @param {string} code */
function escaped(code) {
  return code.replace(/[{\uE000]/g, '&#123;').replace(/[}\uE001]/g, '&#125;');
}

/**
 * Svelte preprocessor: makes a component of a lesson's text, and brings in the authoring components
 * that it uses, so that authors write no script.
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function lessons() {
  return {
    name: 'lessons',
    async markup({ content, filename }) {
      if (!filename?.endsWith('.md')) return;
      const { code } = await lessonMarkup(content);
      const used = Object.keys(AUTHORING_COMPONENTS).filter((name) => code.includes(`<${name}`));
      if (used.length === 0) return { code };
      const script =
        `<script>import { authoringKit } from '#src/player/authoring.ts'; ` +
        `const { ${used.join(', ')} } = authoringKit();</script>`;
      return { code: `${script}\n${code}` };
    },
  };
}
