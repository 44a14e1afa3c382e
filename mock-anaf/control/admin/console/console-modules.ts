import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as nodeModules from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The published package contains the console as one file, built by `vite build --mode console`. When mock-anaf runs from its sources,
 * no build is needed: each TypeScript module is served with its types stripped, and Lit from where it is installed.
 */
const isBuilt = import.meta.url.endsWith('.js');
const consoleFolder = fileURLToPath(new URL('../../../console/', import.meta.url));
const extension = isBuilt ? '.js' : '.ts';

/** The packages that the console's modules import, each with its main module. */
const packages: Readonly<Record<string, string>> = isBuilt
  ? {}
  : {
      lit: 'index.js',
      'lit-html': 'lit-html.js',
      'lit-element': 'index.js',
      '@lit/reactive-element': 'reactive-element.js',
    };

/** Path of the module that starts the console. */
export const consoleEntry = `/console/modules/app/main${extension}`;

/** Content of `<script type="importmap">`: package names and their paths on the admin port. */
export const importMap = JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(packages).flatMap(([name, main]) => [
      [name, `/console/modules/${name}/${main}`],
      [`${name}/`, `/console/modules/${name}/`],
    ]),
  ),
});

/**
 * Reads the JavaScript of a module, by the part of its path after `/console/modules/`; `undefined` if there is no such module.
 * The name is looked up in a list of files in known folders, so a request never becomes a file path.
 */
export async function readConsoleModule(name: string): Promise<string | undefined> {
  modules ??= listModules();
  const file = modules.get(name);
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8');
  return file.endsWith('.ts') ? withoutTypes(text) : text;
}

/** Filled at the first request, because most mocks are started by tests and never serve the console. */
let modules: ReadonlyMap<string, string> | undefined;

function listModules(): ReadonlyMap<string, string> {
  return new Map([
    ...modulesIn('app', consoleFolder, extension),
    ...Object.keys(packages).flatMap((name) => modulesIn(name, packageFolder(name), '.js')),
  ]);
}

function modulesIn(prefix: string, folder: string, extension: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !file.endsWith('.d.ts'))
    .map((file) => [`${prefix}/${file.replaceAll(sep, '/')}`, join(folder, file)]);
}

/** The folder of an installed package. Lit's dependencies are resolved from Lit, because they may not be visible from here. */
function packageFolder(name: string): string {
  const from = name === 'lit' ? import.meta.url : join(packageFolder('lit'), 'index.js');
  const file = nodeModules.createRequire(from).resolve(name);
  const folder = join('node_modules', name);
  const end = dirname(file).lastIndexOf(folder) + folder.length;
  return file.slice(0, end);
}

function withoutTypes(source: string): string {
  // Node 24 prints a warning at the first use of this function that it is experimental, although type stripping itself is stable. Only
  // developers of mock-anaf would see it. Remove this when Node no longer warns. (The function is not imported by name, because early
  // versions of Node 22 do not have it. They run the built package, which does not call this code.)
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return nodeModules.stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
