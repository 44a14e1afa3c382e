import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const client = (name: string): string => fileURLToPath(new URL(`./client/${name}.ts`, import.meta.url));

/** Builds the pages' scripts, the element inside, into a folder that the site serves. */
export async function buildScripts(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('.', import.meta.url)),
    resolve: { conditions: ['spv-source'] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: {
        input: { integration: client('integration'), invoice: client('invoice') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}
