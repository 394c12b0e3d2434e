import { describe, expect, it } from 'vitest';
import { readLoaderSources, readSchemas } from './carried-files.ts';
import { readText } from './text-file.ts';

describe.each(['scorm12', 'scorm2004-3rd', 'scorm2004-4th'] as const)(
  'the schemas of %s',
  (set) => {
    it('lie at the root, LOM’s parts in folders of their own, and bring along whatever they refer to', async () => {
      const files = await readSchemas(set);
      const references = [...files.keys()].flatMap((name) =>
        [
          // Comments name what could be carried instead.
          ...readText(files, name)
            .replace(/<!--[^]*?-->/g, '')
            .matchAll(/(?:schemaLocation\s*=\s*|DTD [^"]*"\s*)"([^":]+\.\w+)"/g),
        ].map(([, file]) => file),
      );
      expect(references.length).toBeGreaterThan(0);
      expect(references.filter((file) => !files.has(file ?? ''))).toEqual([]);
      expect(
        [...files.keys()].filter((name) => !/^([a-z]+\/)?[\w.]+\.(xsd|dtd)$/.test(name)),
      ).toEqual([]);
    });
  },
);

describe('the loader', () => {
  it('is SystemJS as one line of code, which the copyright notice names', async () => {
    const { systemjs } = await readLoaderSources();
    expect(systemjs).toMatch(/^\/\*!\s*\* SJS 6\.15\.1\s*\*\/\s+[^\n]+\n\/\/# sourceMappingURL/);
  });
});
