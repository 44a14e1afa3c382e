import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { squeezeTemplates } from './widget/build/squeeze-templates.ts';

/** The one file for pages without a build step: the element, Lit, Valibot, both languages. */
export default defineConfig({
  root: fileURLToPath(new URL('./widget/', import.meta.url)),
  plugins: [squeezeTemplates()],
  resolve: { conditions: ['spv-source', 'module', 'browser', 'production'] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    // `tsc` writes beside it.
    emptyOutDir: false,
    lib: { entry: 'bundle.ts', formats: ['es'], fileName: () => 'spv-authorize.min.js' },
    // Vite leaves white space in ES libraries unless minifying is asked of the output itself.
    minify: true,
    rolldownOptions: { output: { minify: true } },
  },
});
