import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { circlesOf, graphOf } from './circles.ts';
import { parseFolderDiagram, reachableFrom, readFolderDiagram } from './folder-diagram.ts';
import { type Import, importsOf, sourceFiles } from './imports.ts';

const diagram = readFolderDiagram();
const sources = sourceFiles();
const imports = sources.flatMap((file) => importsOf(file));

describe('the folders', () => {
  it('the architecture test reads the imports of all five parts', () => {
    assert.ok(sources.length > 300, `only ${sources.length} source files were found`);
    assert.ok(imports.length > sources.length, `only ${imports.length} imports were found`);
  });

  it('docs/architecture.md draws the folders that exist, and no others', () => {
    const folders = new Set(sources.map((file) => drawnDepth(dirname(file))));

    assert.deepEqual([...diagram.keys()].sort(), [...folders].sort());
  });

  it('the diagram of docs/architecture.md has no circle', () => {
    assert.deepEqual(circlesOf(diagram), []);
  });

  it('every import follows the arrows of docs/architecture.md', () => {
    assert.deepEqual(imports.flatMap(violationOf), []);
  });

  it('every arrow of docs/architecture.md stands for an import', () => {
    const used = graphOf(imports, folderOf);
    const unused = [...diagram].flatMap(([from, targets]) =>
      [...targets].filter((to) => !used.get(from)?.has(to)).map((to) => `${from} --> ${to}`),
    );

    assert.deepEqual(unused, []);
  });

  it('no files import each other in a circle, counting imports of types', () => {
    assert.deepEqual(circlesOf(graphOf(imports, (file) => file)), []);
  });

  it('no folders at any depth import each other in a circle', () => {
    assert.deepEqual(circlesOf(graphOf(imports, dirname)), []);
  });

  it('a part imports another part only by its public package names', () => {
    const inside = imports.filter(({ from, to, specifier }) => partOf(from) !== partOf(to) && !isPublicName(specifier));

    assert.deepEqual(inside, []);
  });
});

describe('the architecture test', () => {
  it('an import against the arrows is reported with its file and folder', () => {
    const [wrong] = importsOf('widget/core/wrong.ts', "import { router } from 'spv-authorize-backend';");

    assert.ok(wrong);
    assert.deepEqual(violationOf(wrong), [
      'widget/core/wrong.ts: widget/core may not import backend ("spv-authorize-backend")',
    ]);
  });

  it('a re-export and a dynamic import count as imports', () => {
    const source = "export * from '../contract/index.ts';\nawait import('../catalogue/index.ts');";

    const found = importsOf('widget/core/example.ts', source).map(({ to }) => to);

    assert.deepEqual(found, ['widget/contract/index.ts', 'widget/catalogue/index.ts']);
  });

  it('arrows are followed through other folders, but not backwards', () => {
    const drawn = parseFolderDiagram('flowchart TD\n a["x"] --> b["x/b"] & c["x/c"]\n b --> d["x/d"]');

    assert.deepEqual([...reachableFrom('x', drawn)].sort(), ['x/b', 'x/c', 'x/d']);
    assert.deepEqual([...reachableFrom('x/d', drawn)], []);
  });

  it('a circle through three nodes is found', () => {
    const edges = ['a b', 'b c', 'c a', 'c d'].map((edge) => ({ from: edge.charAt(0), to: edge.charAt(2) }));

    assert.deepEqual(circlesOf(graphOf(edges, (node) => node)), [['a', 'b', 'c']]);
  });
});

function violationOf({ from, to, specifier }: Import): string[] {
  const [source, target] = [folderOf(from), folderOf(to)];
  if (source === target || reachableFrom(source, diagram).has(target)) return [];
  return [`${from}: ${source} may not import ${target} ("${specifier}")`];
}

function folderOf(file: string): string {
  return drawnDepth(dirname(file));
}

/** Folders are drawn down to two levels below a part; deeper ones belong to the folder that holds them. */
function drawnDepth(folder: string): string {
  return folder.split('/').slice(0, 3).join('/');
}

function partOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function isPublicName(specifier: string): boolean {
  return !specifier.startsWith('.') && !specifier.includes('/internal/');
}
