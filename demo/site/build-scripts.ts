import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the scripts of the pages, each with the element, into a folder that the site serves. */
export async function buildScripts(outDir: string): Promise<void> {
  await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    mode: 'demo',
    logLevel: 'warn',
    build: { outDir },
  });
}
