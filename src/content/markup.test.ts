import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUTHORING_COMPONENTS, lessonMarkup, lessons } from './markup.js';

async function compiled(text: string): Promise<string> {
  const { code } = await lessonMarkup(text);
  // How lines are broken is the printer's business.
  return code.replaceAll(/\s+/g, ' ').trim();
}

async function preprocessed(content: string, filename: string): Promise<string> {
  const result = await lessons().markup?.({ content, filename });
  return (result?.code ?? content).replaceAll(/\n+/g, '\n').trim();
}

describe('sections', () => {
  it('wraps each part with its heading into a section that has a number', async () => {
    const html = await compiled('## Red\n\nHeld.\n\n## Green\n\nReleased.\n');
    expect(html).toMatch(
      /<section id="part-1"[^>]*><h2[^>]*>.*Red<\/h2> ?<p>Held.<\/p> ?<\/section>/,
    );
    expect(html).toMatch(
      /<section id="part-2"[^>]*><h2[^>]*>.*Green<\/h2> ?<p>Released.<\/p> ?<\/section>/,
    );
  });

  it('names each section by its heading, which can take the focus', async () => {
    const html = await compiled('## Red\n\nHeld.\n');
    expect(html).toMatch(/<section [^>]*aria-labelledby="part-1-title"/);
    expect(html).toMatch(/<h2 (?=[^>]*id="part-1-title")(?=[^>]*tabindex="-1")/);
  });

  it('tells listeners which part it is, and of how many', async () => {
    const html = await compiled('## Red\n\nHeld.\n\n## Green\n\nReleased.\n');
    expect(html).toContain('<span class="visually-hidden">Part 1 of 2: </span>Red</h2>');
    expect(html).toContain('<span class="visually-hidden">Part 2 of 2: </span>Green</h2>');
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

describe('passages', () => {
  const note = (words: string) => `<EditorNote>\n\n${words}\n\n</EditorNote>\n\n`;

  it('sets a passage apart with its note, and with what follows it', async () => {
    const html = await compiled(`## Red\n\nFirst.\n\nSecond.\n\n${note('Wrong.')}Third.\n`);
    expect(html).toMatch(
      /<p>First.<\/p> ?<div class="passage" ?><p>Second.<\/p> ?<div class="notes" ?><EditorNote> ?<p>Wrong.<\/p> ?<\/EditorNote> ?<\/div ?><div class="after" ?><p>Third.<\/p> ?<\/div><\/div><\/section>/,
    );
  });

  it('begins another passage at the next note', async () => {
    const html = await compiled(`## Red\n\nOne.\n\n${note('A.')}Two.\n\n${note('B.')}`);
    expect(html.match(/class="passage"/g)).toHaveLength(2);
    expect(html).not.toContain('class="after"');
  });

  it('ends a passage with its part', async () => {
    const html = await compiled(`## Red\n\nOne.\n\n${note('A.')}## Green\n\nTwo.\n`);
    expect(html).toMatch(/<\/div><\/div><\/section>/);
    expect(html).toMatch(/Green<\/h2> ?<p>Two/);
  });

  it('folds all notes of a stack but the first', async () => {
    const since = '<SinceThen date="May 2" cite="Rule > 1">\n\nNew.\n\n</SinceThen>\n\n';
    const html = await compiled(`## Red\n\nOne.\n\n${note('A.')}${since}`);
    expect(html).toContain('<EditorNote>');
    expect(html).toContain('<SinceThen folds date=');
    expect(html.match(/class="notes"/g)).toHaveLength(1);
  });

  it('takes a component with Markdown inside as one passage', async () => {
    const html = await compiled(
      `## Red\n\n<Callout title="Sum">\n\nA.\n\nB.\n\n</Callout>\n\n${note('C.')}`,
    );
    expect(html).toMatch(/<div class="passage" ?><Callout title="Sum"> ?<p>A/);
  });

  it('looks through a remark for the checks', async () => {
    const html = await compiled(`## Red\n\nOne.\n\n<!-- lint-ok x: y -->\n\n${note('A.')}`);
    expect(html).toMatch(/<div class="passage" ?><p>One/);
  });
});

describe('the markup of a lesson', () => {
  it('holds no frontmatter', async () => {
    expect(await compiled('---\ntitle: {A}\n---\n\nHeld.\n')).toBe('<p>Held.</p>');
  });

  it.each([
    ['in a text', 'Boxes of {all} kinds.'],
    ['as entities', 'Boxes of &#123;all&#125; kinds.'],
    ['in code', '`{all}`'],
    ['in an address', '[A](https://a.b/{all}) [B](https://a.b/%7Ball%7D)'],
    ['in an attribute', '<p title={all}>A</p>'],
    ['as a block', '{#if all}\n\nA\n\n{/if}'],
    ['alone', '{#'],
  ])('has no brace that a compiler would take for a program: %s', async (_where, text) => {
    expect(await compiled(text)).not.toMatch(/[{}]/);
  });

  it('leads back to the lines of the author', async () => {
    const text = '---\ntitle: A\n---\n\nRed\nand *green*.\n\n<details>\n<p>Blue.</p></details>\n';
    const { code, lineAt } = await lessonMarkup(text);
    const lineOf = (word: string) => lineAt(code.indexOf(word));
    expect(['Red', 'and', 'green', '<details', 'Blue'].map(lineOf)).toEqual([5, 6, 6, 8, 9]);
  });
});

describe('the component of a lesson', () => {
  it('imports the components that the text uses, and no other', async () => {
    const code = await preprocessed(
      'A <Term id="box">box</Term>.\n\n<Check id="quick" />',
      'index.md',
    );
    expect(code.split('\n')).toEqual([
      "<script>import { authoringKit } from '#src/player/authoring.ts'; const { Check, Term } = authoringKit();</script>",
      '<p>A <Term id="box">box</Term>.</p>',
      '<Check id="quick" />',
    ]);
  });

  it('imports nothing into a text that uses none', async () => {
    expect(await preprocessed('Only text.', 'index.md')).toBe('<p>Only text.</p>');
  });

  it('leaves components of the player alone', async () => {
    expect(await preprocessed('<Check id="quick" />', 'Lesson.svelte')).toBe(
      '<Check id="quick" />',
    );
  });
});

/** Text of a file beside the components. */
function authoring(file: string): string {
  return readFileSync(new URL(`../player/authoring/${file}`, import.meta.url), 'utf8');
}

describe('the components that a text may use', () => {
  it('are exactly those that src/player/authoring/components.ts exports', () => {
    const exported = [...authoring('components.ts').matchAll(/default as (\w+)/g)];
    expect(exported.map(([, name]) => name).toSorted()).toEqual(
      Object.keys(AUTHORING_COMPONENTS).toSorted(),
    );
  });

  it.each(Object.entries(AUTHORING_COMPONENTS))('have the keys of %s', (name, component) => {
    const [, props = ''] = /interface Props \{([^}]*)\}/.exec(authoring(`${name}.svelte`)) ?? [];
    const keys = [...props.matchAll(/^ +(\w+)(\??):/gm)].map(
      ([, key = '', mark = '']) => key + mark,
    );
    expect(keys.toSorted()).toEqual(
      [
        ...component.needs,
        ...component.may.map((key) => `${key}?`),
        ...(component.holds ? ['children'] : []),
      ].toSorted(),
    );
  });
});
