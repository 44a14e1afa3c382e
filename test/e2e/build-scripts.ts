import { resolve } from 'node:path';
import { buildScripts } from '../../demo/site/build-scripts.ts';

/** The demo site's scripts, built once per run instead of once per stack. */
export const scriptsFolder = resolve(import.meta.dirname, '../../.cache/e2e-scripts');

export async function buildScriptsOnce(): Promise<void> {
  await buildScripts(scriptsFolder);
}

/** Playwright's global setup. */
export default buildScriptsOnce;
