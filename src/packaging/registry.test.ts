import { describe, expect, it } from 'vitest';
import { FORMATS } from './packager.ts';
import { findPackager, PACKAGERS } from './registry.ts';

describe('the registry of formats', () => {
  it('has a packager for each, under its own name', () => {
    for (const format of FORMATS) expect(PACKAGERS[format].format).toBe(format);
  });

  it('gives each a summary of one line', () => {
    for (const { summary } of Object.values(PACKAGERS)) expect(summary).toMatch(/^\S.{10,70}$/);
  });

  it('finds a format by name', () => {
    expect(findPackager('scorm2004-3rd')).toBe(PACKAGERS['scorm2004-3rd']);
  });

  it.each(['scorm', '', 'toString'])('says which formats there are when asked for "%s"', (name) => {
    expect(() => findPackager(name)).toThrow(
      `Unknown format "${name}". Formats: scorm12, scorm2004-3rd, scorm2004-4th, cmi5, xapi, web.`,
    );
  });
});
