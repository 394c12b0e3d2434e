import { describe, expect, it } from 'vitest';
import { readLessonText } from './lesson-text.ts';

const TEXT = `---
title: "## [No](link)"
minutes: 5
---

## Two *boxes*

A <Term id="box">box</Term> and a <Term
  id="crate">crate</Term>. See [the map](#/lesson/maps "Maps").

### No part of its own

<Callout title="Look">

Look at <a class="x" href="https://cbp.gov">CBP</a>.

</Callout>

What to keep
---

<Check id="count-boxes" />

\`\`\`md
## Not a part <Term id="no">
\`\`\`

Write \`<Term id="box">\` here: 3 < 4, AT&T, and one { alone.
`;

const text = await readLessonText(TEXT);

describe('frontmatter', () => {
  it('is what stands between the lines of three hyphens', () => {
    expect(text.frontmatter).toBe('title: "## [No](link)"\nminutes: 5');
  });

  it('is empty where the text begins without it', async () => {
    expect((await readLessonText('## Two boxes\n\n---\n')).frontmatter).toBe('');
  });

  it('is empty where it is never closed', async () => {
    expect((await readLessonText('---\ntitle: Boxes\n')).frontmatter).toBe('');
  });

  it('may have the line ends of Windows', async () => {
    expect(await readLessonText(TEXT.replaceAll('\n', '\r\n'))).toEqual(text);
  });

  it('holds neither parts nor components nor scripts', async () => {
    const { parts, components, flaws } = await readLessonText(
      '---\n## no part\ntitle: <Term> <script> {word}\n---\ntext\n',
    );
    expect([parts, components, flaws]).toEqual([[], [], []]);
  });
});

it('finds nothing wrong with a text that uses what it may', () => {
  expect(text.flaws).toEqual([]);
});

it('finds the parts, as the player divides them', () => {
  expect(text.parts).toEqual([
    { title: 'Two boxes', line: 6 },
    { title: 'What to keep', line: 19 },
  ]);
});

it('finds components with their ids and lines, but not those shown as code', () => {
  expect(text.components).toEqual([
    { name: 'Term', id: 'box', line: 8 },
    { name: 'Term', id: 'crate', line: 8 },
    { name: 'Callout', id: undefined, line: 13 },
    { name: 'Check', id: 'count-boxes', line: 22 },
  ]);
});

it('finds headings with level and line', () => {
  expect(text.headings).toEqual([
    { level: 2, line: 6 },
    { level: 3, line: 11 },
    { level: 2, line: 19 },
  ]);
});

it('finds links in Markdown and as elements', () => {
  expect(text.links).toEqual([
    { text: 'the map', address: '#/lesson/maps', line: 9 },
    { text: 'CBP', address: 'https://cbp.gov', line: 15 },
  ]);
});

it('reads signs that mean something to a program as they stand', () => {
  expect(text.prose.at(-1)?.text).toBe('Write <Term id="box"> here: 3 < 4, AT&T, and one { alone.');
});

describe('pictures', () => {
  it.each([
    ['<svg viewBox="0 0 1 1">\n<title>A dock</title>\n</svg>', true],
    ['<svg aria-label="A dock"></svg>', true],
    ['<svg aria-hidden="true"></svg>', true],
    ['<svg role="img"><title> </title></svg>', false],
    ['<svg role="img" aria-label=""></svg>', false],
    ['<img src="data:image/gif;base64,R0" alt="">', true],
    ['<img src="data:image/gif;base64,R0">', false],
    ['![A dock](data:image/gif;base64,R0)', true],
  ])('need a text: %s', async (picture, hasAlternative) => {
    const { pictures, flaws } = await readLessonText(`One.\n\n${picture}\n`);
    expect(flaws).toEqual([]);
    expect(pictures).toEqual([{ hasAlternative, line: 3 }]);
  });
});

describe('remarks', () => {
  it('speak of the next line that is neither empty nor a remark', async () => {
    const { remarks } = await readLessonText(
      'One.\n\n<!-- lint-ok text/a: why\nthough -->\n\n<!-- lint-ok text/b -->\nTwo.\n<!-- Else. -->\n',
    );
    expect(remarks).toEqual([
      { rule: 'text/a', because: 'why\nthough', line: 3, speaksOf: 7 },
      { rule: 'text/b', because: '', line: 6, speaksOf: 7 },
    ]);
  });

  it('speak of nothing at the end', async () => {
    const { remarks } = await readLessonText('One.\n\n<!-- lint-ok text/a: why -->\n');
    expect(remarks[0]?.speaksOf).toBe(0);
  });
});
