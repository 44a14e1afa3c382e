import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Runs in the sandbox: links each workspace under its package name, as `npm install` does at the root of the repository, and the
 * packages that npm installed inside a workspace. Other packages are found in the `node_modules` of the repository, which is above
 * the sandbox.
 */
const { workspaces } = packageAt('.');
// The sandbox is .cache/mutation/<name>-sandbox/sandbox-<letters>.
const repository = resolve('../../../..');
mkdirSync('node_modules', { recursive: true });
for (const folder of workspaces) {
  symlinkSync(join('..', folder), join('node_modules', packageAt(folder).name), 'dir');
  const installed = join(repository, folder, 'node_modules');
  if (existsSync(installed)) symlinkSync(installed, join(folder, 'node_modules'), 'dir');
}

function packageAt(folder: string): { readonly name: string; readonly workspaces: readonly string[] } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
