import { defineConfig } from 'vite';

/** JSX is compiled by Vite's own oxc: no Babel, no preset. The build is same-origin only. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: { outDir: '../dist', emptyOutDir: true, manifest: true, target: 'es2023' },
});
