import { describe, expect, it } from 'vitest';
import { readHeadings, readLinks, readPictures, readRemarks } from './markup-scan.ts';

const FRONT = '---\ntitle: "## [No](link)"\n---\n';

describe('headings', () => {
  it('are found with level and line, not in frontmatter or code', () => {
    const text = `${FRONT}## Two\n\n\`\`\`md\n# No\n\`\`\`\n\n### Three\n#No heading\n`;
    expect(readHeadings(text)).toEqual([
      { level: 2, line: 4 },
      { level: 3, line: 10 },
    ]);
  });
});

describe('links', () => {
  it('are found in Markdown and as elements, pictures left out', () => {
    const text = `${FRONT}See [the map](#/lesson/maps "Maps").\n![A map](map.png)\n<a class="x" href="https://cbp.gov">CBP</a>\n`;
    expect(readLinks(text)).toEqual([
      { text: 'the map', address: '#/lesson/maps', line: 4 },
      { text: 'CBP', address: 'https://cbp.gov', line: 6 },
    ]);
  });
});

describe('pictures', () => {
  it.each([
    ['<svg viewBox="0 0 1 1">\n<title>A dock</title>\n</svg>', true],
    ['<svg aria-label="A dock"></svg>', true],
    ['<svg aria-hidden="true"></svg>', true],
    ['<svg role="img"><title> </title></svg>', false],
    ['<svg role="img" aria-label=""></svg>', false],
    ['<img src="a.png" alt="">', true],
    ['<img src="a.png">', false],
    ['![A dock](a.png)', true],
    ['![](a.png)', false],
  ])('need a text: %s', (picture, hasAlternative) => {
    expect(readPictures(`One.\n\n${picture}\n`)).toEqual([{ hasAlternative, line: 3 }]);
  });
});

describe('remarks', () => {
  it('speak of the next line that is neither empty nor a remark', () => {
    const text =
      'One.\n<!-- lint-ok text/a: why\nthough -->\n\n<!-- lint-ok text/b -->\nTwo.\n<!-- Else. -->\n';
    expect(readRemarks(text)).toEqual([
      { rule: 'text/a', because: 'why\nthough', line: 2, speaksOf: 6 },
      { rule: 'text/b', because: '', line: 5, speaksOf: 6 },
    ]);
  });

  it('speak of nothing at the end', () => {
    expect(readRemarks('One.\n<!-- lint-ok text/a: why -->\n')[0]?.speaksOf).toBe(0);
  });
});
