/*
 * What a lesson's Markdown goes through on its way to a component. JavaScript, because
 * svelte.config.js is read by Node and by editors as it stands.
 */

/** Components that a lesson may use, all exported by `src/player/authoring/components.ts`. */
export const AUTHORING_COMPONENTS = [
  'Callout',
  'Check',
  'EditorNote',
  'Figure',
  'Practice',
  'Reveal',
  'SinceThen',
  'Term',
];

/**
 * @typedef {{ type: string, tagName?: string, value?: string,
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

/**
 * Svelte preprocessor: brings in the authoring components that a lesson uses, so that authors
 * write no script.
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function autoImport() {
  return {
    name: 'lesson-auto-import',
    markup({ content, filename }) {
      if (!filename?.endsWith('.md')) return;
      const used = AUTHORING_COMPONENTS.filter((name) => content.includes(`<${name}`));
      if (used.length === 0) return;
      const script =
        `<script>import { authoringKit } from '#src/player/authoring.ts'; ` +
        `const { ${used.join(', ')} } = authoringKit();</script>`;
      return { code: `${script}\n${content}` };
    },
  };
}
