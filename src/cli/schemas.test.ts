import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jsonSchemas } from './schemas.ts';

it.each([...jsonSchemas()])(
  'keeps docs/schemas/%s up to date (npm run check -- --fix)',
  (name, text) => {
    expect(readFileSync(`docs/schemas/${name}`, 'utf8')).toBe(text);
  },
);
