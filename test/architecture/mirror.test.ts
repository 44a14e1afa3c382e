import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, it } from 'node:test';
import { sourceFiles } from './imports.ts';

const testFiles = globSync('test/{widget,backend,mock-anaf,conformance,demo}/**/*.{test,spec}.ts').map((file) =>
  file.replaceAll('\\', '/'),
);
const sources = sourceFiles();

describe('the tests', () => {
  it('a test is in the folder of its source, or in a folder that test/README.md lists', () => {
    const unexpected = [...new Set(testFiles.map((file) => dirname(file)))].filter(
      (folder) => !existsSync(folder.replace(/^test\//, '')) && !listedFolders().includes(folder),
    );

    assert.deepEqual(unexpected, []);
  });

  it('a test that is named after a source file is at the path of that file', () => {
    const misplaced = testFiles.filter((file) => {
      const homes = sourcesNamed(stemOf(file), partOf(file)).map((source) => `test/${dirname(source)}`);
      return homes.length > 0 && !homes.includes(dirname(file));
    });

    assert.deepEqual(misplaced, []);
  });

  it('every folder of tests that test/README.md lists exists', () => {
    assert.deepEqual(
      listedFolders().filter((folder) => !existsSync(folder)),
      [],
    );
  });
});

/** The rows of the table "Folders without a source folder of the same name". */
function listedFolders(): string[] {
  const readme = readFileSync('test/README.md', 'utf8');
  return [...readme.matchAll(/^\| `([\w/-]+)\/` \|/gm)].map(([, folder = '']) => `test/${folder}`);
}

function sourcesNamed(stem: string, part: string): string[] {
  return sources.filter((source) => source.startsWith(`${part}/`) && basename(source, '.ts') === stem);
}

/** `session` of `session.integration.test.ts`. */
function stemOf(file: string): string {
  return basename(file).split('.')[0] ?? '';
}

function partOf(file: string): string {
  return file.split('/')[1] ?? '';
}
