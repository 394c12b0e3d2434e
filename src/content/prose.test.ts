import { describe, expect, it } from 'vitest';
import { readLessonText } from './lesson-text.ts';

const TEXT = `---
title: No prose
---

Before the first part.

## Two **boxes**

A <Term id="box">box</Term> is *red*. It comes
from the U.S. [port](#/lesson/ports). Look!

<EditorNote>

The recap
slips.

</EditorNote>

- One.
- Two &amp; three.

<!-- A remark. -->
<Callout title="Worked example: two boxes">

1. **Ask.** Then act.

</Callout>

### Inside

<Figure caption="Boxes,
drawn. Twice." source="19 CFR 4.8">
<svg viewBox="0 0 1 1">
<title>A dock</title>
<desc id="d">Two boxes.</desc>
<text x="1">Red <tspan>box</tspan></text>
</svg>
<details>
<summary>In words</summary>
<p>A red box. A green box.</p>
</details>
</Figure>

<Check id="quick-check" />

\`\`\`md
No prose.
\`\`\`

| Box | State |
| --- | ----- |
| Red | Held  |

> Quoted.

---

## The end

![A crane](data:image/gif;base64,R0lGODlhAQABAAAAACw=)
`;

const { prose: read } = await readLessonText(TEXT);
const at = (text: string) => read.find((sentence) => sentence.text === text);

describe('prose', () => {
  it('counts what a case gives to decide, as labels', async () => {
    const { prose: cased } = await readLessonText(
      '<Reveal choices="Accept it | Hold it">\n<summary>A box.</summary>\n<p>Hold it.</p>\n</Reveal>\n',
    );
    expect(cased.map(({ text, kind }) => `${kind}: ${text}`)).toEqual([
      'label: Accept it | Hold it',
      'text: A box.',
      'text: Hold it.',
    ]);
  });

  it('is what a learner reads, in its order and without markup', () => {
    expect(read.map(({ text }) => text)).toEqual([
      'Before the first part.',
      'Two boxes',
      'A box is red.',
      'It comes from the U.S. port.',
      'Look!',
      'The recap slips.',
      'One.',
      'Two & three.',
      'Worked example: two boxes',
      'Ask.',
      'Then act.',
      'Inside',
      'Boxes, drawn.',
      'Twice.',
      'A dock',
      'Two boxes.',
      'Red box',
      'In words',
      'A red box.',
      'A green box.',
      'Box',
      'State',
      'Red',
      'Held',
      'Quoted.',
      'The end',
      'A crane',
    ]);
  });

  it('is the same with the line ends of Windows', async () => {
    expect((await readLessonText(TEXT.replaceAll('\n', '\r\n'))).prose).toEqual(read);
  });

  it('may stand without frontmatter and without parts', async () => {
    const { prose } = await readLessonText('One.\n\n---\n\nTwo.\n\n---\n');
    expect(prose.map(({ part }) => part)).toEqual([0, 0]);
  });
});

describe('a sentence of the prose', () => {
  it.each([
    ['Before the first part.', 5],
    ['Two boxes', 7],
    ['It comes from the U.S. port.', 9],
    ['Look!', 10],
    ['The recap slips.', 14],
    ['Two & three.', 20],
    ['Worked example: two boxes', 23],
    ['Two boxes.', 35],
    ['A green box.', 40],
    ['Held', 52],
    ['The end', 58],
  ])('knows its line: %s', (text, line) => {
    expect(at(text)?.line).toBe(line);
  });

  it('knows its part; third-level headings begin none', () => {
    expect(at('Before the first part.')?.part).toBe(0);
    expect([at('Two boxes')?.part, at('Quoted.')?.part]).toEqual([1, 1]);
    expect(at('The end')?.part).toBe(2);
  });

  it('knows which others stand in its paragraph', () => {
    expect(at('Look!')?.block).toBe(at('A box is red.')?.block);
    expect(at('One.')?.block).not.toBe(at('Two & three.')?.block);
  });

  it.each([
    ['Look!', 'text'],
    ['Inside', 'heading'],
    ['Worked example: two boxes', 'heading'],
    ['Boxes, drawn.', 'text'],
    ['In words', 'text'],
    ['A dock', 'alternative'],
    ['A crane', 'alternative'],
    ['Two boxes.', 'alternative'],
    ['Red box', 'label'],
    ['Held', 'label'],
  ])('knows what it is read as: %s', (text, kind) => {
    expect(at(text)?.kind).toBe(kind);
  });

  it.each([
    ['Look!', undefined],
    ['The recap slips.', 'EditorNote'],
    ['One.', undefined],
    ['Ask.', 'Callout'],
    ['Worked example: two boxes', 'Callout'],
    ['Red box', 'Figure'],
    ['A green box.', 'Figure'],
    ['Quoted.', undefined],
  ])('knows the component around it: %s', (text, within) => {
    expect(at(text)?.within).toBe(within);
  });
});
