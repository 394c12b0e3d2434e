import { describe, expect, it } from 'vitest';
import { readLoaderSources, readSchemas } from './carried-files.ts';
import { readText } from './text-file.ts';

describe.each(['scorm12', 'scorm2004-3rd', 'scorm2004-4th'] as const)(
  'the schemas of %s',
  (set) => {
    it('lie at the root and bring along whatever they refer to', async () => {
      const files = await readSchemas(set);
      const references = [...files.keys()].flatMap((name) =>
        [
          ...readText(files, name).matchAll(
            /(?:schemaLocation\s*=\s*|DTD [^"]*"\s*)"([^":]+\.\w+)"/g,
          ),
        ].map(([, file]) => file),
      );
      expect(references.length).toBeGreaterThan(0);
      expect(references.filter((file) => !files.has(file ?? ''))).toEqual([]);
      expect([...files.keys()].filter((name) => !/^[\w.]+\.(xsd|dtd)$/.test(name))).toEqual([]);
    });
  },
);

describe('the loader', () => {
  it('is SystemJS as one line of code, which the copyright notice names', async () => {
    const { systemjs } = await readLoaderSources();
    expect(systemjs).toMatch(/^\/\*!\s*\* SJS 6\.15\.1\s*\*\/\s+[^\n]+\n\/\/# sourceMappingURL/);
  });
});
