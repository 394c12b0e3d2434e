import { describe, expect, it } from 'vitest';
import { readLessonText } from './lesson-text.ts';

/** What is told of a text that stands between two sound paragraphs: `line rule: message hint`. */
async function told(text: string): Promise<string[]> {
  const { flaws } = await readLessonText(
    `---\ntitle: A\n---\n\nOne.\n\n${text}\n\n## Last\n\nTwo.\n`,
  );
  return flaws.map(({ line, rule, message, hint }) => `${line} ${rule}: ${message} ${hint}`);
}

const PROGRAM = 'Write the words themselves; to show braces, put them between backquotes.';
const KNOWN = 'Known: Callout, Check, EditorNote, Figure, Practice, Reveal, SinceThen, Term.';

describe('a lesson’s text is refused, once for each mistake, where it', () => {
  it.each([
    [
      'names a value',
      'Boxes of {all}\nkinds, {each} one.',
      [
        `7 lesson/braces: “{all}” is no placeholder here: learners would read it as it stands. ${PROGRAM}`,
        `8 lesson/braces: “{each}” is no placeholder here: learners would read it as it stands. ${PROGRAM}`,
      ],
    ],
    [
      'begins a block of a program',
      'One\n{#if x} two',
      [
        `8 lesson/braces: “{#if x}” is no placeholder here: learners would read it as it stands. ${PROGRAM}`,
      ],
    ],
    [
      'hides a brace as an entity',
      'One &#123;x} two',
      [
        `7 lesson/braces: “{x}” is no placeholder here: learners would read it as it stands. ${PROGRAM}`,
      ],
    ],
    [
      'passes a value to a component',
      '<Callout title={x}>\n\nOne.\n\n</Callout>',
      [
        `7 lesson/braces: “{x}” is no placeholder here: learners would read it as it stands. ${PROGRAM}`,
      ],
    ],
    [
      'leaves components open',
      '<EditorNote>\n\nOne.\n\n<Callout title="x">\n\nTwo.',
      [
        '7 lesson/left-open: <EditorNote> is left open. Add </EditorNote> where it ends; a part (`## Title`) can’t begin inside of it.',
        '11 lesson/left-open: <Callout> is left open. Add </Callout> where it ends; a part (`## Title`) can’t begin inside of it.',
      ],
    ],
    [
      'leaves an element open',
      '<details>\n<summary>One</summary>\n<p>Two.</p>',
      [
        '7 lesson/left-open: <details> is left open. Add </details> where it ends; a part (`## Title`) can’t begin inside of it.',
      ],
    ],
    [
      'closes what is not open',
      'One.\n\n</Callout>',
      [
        '9 lesson/markup: The markup can’t be read: `</Callout>` attempted to close an element that was not open. Close every tag where it belongs, with its quotes; write &lt; where a “<” is meant.',
      ],
    ],
    [
      'uses a component that there is not',
      '<Fireworks />',
      [`7 lesson/component: There is no component <Fireworks>. ${KNOWN}`],
    ],
    [
      'misspells a component',
      'A <Tem id="box">box</Tem>.',
      ['7 lesson/component: There is no component <Tem>. Did you mean “Term”?'],
    ],
    [
      'misspells a key of a component',
      '<Figure caption="A" sorce="B">\n<p>C</p>\n</Figure>',
      ['7 lesson/attribute: <Figure> has no “sorce”. Did you mean “source”?'],
    ],
    [
      'leaves out a key of a component',
      'One.\n\n<SinceThen date="2020">\n\nTwo.\n\n</SinceThen>',
      ['9 lesson/component: <SinceThen> has no “cite”. Write <SinceThen cite="…">.'],
    ],
    [
      'leaves a component empty',
      '<EditorNote />',
      [
        '7 lesson/component: <EditorNote> holds nothing. Write a text between <EditorNote> and </EditorNote>.',
      ],
    ],
    [
      'fills a component that shows nothing of it',
      '<Check id="a">\n\nOne.\n\n</Check>',
      [
        '7 lesson/component: <Check> holds a text, which no learner would see. Write <Check … /> alone.',
      ],
    ],
    [
      'puts a box inside of a paragraph',
      'Look: <Check id="a" /> there.',
      [
        '7 lesson/component: <Check> stands inside a paragraph. Put it on a line of its own, with a blank line before and after it.',
      ],
    ],
    [
      'holds a script',
      'One.\n\n<script>let x = {}</script>',
      [
        '9 lesson/script: A lesson’s text must not hold a script or a style. Remove it: components are imported by themselves, styles belong to them.',
      ],
    ],
    [
      'holds a style',
      '<STYLE>\np { color: red }\n</STYLE>',
      [
        '7 lesson/script: A lesson’s text must not hold a script or a style. Remove it: components are imported by themselves, styles belong to them.',
      ],
    ],
    [
      'handles events',
      '<p\n onclick="x()">One.</p>',
      ['8 lesson/attribute: “onclick” of <p> would run as a program. Remove it.'],
    ],
    [
      'binds',
      '<p on:click>One.</p>',
      ['7 lesson/attribute: “on:click” of <p> would run as a program. Remove it.'],
    ],
    [
      'frames a page',
      '<iframe src=https://a.b></iframe>',
      [
        '7 lesson/element: A lesson’s text must not hold <iframe>. Link to the page instead: [words](https://…).',
      ],
    ],
    [
      'fetches a picture',
      'One\n![two](https://a.b/c.png)',
      [
        '8 lesson/attribute: “src” of <img> would fetch a file that is not in the package. Draw it: <svg> in a <Figure>; or link to it: [words](https://…).',
      ],
    ],
    [
      'fetches a picture by style',
      '<p style="background: url(https://a.b)">One.</p>',
      [
        '7 lesson/attribute: “style” of <p> would fetch a file that is not in the package. Draw it: <svg> in a <Figure>; or link to it: [words](https://…).',
      ],
    ],
    [
      'lets a paragraph begin with a term',
      '<Term id="a">One</Term> two <Term id="a">three</Term>.',
      [
        '7 lesson/no-paragraph: These words stand in no paragraph: Markdown takes a line that begins with a tag as it is. Let a paragraph begin with a word, and leave a blank line before and after the tag around it.',
      ],
    ],
    [
      'begins a note right behind its tag',
      '<EditorNote>\nOne *two*.\n</EditorNote>',
      [
        '8 lesson/no-paragraph: These words stand in no paragraph: Markdown takes a line that begins with a tag as it is. Let a paragraph begin with a word, and leave a blank line before and after the tag around it.',
      ],
    ],
    [
      'nests what HTML can’t nest',
      '<p>One <p>two</p></p>',
      [
        '7 lesson/markup: The markup can’t be read: `</p>` attempted to close element that was already automatically closed by `<p>` (cannot nest `<p>` inside `<p>`). Close every tag where it belongs, with its quotes; write &lt; where a “<” is meant.',
      ],
    ],
  ])('%s', async (_what, text, says) => {
    expect(await told(text)).toEqual(says);
  });
});

describe('a lesson’s text may hold', () => {
  it.each([
    ['a single brace', 'One { two.'],
    ['braces in code', 'Write `{#if x}` or:\n\n```js\nif (a < b) { c }\n```'],
    ['comparisons', '3 < 4, and 5 > 4.'],
    ['addresses with braces', '[One](https://a.b/%7Bx%7D)'],
    ['a comment', '<!-- lint-ok text/x: {y} -->\nOne.'],
    ['an address as it is', '<https://www.cbp.gov>'],
    [
      'lists, tables, quotes and rules',
      '- a\n- b\n\n| a | b |\n| - | - |\n| c | d |\n\n> e\n\n---\n\nf  \ng',
    ],
  ])('%s', async (_what, text) => {
    expect(await told(text)).toEqual([]);
  });
});
