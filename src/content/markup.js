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
  EditorNote: { needs: [], may: [], holds: true },
  Figure: { needs: ['caption'], may: ['source'], holds: true },
  Practice: { needs: ['id'], may: [], holds: false },
  Reveal: { needs: [], may: ['choices'], holds: true },
  SinceThen: { needs: ['date', 'cite'], may: [], holds: true },
  Term: { needs: ['id'], may: [], holds: true },
};

/**
 * @typedef {{ type: string, tagName?: string, value?: string,
 *   position?: { start: { line: number } },
 *   properties?: Record<string, unknown>, children?: Node[] }} Node
 */

/**
 * Rehype plugin: wraps each second-level heading and what follows it into
 * `<section id="part-N" aria-labelledby="part-N-title">`, so that the player can point at parts.
 */
export function sections() {
  /** @param {Node} tree */
  return (tree) => {
    /** @type {Node[]} */
    const children = [];
    let count = 0;
    for (const node of tree.children ?? []) {
      if (node.tagName === 'h2') {
        const id = `part-${++count}`;
        node.properties = { ...node.properties, id: `${id}-title`, tabindex: -1 };
        children.push({
          type: 'element',
          tagName: 'section',
          properties: { id, className: ['part'], 'aria-labelledby': `${id}-title` },
          children: [],
        });
      }
      const section = count > 0 ? children.at(-1)?.children : undefined;
      (section ?? children).push(node);
    }
    tree.children = children;
  };
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
