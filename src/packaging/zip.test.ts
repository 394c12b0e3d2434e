import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { toBytes } from './text-file.ts';
import { zipFiles } from './zip.ts';

const TEXT = 'the same words again and again, '.repeat(40);
const FILES = new Map([
  ['zebra.js', toBytes(TEXT)],
  ['imsmanifest.xml', toBytes('<manifest/>')],
  ['_app/font.woff2', toBytes(TEXT)],
  ['_app/photo.jpg', toBytes(TEXT)],
  ['empty.css', new Uint8Array()],
]);

/** Local file headers of a zip (APPNOTE 4.3.7). */
function localHeaders(zip: Uint8Array) {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const headers = [];
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const [size, nameLength] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true)];
    headers.push({
      name: new TextDecoder().decode(zip.subarray(at + 30, at + 30 + nameLength)),
      version: view.getUint16(at + 4, true),
      flags: view.getUint16(at + 6, true),
      method: view.getUint16(at + 8, true),
      time: view.getUint16(at + 10, true),
      date: view.getUint16(at + 12, true),
    });
    at += 30 + nameLength + view.getUint16(at + 28, true) + size;
  }
  return headers;
}

describe('a zip', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('has the manifest first and the rest sorted', () => {
    expect(localHeaders(zipFiles(FILES)).map(({ name }) => name)).toEqual([
      'imsmanifest.xml',
      '_app/font.woff2',
      '_app/photo.jpg',
      'empty.css',
      'zebra.js',
    ]);
  });

  it('deflates text and stores what is compressed already', () => {
    const methods = localHeaders(zipFiles(FILES)).map(({ name, method }) => [name, method]);
    expect(Object.fromEntries(methods)).toMatchObject({
      '_app/font.woff2': 0,
      '_app/photo.jpg': 0,
      'zebra.js': 8,
    });
  });

  it('dates every file 1980-01-01 00:00', () => {
    const FIRST_OF_JANUARY_1980 = (0 << 9) | (1 << 5) | 1;
    for (const { date, time } of localHeaders(zipFiles(FILES))) {
      expect([date, time]).toEqual([FIRST_OF_JANUARY_1980, 0]);
    }
  });

  it('has sizes in the headers, no encryption, no UTF-8 flag and no zip64', () => {
    for (const { flags, version } of localHeaders(zipFiles(FILES))) {
      expect([flags, version]).toEqual([0, 20]);
    }
  });

  it('is the same in every time zone', () => {
    const zips = Intl.supportedValuesOf('timeZone').map((name) => {
      process.env['TZ'] = name;
      return Buffer.from(zipFiles(new Map([['a.js', toBytes('x')]]))).toString('base64');
    });
    expect(new Set(zips).size).toBe(1);
  });

  it('is the same whatever the order of the files, and gives them back', () => {
    const name = fc.stringMatching(/^[a-z0-9_-][a-z0-9_-]{0,8}(\.(js|css|png|woff2))?$/);
    const files = fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 300 })), {
      selector: ([path]) => path,
      maxLength: 12,
    });
    fc.assert(
      fc.property(files, (entries) => {
        const zip = zipFiles(new Map(entries));
        expect(zipFiles(new Map(entries.toReversed()))).toEqual(zip);
        expect(new Map(Object.entries(unzipSync(zip)))).toEqual(new Map(entries));
      }),
    );
  });
});
