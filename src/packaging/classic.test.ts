import { beforeAll, describe, expect, it } from 'vitest';
import { readLoaderSources } from './carried-files.ts';
import type { LoaderSources } from './carried-files.ts';
import { toClassicScripts } from './classic.ts';
import type { FileTree } from './packager.ts';
import { FakeBrowser } from './testing/fake-browser.ts';
import { ROOT, TINY_BUILD, tinyBuild } from './testing/tiny-build.ts';
import { readText } from './text-file.ts';

const ADDRESS = 'https://lms.example/deep/path/index.html?token=a%20b#/';

let loader: LoaderSources;
let files: FileTree;
beforeAll(async () => {
  loader = await readLoaderSources();
  files = await toClassicScripts(tinyBuild(), loader);
});

const scripts = () => [...files.keys()].filter((path) => path.endsWith('.js')).sort();
const scriptTexts = () => scripts().map((path) => readText(files, path));
const page = () => readText(files, 'index.html');

/** Opens the package and gives the page's two lessons. */
async function openLessons(browser: FakeBrowser) {
  const { app } = await browser.open();
  const node = await app?.nodes[1]?.();
  const [first, second] = node?.lessons ?? [];
  if (!first || !second) throw new Error('The tiny build has two lessons.');
  return [first, second] as const;
}

describe('the launch page of an LMS package', () => {
  it('loads one classic script and one style sheet, by relative paths', () => {
    expect(page().match(/(src|href)="[^"]*"/g)).toEqual([
      expect.stringMatching(/^href="\.\/_app\/immutable\/assets\/course\.[0-9a-f]{12}\.css"$/),
      expect.stringMatching(/^src="\.\/_app\/immutable\/entry\/course\.[0-9a-f]{8}\.js"$/),
    ]);
  });

  it('has no inline script, no module, no preload and no crossorigin', () => {
    expect(page()).not.toMatch(/<script(?! src="[^"]+"><\/script>)|module|preload|crossorigin/);
  });

  it('puts the script where the player is to be mounted', () => {
    expect(page()).toMatch(/<div id="app">\s*<script src=/);
  });
});

