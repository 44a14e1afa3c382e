import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { parseSync } from 'oxc-parser';

/** What each part may import of ours (design §2). A longer path wins over a shorter one. */
const allowedImports: Readonly<Record<string, readonly string[]>> = {
  'widget/contract': [],
  'widget/catalogue': ['widget/contract'],
  'widget/core': ['widget/contract', 'widget/catalogue'],
  widget: ['widget/contract', 'widget/catalogue', 'widget/core'],
  backend: ['widget/contract', 'widget/catalogue'],
  'mock-anaf': [],
  demo: ['widget', 'widget/contract', 'widget/catalogue', 'backend', 'mock-anaf'],
  test: ['widget', 'widget/contract', 'widget/catalogue', 'widget/core', 'backend', 'mock-anaf', 'demo'],
};

const packageFolders: Readonly<Record<string, string>> = {
  'spv-authorize': 'widget',
  'spv-authorize-backend': 'backend',
  'mock-anaf': 'mock-anaf',
  'spv-authorize-demo': 'demo',
};

const sources = globSync('{widget,backend,mock-anaf,demo,test}/**/*.ts', {
  exclude: (path) => /(^|\/)(node_modules|dist)(\/|$)/.test(path),
}).map((file) => file.replaceAll('\\', '/'));

describe('the direction of dependency', () => {
  it('is looked at in every source file', () => {
    assert.ok(sources.length > 20, `only ${sources.length} sources were found`);
  });

  it('is kept by every import', () => {
    assert.deepEqual(sources.flatMap(violations), []);
  });

  it('would be seen if an import went the other way', () => {
    const wrong = violationsIn('widget/core/wrong.ts', "import { router } from 'spv-authorize-backend';");

    assert.deepEqual(wrong, ['widget/core/wrong.ts (widget/core) imports backend by "spv-authorize-backend"']);
  });

  it('would be seen if a relative import left its part', () => {
    const wrong = violationsIn('mock-anaf/oauth/wrong.ts', "export * from '../../backend/clock.ts';");

    assert.deepEqual(wrong, ['mock-anaf/oauth/wrong.ts (mock-anaf) imports backend by "../../backend/clock.ts"']);
  });
});

function violations(file: string): string[] {
  return violationsIn(file, readFileSync(file, 'utf8'));
}

function violationsIn(file: string, source: string): string[] {
  const from = partOf(file);
  return importedNames(file, source).flatMap((name) => {
    const to = importedPart(file, name);
    if (to === undefined || to === from || allowedImports[from]?.includes(to)) return [];
    return [`${file} (${from}) imports ${to} by "${name}"`];
  });
}

function importedNames(file: string, source: string): string[] {
  const { module } = parseSync(file, source);
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
}

/** The part that an import reaches, or `undefined` for a package that is not ours. */
function importedPart(file: string, name: string): string | undefined {
  if (name.startsWith('.')) return partOf(relative(resolve('.'), resolve(dirname(file), name)).replaceAll('\\', '/'));
  const [packageName = '', ...subpath] = name.split('/');
  const folder = packageFolders[packageName];
  return folder && partOf([folder, ...subpath].join('/'));
}

function partOf(path: string): string {
  const parts = Object.keys(allowedImports).filter((part) => path === part || path.startsWith(`${part}/`));
  const longest = parts.sort((left, right) => right.length - left.length)[0];
  assert.ok(longest, `"${path}" belongs to no part; allowedImports names them`);
  return longest;
}
