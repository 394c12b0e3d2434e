import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { coursePlugin } from './src/content/vite-plugin.ts';

/**
 * Learning systems mistreat names beyond a–z, 0–9, dot, hyphen and underscore (field guide R18):
 * hashes in hexadecimal, and no component's name in front of them.
 */
function plainNames(): Plugin {
  return {
    name: 'plain-names',
    outputOptions: (options) => ({
      ...options,
      hashCharacters: 'hex',
      assetFileNames: '_app/immutable/assets/[hash][extname]',
    }),
  };
}

export default defineConfig({
  plugins: [coursePlugin(process.env['COURSE_LESSONS'] ?? 'lessons'), sveltekit(), plainNames()],
  build: { modulePreload: false, assetsInlineLimit: 0 },
  test: {
    include: ['src/**/*.test.ts', 'tests/model/**/*.test.ts'],
    environment: 'node',
    // Property tests over 500 lessons take seconds on a busy machine.
    testTimeout: 30_000,
  },
});
