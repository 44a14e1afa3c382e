import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs in the sandbox: links each workspace under its package name, as `npm install` does at the root of the repository.
 * Third-party packages are found in the `node_modules` of the repository, which is above the sandbox.
 */
const { workspaces } = packageAt('.');
mkdirSync('node_modules', { recursive: true });
for (const folder of workspaces) symlinkSync(join('..', folder), join('node_modules', packageAt(folder).name), 'dir');

function packageAt(folder: string): { readonly name: string; readonly workspaces: readonly string[] } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
