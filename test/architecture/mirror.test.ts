import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';

const testFiles = globSync('test/{widget,backend,mock-anaf,demo}/**/*.{test,spec}.ts').map((file) =>
  file.replaceAll('\\', '/'),
);

describe('the tests', () => {
  it('a test lies in the folder of its source, or in a folder that test/README.md lists', () => {
    const strangers = [...new Set(testFiles.map((file) => dirname(file)))].filter(
      (folder) => !existsSync(folder.replace(/^test\//, '')) && !listedFolders().includes(folder),
    );

    assert.deepEqual(strangers, []);
  });

  it('test/README.md lists no folder of tests that is gone', () => {
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
