import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { lessons } from './src/content/markup.js';

/** `COURSE_BUILD` names another folder (see src/cli/paths.ts): nothing of the two then mixes. */
const build = process.env.COURSE_BUILD;

/** @type {import('@sveltejs/kit').Config} */
export default {
  extensions: ['.svelte', '.md'],
  preprocess: [vitePreprocess(), lessons()],
  kit: {
    // One page, reached at any depth of any server: addresses live in the hash.
    router: { type: 'hash' },
    adapter: adapter({ pages: `${build ?? 'build'}/player`, fallback: 'index.html' }),
    outDir: build === undefined ? '.svelte-kit' : `${build}/.svelte-kit`,
    output: { bundleStrategy: 'split', preloadStrategy: 'modulepreload' },
    version: { name: 'release' },
  },
};
