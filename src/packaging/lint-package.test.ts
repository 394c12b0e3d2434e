import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPackage } from './lint-package.ts';
import { toBytes } from './text-file.ts';

/** Findings on a sound web package with further files, as the command line prints them. */
function lint(files: Readonly<Record<string, string | Uint8Array>>) {
  const all = { 'index.html': '<!doctype html>', ...files };
  const bytes = Object.entries(all).map(([path, content]): [string, Uint8Array] => [
    path,
    typeof content === 'string' ? toBytes(content) : content,
  ]);
  return lintPackage(new Map(bytes)).map(
    ({ file, severity, rule, message }) => `${file} ${severity} ${rule}: ${message}`,
  );
}

const named = (path: string) => lint({ [path]: '' });

describe('names in a package', () => {
  it('may have lower-case letters, digits, dot, hyphen and underscore', () => {
    expect(named('_app/immutable/assets/archivo-latin_2.0a1b.woff2')).toEqual([]);
  });

  it.each([
    ['media/Photo 1.PNG', 'media/photo-1.png'],
    ['übung.css', 'ubung.css'],
    ['a~b/c.js', 'a-b/c.js'],
    ['a\\b.js', 'a-b.js'],
    ['XMLSchema.dtd/a', 'xmlschema.dtd/a'],
  ])('are refused when an LMS could misread them: %s', (path, better) => {
    expect(named(path)).toEqual([
      `${path} error package/file-name: A name may have a–z, 0–9, dot, hyphen and underscore only. Rename it to ${better}.`,
    ]);
  });

  it('may be those of the standards’ own schemas', () => {
    expect(named('XMLSchema.dtd')).toEqual([]);
  });

  it('may have 120 characters, folders included, and no more', () => {
    expect(named(`a/${'b'.repeat(118)}`)).toEqual([]);
    const path = `a/${'b'.repeat(119)}`;
    expect(named(path)).toEqual([
      `${path} error package/path-length: The path has 121 characters; 120 are allowed. Shorten it.`,
    ]);
  });

  it('must differ by more than case', () => {
    expect(lint({ 'ADLCP.xsd': '', 'adlcp.xsd': '' })).toEqual([
      'adlcp.xsd error package/same-name: Differs from ADLCP.xsd by upper and lower case only. Rename one.',
    ]);
  });

  it('are sound once the advice was followed', () => {
    const part = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `a${text.replaceAll('/', '')}`);
    fc.assert(
      fc.property(part, (path) => {
        const [, better = path] = /Rename it to (.*)\.$/.exec(named(path)[0] ?? '') ?? [];
        expect(named(better).filter((finding) => finding.includes('file-name'))).toEqual([]);
      }),
    );
  });
});

describe('files that do not belong into a package', () => {
  it.each(['.DS_Store', '_app/.vite', '.htaccess'])('are those with a leading dot: %s', (path) => {
    expect(named(path)).toEqual([
      `${path} error package/dotfile: LMSs refuse files whose name starts with a dot. Remove it.`,
    ]);
  });

  it.each(['a.php', 'a.aspx', 'x/web.config', 'a.mjs', 'a.sh', 'a.shtml'])(
    'are those that a server might run or an LMS refuses: %s',
    (path) => {
      expect(named(path)).toEqual([
        `${path} error package/banned-file: LMSs refuse files of this type. Remove it.`,
      ]);
    },
  );

  it('are source maps', () => {
    expect(named('course.js.map')).toEqual([
      'course.js.map error package/source-map: Source maps do not belong into a package. Build without them.',
    ]);
  });
});

describe('the size of a package', () => {
  it('may be below 50 MB', () => {
    expect(lint({ 'film.mp4': new Uint8Array(49_999_000) })).toEqual([]);
  });

  it('is warned of from 50 MB on', () => {
    expect(lint({ 'film.mp4': new Uint8Array(50_000_000) })).toEqual([
      '. warning package/size: The package has 50.0 MB; many LMSs take 50 MB at most.',
    ]);
  });

  it('must be below 250 MB', () => {
    expect(lint({ 'film.mp4': new Uint8Array(250_000_000) })).toEqual([
      '. error package/size: The package has 250.0 MB; LMSs refuse 250 MB and more. Shrink its media.',
    ]);
  });
});

describe('an LMS package', () => {
  const manifest = (...files: string[]) =>
    `<manifest>${files.map((file) => `<file href="${file}"/>`).join('')}</manifest>`;

  it('must have the file that LMSs open', () => {
    expect(lintPackage(new Map()).map(({ message }) => message)).toEqual([
      'The package has no index.html.',
    ]);
  });

  it('must list its files in the manifest, and no others', () => {
    expect(lint({ 'imsmanifest.xml': manifest('index.html', 'gone.css'), 'new.css': '' })).toEqual([
      'new.css error package/manifest: imsmanifest.xml does not list this file.',
      'gone.css error package/manifest: imsmanifest.xml lists a file that is missing.',
    ]);
  });

  it.each(['addEventListener("unload",f)', 'on(`beforeunload`)', 'window.onbeforeunload=f'])(
    'must not wait for the page to unload: %s',
    (script) => {
      const files = { 'imsmanifest.xml': manifest('index.html', 'a.js'), 'a.js': script };
      expect(lint(files)).toEqual([
        'a.js error package/unload: Handles unload or beforeunload, which LMSs block. Use pagehide and visibilitychange.',
      ]);
    },
  );

  it('may speak of unloading', () => {
    const files = {
      'imsmanifest.xml': manifest('index.html', 'a.js'),
      'a.js': 'x="to unload cargo"',
    };
    expect(lint(files)).toEqual([]);
  });
});
