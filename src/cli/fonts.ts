import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/*
 * Cuts the course's fonts down to the characters and the ranges of width and weight that it uses.
 * Run once after an update of a font package; the results are committed in src/ui/fonts.
 */

const CHARACTERS =
  String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, index) => index + 0x20)) +
  '–—‘’“”•…·×÷←→↑↓✓✕§©®°½¼¾€£≤≥−′″«»ÀÁÂÄÇÈÉÊËÍÎÑÓÔÖÚÜàáâäçèéêëíîïñóôöúûüß\u00a0\u2009\u202f';

const FONTS = [
  {
    from: '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2',
    to: 'archivo.woff2',
    axes: { wdth: { min: 80, max: 112 }, wght: { min: 450, max: 800 } },
  },
  {
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    to: 'source-serif-4.woff2',
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    from: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
    to: 'source-serif-4-italic.woff2',
    axes: { wght: 400 },
  },
];

const require = createRequire(import.meta.url);

for (const { from, to, axes } of FONTS) {
  const font = await subsetFont(readFileSync(require.resolve(from)), CHARACTERS, {
    targetFormat: 'woff2',
    variationAxes: axes,
  });
  writeFileSync(new URL(`../ui/fonts/${to}`, import.meta.url), font);
  console.log(`${to}: ${font.length} bytes`);
}
