import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as nodeModules from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside this folder: TypeScript when the mock runs from its sources, JavaScript in a build. */
const consoleFolder = fileURLToPath(new URL('../../../console/', import.meta.url));
const sourceExtension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The packages that the console's modules name, each with the module that stands for the package itself. */
const packages = {
  lit: 'index.js',
  'lit-html': 'lit-html.js',
  'lit-element': 'index.js',
  '@lit/reactive-element': 'reactive-element.js',
} as const;

export const consoleEntry = `/console/modules/app/main${sourceExtension}`;

/** For `<script type="importmap">`: bare names to addresses of the admin port. */
export const importMap = JSON.stringify({
  imports: Object.fromEntries(
    Object.entries(packages).flatMap(([name, main]) => [
      [name, `/console/modules/${name}/${main}`],
      [`${name}/`, `/console/modules/${name}/`],
    ]),
  ),
});

/**
 * The JavaScript of a module by what follows `/console/modules/`; `undefined` if there is none of that name. A name is looked
 * up in a list of what lies in the known folders, never put together to a path.
 */
export async function readConsoleModule(name: string): Promise<string | undefined> {
  modules ??= listModules();
  const file = modules.get(name);
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8');
  return file.endsWith('.ts') ? withoutTypes(text) : text;
}

/** Listed at the first question: most mocks are started by tests, which never ask. */
let modules: ReadonlyMap<string, string> | undefined;

function listModules(): ReadonlyMap<string, string> {
  const lit = packageFolder('lit', import.meta.url);
  return new Map([
    ...modulesIn('app', consoleFolder, sourceExtension),
    ...Object.keys(packages).flatMap((name) =>
      modulesIn(name, name === 'lit' ? lit : packageFolder(name, join(lit, 'index.js')), '.js'),
    ),
  ]);
}

function modulesIn(prefix: string, folder: string, extension: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !file.endsWith('.d.ts'))
    .map((file) => [`${prefix}/${file.replaceAll(sep, '/')}`, join(folder, file)]);
}

/** Where a package is installed, as seen from a file: Lit's own packages need not be visible from here. */
function packageFolder(name: string, from: string): string {
  const file = nodeModules.createRequire(from).resolve(name);
  const folder = join('node_modules', name);
  const end = dirname(file).lastIndexOf(folder) + folder.length;
  return file.slice(0, end);
}

function withoutTypes(source: string): string {
  // Node 24 calls this function experimental at its first use, though the stripping itself is stable. Only who works on the
  // mock itself comes here, and has read it. Goes when Node says nothing any more. (Not imported by name: the first versions
  // of Node 22, where a build runs and never comes here, do not have it.)
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return nodeModules.stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
