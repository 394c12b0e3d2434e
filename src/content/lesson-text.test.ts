import { describe, expect, it } from 'vitest';
import { readLessonText } from './lesson-text.ts';

const TEXT = `---
title: Boxes
minutes: 5
---

## Two boxes

A <Term id="box">box</Term> and a <Term id="crate">crate</Term>.

### No part of its own

<Callout>
Look.
</Callout>

## What to keep

<Check id="count-boxes" />
`;

describe('frontmatter', () => {
  it('is what stands between the lines of three hyphens', () => {
    expect(readLessonText(TEXT).frontmatter).toBe('title: Boxes\nminutes: 5');
  });

  it('is empty where the text begins without it', () => {
    expect(readLessonText('## Two boxes\n\n---\n').frontmatter).toBe('');
  });

  it('is empty where it is never closed', () => {
    expect(readLessonText('---\ntitle: Boxes\n').frontmatter).toBe('');
  });

  it('may have the line ends of Windows', () => {
    const text = readLessonText(TEXT.replaceAll('\n', '\r\n'));
    expect(text.frontmatter).toBe('title: Boxes\nminutes: 5');
    expect(text.parts[1]?.title).toBe('What to keep');
  });

  it('holds neither parts nor components nor scripts', () => {
    const text = readLessonText('---\n## no part\ntitle: <Term> <script>\n---\ntext\n');
    expect([text.parts, text.components, text.scripts]).toEqual([[], [], []]);
  });
});

describe('parts', () => {
  it('are the second-level headings, with their lines', () => {
    expect(readLessonText(TEXT).parts).toEqual([
      { title: 'Two boxes', line: 6 },
      { title: 'What to keep', line: 16 },
    ]);
  });

  it('are not headings shown as code', () => {
    expect(readLessonText('```md\n## Not a part\n```\n\n## A part\n').parts).toEqual([
      { title: 'A part', line: 5 },
    ]);
  });

  it('are not headings shown as code between tildes', () => {
    expect(readLessonText('~~~\n```\n## Not a part\n~~~\n\n## A part\n').parts).toEqual([
      { title: 'A part', line: 6 },
    ]);
  });

  it('are not underlined headings, which are told apart', () => {
    const { parts, underlined } = readLessonText('A part\n---\n\nText.\n\n---\n');
    expect([parts, underlined]).toEqual([[], [1]]);
  });

  it('need a title', () => {
    expect(readLessonText('##\n##No heading\n').parts).toEqual([]);
  });
});

describe('components', () => {
  it('are found with their ids and lines, several on one line', () => {
    expect(readLessonText(TEXT).components).toEqual([
      { name: 'Term', id: 'box', line: 8 },
      { name: 'Term', id: 'crate', line: 8 },
      { name: 'Callout', id: undefined, line: 12 },
      { name: 'Check', id: 'count-boxes', line: 18 },
    ]);
  });

  it('are found by id wherever the id stands among the attributes', () => {
    const { components } = readLessonText('<Figure src="a.svg" id="map" alt="A map" />');
    expect(components[0]?.id).toBe('map');
  });

  it('are found with an id on the next line', () => {
    expect(readLessonText('See the <Term\n  id="box">box</Term>.').components).toEqual([
      { name: 'Term', id: 'box', line: 1 },
    ]);
  });

  it('are not components shown as code', () => {
    expect(readLessonText('Write `<Term id="box">` here.').components).toEqual([]);
  });

  it('are not plain elements', () => {
    expect(readLessonText('<em>Look</em> at 3 < Four').components).toEqual([]);
  });
});

describe('scripts', () => {
  it('are found with their lines, and styles with them', () => {
    const text = '<script lang="ts">\nlet a;\n</script>\n\n<STYLE>\np {}\n</STYLE>\n';
    expect(readLessonText(text).scripts).toEqual([1, 5]);
  });

  it('are not words that begin alike', () => {
    expect(readLessonText('<scripture> <styles>').scripts).toEqual([]);
  });
});

describe('terms', () => {
  it('are found where they begin a paragraph', () => {
    const text = '## Boxes\n\n<Term id="box">Boxes</Term> are red.\n\n<Term id="box">Box</Term>\n';
    expect(readLessonText(text).termsAtStart).toEqual([3, 5]);
  });

  it('may begin a line inside a paragraph, or stand inside a line', () => {
    const text = 'Boxes, as in\n<Term id="box">box</Term>, and\n- <Term id="box">box</Term>\n';
    expect(readLessonText(text).termsAtStart).toEqual([]);
  });
});