describe('the scripts of an LMS package', () => {
  it('are one for the first screen, one for each lesson, and one for what lessons share', () => {
    const names = scripts().map((path) => path.replace(/[0-9a-f]{8}/, 'HASH'));
    const chunk = '_app/immutable/chunks/HASH.js';
    expect(names).toEqual([chunk, chunk, chunk, '_app/immutable/entry/course.HASH.js']);
    const holders = scriptTexts().filter((text) => text.includes('text-of-the-shared-chunk'));
    expect(holders).toHaveLength(1);
  });

  it('have no import, export, import.meta, unload handler, crossorigin or source map', () => {
    for (const text of scriptTexts().map(withoutLoader)) {
      expect(text).not.toMatch(
        /(?<!\.)\bimport[ {("`]|\bexport[ {]|import\.meta|unload|sourceMappingURL/,
      );
      expect(text).not.toMatch(/crossOrigin=["'`]/);
    }
  });

  it('keep the loader’s copyright notice', () => {
    expect(readText(files, scripts().at(-1) ?? '')).toMatch(
      /^\/\*! SystemJS 6\.15\.1, \(c\) 2013-2022 Guy Bedford, MIT License \*\//,
    );
  });

  it('are the same for the same build', async () => {
    expect(await toClassicScripts(tinyBuild(), loader)).toEqual(files);
  });

  it('have another name when their content changes', async () => {
    const kit = TINY_BUILD[`${ROOT}/chunks/kit.js`]?.replace('n:0', 'n:7');
    const changed = await toClassicScripts(tinyBuild({ [`${ROOT}/chunks/kit.js`]: kit }), loader);
    expect([...changed.keys()]).not.toContain(scripts().at(-1));
  });

  it('have another name when only the loader changes', async () => {
    const changed = await toClassicScripts(tinyBuild(), {
      ...loader,
      systemjs: `${loader.systemjs};0`,
    });
    expect([...changed.keys()]).not.toContain(scripts().at(-1));
  });
});

describe('a package in a browser', () => {
  it('starts the player where the page says, below the folder it lies in', async () => {
    const target = await new FakeBrowser(files, ADDRESS).open();
    expect(target).toMatchObject({ base: '/deep/path', origin: 'https://lms.example' });
  });

  it('starts with one script, layouts and pages included', async () => {
    const browser = new FakeBrowser(files, ADDRESS);
    const { app } = await browser.open();
    const nodes = await Promise.all(app?.nodes.map((load) => load()) ?? []);
    expect(nodes.map(({ component }) => component)).toEqual(['layout', 'page']);
    expect(browser.requests).toEqual([scripts().at(-1)]);
  });

  it('loads a lesson when it is asked for, and what lessons share once', async () => {
    const browser = new FakeBrowser(files, ADDRESS);
    const [first, second] = await openLessons(browser);
    await first();
    expect(browser.requests).toHaveLength(3);
    await second();
    expect(browser.requests).toHaveLength(4);
    expect(new Set(browser.requests)).toEqual(new Set(scripts()));
  });

  it('gives lessons the state of the first screen, and their pictures', async () => {
    const [first, second] = await openLessons(new FakeBrowser(files, ADDRESS));
    const picture = 'https://lms.example/deep/path/_app/immutable/assets/pic.png';
    const shared = 'text-of-the-shared-chunk';
    expect((await first()).lesson()).toEqual({ number: 1, picture, shared, count: 1 });
    expect((await second()).lesson()).toEqual({ number: 2, picture, shared, count: 2 });
  });

  it('names the one style sheet of the first screen, and those of lessons on demand', async () => {
    const browser = new FakeBrowser(files, ADDRESS);
    const [first] = await openLessons(browser);
    await first();
    expect(browser.styles.map((url) => url.replace(/.*\/assets\//, ''))).toEqual([
      expect.stringMatching(/^course\.[0-9a-f]{12}\.css$/),
      'lesson.cc.css',
    ]);
  });

  it('can load a lesson after it could not be loaded at first', async () => {
    const browser = new FakeBrowser(files, ADDRESS);
    const [first] = await openLessons(browser);
    for (const path of scripts().slice(0, 3)) browser.broken.add(path);
    await expect(first()).rejects.toThrow('errors.md#3');
    browser.broken.clear();
    expect((await first()).lesson()).toMatchObject({ number: 1 });
  });

  it('can load a lesson after only what it shares could not be loaded', async () => {
    const browser = new FakeBrowser(files, ADDRESS);
    const [first] = await openLessons(browser);
    const shared = scripts().find((path) => readText(files, path).includes('text-of-the-shared'));
    browser.broken.add(shared ?? '');
    await expect(first()).rejects.toThrow('errors.md#3');
    browser.broken.clear();
    expect((await first()).lesson()).toMatchObject({ number: 1 });
  });

  it('runs from file://, where links count as the course’s own', async () => {
    const target = await new FakeBrowser(files, 'file:///home/me/course/index.html').open();
    expect(target).toMatchObject({ base: '/home/me/course', origin: 'null' });
  });
});

describe('the other files of the build', () => {
  it('go into the package as they are, but for SvelteKit’s release check', () => {
    const others = [...files.keys()].filter((path) => !/\.(js|html)$|course/.test(path)).sort();
    expect(others).toEqual([
      '_app/immutable/assets/font.woff2',
      '_app/immutable/assets/lesson.cc.css',
      '_app/immutable/assets/pic.png',
      'favicon.svg',
    ]);
  });

  it('are merged where they are style sheets of the first screen', () => {
    const merged = [...files.keys()].find(
      (path) => path.endsWith('.css') && path.includes('course'),
    );
    expect(readText(files, merged ?? '')).toBe('@font-face{src:url(./font.woff2)}\nh1{color:red}');
  });
});

describe('a build that cannot be converted', () => {
  it('is refused when a module is missing, naming it', async () => {
    const build = tinyBuild({ [`${ROOT}/chunks/shared.js`]: undefined });
    await expect(toClassicScripts(build, loader)).rejects.toThrow(
      /chunks\/(one|two)\.js imports \.\/shared\.js, which the build does not have\.$/,
    );
  });

  it('is refused when there is no page', async () => {
    await expect(toClassicScripts(new Map(), loader)).rejects.toThrow(
      'The build has no index.html. Build the player again.',
    );
  });
});

/** The loader is the first line of the main script. */
const withoutLoader = (script: string) => script.replace(/^\/\*!.*\n/, '');
