import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packageCourse, PackagingError } from './package-course.ts';
import { FORMATS } from './packager.ts';
import type { PackagedCourse } from './packager.ts';
import { playerBuild } from './player-build.ts';
import { PACKAGERS } from './registry.ts';
import { ROOT, tinyBuild } from './testing/tiny-build.ts';

const COURSE: PackagedCourse = {
  id: 'seal-check',
  title: 'Seal check',
  description: 'How to check a seal.',
  language: 'en',
  event: 'CBP, Atlanta, December 2017',
  keywords: ['seals', 'customs'],
  minutes: 125,
  version: '1.2.0',
  passMark: 80,
};
const LMS_FORMATS = FORMATS.filter((format) => format !== 'web');
const SCORM_FORMATS = FORMATS.filter((format) => format.startsWith('scorm'));
const player = playerBuild(tinyBuild());

async function unpack(format: string) {
  const { zip } = await packageCourse(COURSE, player, format);
  const files = Object.entries(unzipSync(zip));
  return new Map(files.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
}

describe.each(FORMATS)('a %s package', (format) => {
  it('is the same, byte for byte, when made again from another build of the same sources', async () => {
    const { zip } = await packageCourse(COURSE, player, format);
    const again = await packageCourse(COURSE, playerBuild(tinyBuild()), format);
    expect(Buffer.from(zip).equals(again.zip)).toBe(true);
  });

  it('tells the player which protocol to speak', async () => {
    const page = (await unpack(format)).get('index.html');
    expect(page).toContain(` data-tracking="${PACKAGERS[format].protocol}"`);
  });

  it('has no root-absolute path in its page', async () => {
    expect((await unpack(format)).get('index.html')).not.toMatch(/["'(]\/[^/]/);
  });

  it('has as many files as it says, and no warnings', async () => {
    const { fileCount, warnings } = await packageCourse(COURSE, player, format);
    expect((await unpack(format)).size).toBe(fileCount);
    expect(warnings).toEqual([]);
  });
});

describe.each(LMS_FORMATS)('a %s package for an LMS', (format) => {
  it('starts with the manifest, at the root', async () => {
    const manifest = { cmi5: 'cmi5.xml', xapi: 'tincan.xml' }[format as string];
    expect([...(await unpack(format)).keys()][0]).toBe(manifest ?? 'imsmanifest.xml');
  });

  it('runs as classic scripts', async () => {
    const page = (await unpack(format)).get('index.html');
    expect(page).not.toContain('type="module"');
    expect(page).not.toContain('import(');
  });
});

describe.each(SCORM_FORMATS)('a %s package', (format) => {
  it('lists all other files but the schemas in the manifest', async () => {
    const files = await unpack(format);
    const listed = [...(files.get('imsmanifest.xml') ?? '').matchAll(/<file href="([^"]*)"\/>/g)];
    const resources = [...files.keys()].filter((path) => !/\.(xsd|dtd)$/.test(path));
    expect(['imsmanifest.xml', ...listed.map(([, href]) => href)]).toEqual(resources);
  });

  it('carries its schemas at the root, and LOM’s parts where it looks for them', async () => {
    const names = [...(await unpack(format)).keys()].filter((path) => path.endsWith('.xsd'));
    const folders = names.filter((name) => name.includes('/')).map((name) => name.split('/')[0]);
    const lom = format === 'scorm12' ? [] : ['common', 'extend', 'unique', 'vocab'];
    expect([...new Set(folders)]).toEqual(lom);
    expect(names.some((name) => name.startsWith('imscp'))).toBe(true);
    expect(names.some((name) => name.startsWith('adlcp'))).toBe(true);
  });
});

describe('packaging', () => {
  it('converts the player once for all LMS formats', async () => {
    const once = playerBuild(tinyBuild());
    expect(await once.classic()).toBe(await once.classic());
  });

  it('keeps the player’s modules in the web edition', async () => {
    const files = await unpack('web');
    expect(files.get(`${ROOT}/entry/start.11.js`)).toContain('export{');
    expect(files.has('imsmanifest.xml')).toBe(false);
  });

  it('refuses an unknown format', async () => {
    await expect(packageCourse(COURSE, player, 'aicc')).rejects.toThrow('Unknown format "aicc".');
  });

  it('refuses a package that LMSs would refuse, and says all that is wrong', async () => {
    const build = playerBuild(tinyBuild({ 'My Film.mp4': '', 'notes.php': '' }));
    const packing = packageCourse({ ...COURSE, title: 'x'.repeat(256) }, build, 'scorm12');
    await expect(packing).rejects.toThrow(PackagingError);
    await expect(packing).rejects.toThrow(
      `The scorm12 package was not written. Problems: 3
  .  error  package/title
    The course title has 256 characters; LMSs take 255. Shorten it.
  My Film.mp4  error  package/file-name
    A name may have a–z, 0–9, dot, hyphen and underscore only. Rename it to my-film.mp4.
  notes.php  error  package/banned-file
    LMSs refuse files of this type. Remove it.`,
    );
  });

  it('takes a title of 255 characters, however many bytes they have', async () => {
    const packing = packageCourse({ ...COURSE, title: '🎓'.repeat(255) }, player, 'scorm12');
    await expect(packing).resolves.toMatchObject({ warnings: [] });
  });
});
