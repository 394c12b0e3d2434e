import { readFileSync } from 'node:fs';
import { compile } from 'mdsvex';
import { describe, expect, it } from 'vitest';
import { AUTHORING_COMPONENTS, autoImport, sections } from './markup.js';

async function compiled(text: string): Promise<string> {
  const result = await compile(text, { rehypePlugins: [sections], highlight: false });
  // How lines are broken is the printer's business.
  return (result?.code ?? '').replaceAll(/\s+/g, ' ');
}

function preprocessed(content: string, filename: string): string {
  const result = autoImport().markup?.({ content, filename });
  if (result instanceof Promise) throw new Error('The preprocessor is asynchronous.');
  return result?.code ?? content;
}

describe('sections', () => {
  it('wraps each part with its heading into a section that has a number', async () => {
    const html = await compiled('## Red\n\nHeld.\n\n## Green\n\nReleased.\n');
    expect(html).toMatch(
      /<section id="part-1"[^>]*><h2[^>]*>Red<\/h2> ?<p>Held.<\/p> ?<\/section>/,
    );
    expect(html).toMatch(
      /<section id="part-2"[^>]*><h2[^>]*>Green<\/h2> ?<p>Released.<\/p> ?<\/section>/,
    );
  });

  it('names each section by its heading, which can take the focus', async () => {
    const html = await compiled('## Red\n\nHeld.\n');
    expect(html).toMatch(/<section [^>]*aria-labelledby="part-1-title"/);
    expect(html).toMatch(/<h2 (?=[^>]*id="part-1-title")(?=[^>]*tabindex="-1")/);
  });

  it('leaves what stands before the first part outside', async () => {
    const html = await compiled('Look.\n\n## Red\n\nHeld.\n');
    expect(html.indexOf('<p>Look.</p>')).toBeGreaterThanOrEqual(0);
    expect(html.indexOf('<p>Look.</p>')).toBeLessThan(html.indexOf('<section'));
  });

  it('keeps lower headings inside their part', async () => {
    const html = await compiled('## Red\n\n### Detail\n\nHeld.\n');
    expect(html.match(/<section/g)).toHaveLength(1);
    expect(html.indexOf('<h3')).toBeLessThan(html.indexOf('</section>'));
  });

  it('leaves a text without parts as it is', async () => {
    expect(await compiled('Held.\n')).not.toContain('<section');
  });
});

describe('auto import', () => {
  it('imports the components that a lesson uses, and no other', () => {
    const code = preprocessed('<Term id="box">box</Term>\n<Check id="quick" />', 'index.md');
    expect(code.split('\n')[0]).toBe(
      "<script>import { authoringKit } from '#src/player/authoring.ts'; const { Check, Term } = authoringKit();</script>",
    );
  });

  it('keeps the text', () => {
    expect(preprocessed('<Callout>Look.</Callout>', 'index.md').split('\n')[1]).toBe(
      '<Callout>Look.</Callout>',
    );
  });

  it('imports nothing into a lesson that uses none', () => {
    expect(preprocessed('Only text.', 'index.md')).toBe('Only text.');
  });

  it('leaves components of the player alone', () => {
    expect(preprocessed('<Check id="quick" />', 'Lesson.svelte')).toBe('<Check id="quick" />');
  });

  it('knows exactly the components that src/player/authoring/components.ts exports', () => {
    const source = readFileSync(
      new URL('../player/authoring/components.ts', import.meta.url),
      'utf8',
    );
    const exported = [...source.matchAll(/default as (\w+)/g)].map(([, name]) => name);
    expect(exported.toSorted()).toEqual(AUTHORING_COMPONENTS.toSorted());
  });
});
