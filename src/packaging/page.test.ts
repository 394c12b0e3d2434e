import { describe, expect, it } from 'vitest';
import type { PackagedCourse } from './packager.ts';
import { describePage, readStart, relativePage } from './page.ts';
import { TINY_BUILD } from './testing/tiny-build.ts';

const HTML = TINY_BUILD['index.html'] ?? '';
const COURSE: PackagedCourse = {
  id: 'x',
  title: 'R&D $& <b>',
  description: 'Says "$1".',
  language: 'en-US',
  event: 'Atlanta, December 2017',
  keywords: [],
  minutes: 90,
  version: '1.0.0',
  passMark: 80,
};

describe('readStart', () => {
  it('finds how SvelteKit’s page starts the player', () => {
    expect(readStart(HTML)).toEqual({
      element: expect.stringMatching(/^<script>[^]*kit\.start[^]*<\/script>$/) as string,
      global: '__sveltekit_1abc',
      value: expect.stringMatching(/^\{\s*base: new URL\('\.', location\)[^]*\}$/) as string,
      root: '_app/immutable',
      start: '_app/immutable/entry/start.11.js',
      app: '_app/immutable/entry/app.22.js',
    });
  });

  it('passes over other scripts of the page', () => {
    const other = '<script>document.documentElement.dataset.x = "1";</script>';
    expect(readStart(HTML.replace('<meta', `${other}<meta`))).toEqual(readStart(HTML));
  });

  it('reads a page that was made relative just as well', () => {
    const { start, app, root } = readStart(relativePage(HTML));
    expect(readStart(HTML)).toMatchObject({ start, app, root });
  });

  it.each([
    ['starts otherwise', HTML.replace('kit.start(app, element)', 'kit.start(app, element, {})')],
    ['has no start script', '<html></html>'],
  ])('refuses a page that %s', (_, html) => {
    expect(() => readStart(html)).toThrow(
      'index.html has no start script of the kind SvelteKit 2.70 writes. ' +
        'Compare it with src/packaging/page.ts, which must follow SvelteKit.',
    );
  });
});

describe('relativePage', () => {
  it('makes the links and imports of SvelteKit’s files relative', () => {
    const page = relativePage(HTML);
    expect(page).not.toContain('"/_app/');
    expect(page.match(/"\.\/_app\//g)).toHaveLength(4);
  });

  it('leaves a relative page as it is', () => {
    expect(relativePage(relativePage(HTML))).toBe(relativePage(HTML));
  });
});

describe('describePage', () => {
  const page = describePage(HTML, COURSE, 'scorm2004');

  it('names the tracking protocol and the language on the html element', () => {
    expect(page).toContain('<html lang="en-US" data-tracking="scorm2004">');
  });

  it('gives title and description, whatever characters they have', () => {
    expect(page).toContain('<title>R&amp;D $&amp; &lt;b&gt;</title>');
    expect(page).toContain('<meta name="description" content="Says &quot;$1&quot;." />');
  });

  it('replaces a title that is there', () => {
    const titled = HTML.replace('</head>', '<title>Player</title></head>');
    expect(describePage(titled, COURSE, 'browser').match(/<title>/g)).toHaveLength(1);
  });

  it('refuses a page without the attribute that chooses the tracker', () => {
    expect(() => describePage('<html lang="en"></html>', COURSE, 'scorm12')).toThrow(
      'index.html lacks data-tracking="browser" on its <html> element. ' +
        'Put it back into src/app.html: the player chooses its tracker by it.',
    );
  });
});
