import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';

/** An import of one file of this repository by another, including imports of types. Paths are relative to the root. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** As written in the file. */
  readonly specifier: string;
}

const packageFolders: Readonly<Record<string, string>> = {
  'spv-authorize': 'widget',
  'spv-authorize-backend': 'backend',
  'mock-anaf': 'mock-anaf',
  'spv-authorize-conformance': 'conformance',
  'spv-authorize-demo': 'demo',
};

/** The sources of all parts, without tests. */
export function sourceFiles(): string[] {
  return globSync('{widget,backend,mock-anaf,conformance,demo}/**/*.ts', {
    exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path.replaceAll('\\', '/')),
  }).map((file) => file.replaceAll('\\', '/'));
}

/** The imports of a file, including re-exports and dynamic imports. Imports of third-party packages are left out. */
export function importsOf(file: string, source = readFileSync(file, 'utf8')): Import[] {
  return specifiersOf(file, source).flatMap((specifier) => {
    const to = resolveImport(file, specifier);
    return to === undefined ? [] : [{ from: file, to, specifier }];
  });
}

function specifiersOf(file: string, source: string): string[] {
  const { module } = parseSync(file, source);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
}

/** The imported file of this repository, or `undefined` for a third-party package. */
function resolveImport(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relative(resolve('.'), resolve(dirname(file), specifier)).replaceAll('\\', '/');
  const [packageName = '', ...subpath] = specifier.split('/');
  const folder = packageFolders[packageName];
  if (!folder) return undefined;
  // `spv-authorize/contract` is the index of a folder, `spv-authorize/define` a file.
  const path = join(folder, ...subpath.filter((part) => part !== 'internal')).replaceAll('\\', '/');
  return (
    [path, `${path}.ts`].find((candidate) => candidate.endsWith('.ts') && existsSync(candidate)) ?? `${path}/index.ts`
  );
}
