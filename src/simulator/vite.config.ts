import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/*
 * The simulator's page: a small build of its own, served by `server.ts`.
 * `npx vite build -c src/simulator/vite.config.ts` → build/simulator
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [svelte({ configFile: false })],
  build: {
    outDir: fileURLToPath(new URL('../../build/simulator', import.meta.url)),
    emptyOutDir: true,
    // The tokens use light-dark(), which every one of these knows.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // scorm-again is loaded on demand, one standard at a time, from this machine.
    chunkSizeWarningLimit: 500,
  },
});
