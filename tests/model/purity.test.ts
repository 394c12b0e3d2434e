import { readdirSync } from 'node:fs';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const eslint = new ESLint();

/** What the lint holds a file to, whatever it holds now. */
async function banned(file: string): Promise<string> {
  const config = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, unknown> };
  const { rules } = config;
  return JSON.stringify([
    rules['no-restricted-properties'],
    rules['no-restricted-syntax'],
    rules['no-restricted-globals'],
  ]);
}

const labs = readdirSync('src/labs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => `src/labs/${file.replaceAll('\\', '/')}`);

it.each([
  ...labs,
  'src/course/fingerprint.ts',
  'src/machine/rules.ts',
  'src/questions/kind.ts',
  'src/checks/check-course.ts',
])('no clock and no chance may get into %s', async (file) => {
  const rules = await banned(file);
  for (const word of ['"random"', '"now"', '[callee.name=\\"Date\\"]', '"setTimeout"']) {
    expect(rules).toContain(word);
  }
});
