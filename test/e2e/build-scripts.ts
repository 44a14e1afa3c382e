import { resolve } from 'node:path';
import { buildScripts } from '../../demo/site/build-scripts.ts';

/** Where the demo site's scripts are built once for all end-to-end tests. */
export const scriptsFolder = resolve(import.meta.dirname, '../../.cache/e2e-scripts');

export async function buildScriptsOnce(): Promise<void> {
  await buildScripts(scriptsFolder);
}

/** Playwright's global setup. */
export default buildScriptsOnce;
