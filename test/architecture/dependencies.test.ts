import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const ours = ['spv-authorize', 'spv-authorize-backend', 'spv-authorize-demo', 'mock-anaf'];

describe('the README of each package', () => {
  for (const folder of ['.', 'widget', 'backend', 'mock-anaf', 'demo', 'test']) {
    it(`says why it has its dependencies: ${folder}`, () => {
      const readme = readFileSync(`${folder}/README.md`, 'utf8');

      assert.deepEqual(
        dependenciesOf(folder).filter((name) => !readme.includes(`\`${name}\``)),
        [],
      );
    });
  }
});

/** Types of a package are part of it. */
function dependenciesOf(folder: string): string[] {
  // Our own file, in the form of npm.
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Readonly<
    Record<'dependencies' | 'devDependencies' | 'peerDependencies', Readonly<Record<string, string>> | undefined>
  >;
  const { dependencies, devDependencies, peerDependencies } = manifest;
  return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }).filter(
    (name) => !ours.includes(name) && !name.startsWith('@types/'),
  );
}
