import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { lateChunks } from './widget/build/late-chunks.ts';
import { squeezeTemplates } from './widget/build/squeeze-templates.ts';

/** One ES module with all its dependencies inside. */
function oneFile(entry: string, fileName: string): UserConfig['build'] {
  return {
    target: 'es2022',
    lib: { entry, formats: ['es'], fileName: () => fileName },
    // Vite keeps white space in ES libraries unless the output itself asks for minification.
    minify: true,
    rolldownOptions: { output: { minify: true } },
  };
}

/** The builds by name. `vite build --mode <name>` runs one; the default is the widget. Output folders are relative to `root`. */
const builds: Readonly<Record<string, UserConfig>> = {
  /** The element for pages without a build step: one file, and two that it loads when they are needed. */
  widget: {
    root: folder('widget'),
    plugins: [lateChunks((fileName) => /^spv-authorize-.+\.min\.js$/.test(fileName)), squeezeTemplates()],
    resolve: { conditions: ['spv-source', 'module', 'browser', 'production'] },
    // `tsc` writes modules into the same folder.
    build: {
      ...oneFile('bundle.ts', 'spv-authorize.min.js'),
      rolldownOptions: { output: { minify: true, chunkFileNames: 'spv-authorize-[name]-[hash].min.js' } },
      outDir: 'dist',
      emptyOutDir: false,
    },
  },
  /** The console of mock ANAF with Lit, so that the published package does not depend on Lit. */
  console: {
    root: folder('mock-anaf/console'),
    // `tsc` writes type declarations into the same folder.
    build: { ...oneFile('main.ts', 'main.js'), outDir: '../dist/console', emptyOutDir: false },
  },
  /** The scripts of the demo site. `demo/site/build-scripts.ts` names another output folder. */
  demo: {
    root: folder('demo/site'),
    resolve: { conditions: ['spv-source'] },
    build: {
      target: 'es2024',
      outDir: '../../.cache/demo-scripts',
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: ['integration', 'invoice'].map((name) => folder(`demo/site/client/${name}.ts`)),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
};

export default defineConfig(({ mode }) => {
  // Without `--mode`, and for tools that only read this file, Vite names one of its own modes.
  const isViteDefault = mode === 'production' || mode === 'development';
  const build = builds[isViteDefault ? 'widget' : mode];
  if (build) return build;
  throw new Error(`There is no build "${mode}". Run: vite build --mode ${Object.keys(builds).join('|')}`);
});

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
