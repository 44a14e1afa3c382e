import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const ours = ['spv-authorize', 'spv-authorize-backend', 'spv-authorize-conformance', 'spv-authorize-demo', 'mock-anaf'];

describe('the dependencies', () => {
  for (const folder of ['.', 'widget', 'backend', 'mock-anaf', 'conformance', 'demo', 'test']) {
    it(`the README of ${folder} gives a reason for every dependency`, () => {
      const readme = readFileSync(`${folder}/README.md`, 'utf8');

      assert.deepEqual(
        dependenciesOf(folder).filter((name) => !readme.includes(`\`${name}\``)),
        [],
      );
    });
  }
});

/** Types (`@types/…`) count as part of their package and need no reason of their own. */
function dependenciesOf(folder: string): string[] {
  // The manifest is ours and has npm's form.
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Readonly<
    Record<'dependencies' | 'devDependencies' | 'peerDependencies', Readonly<Record<string, string>> | undefined>
  >;
  const { dependencies, devDependencies, peerDependencies } = manifest;
  return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }).filter(
    (name) => !ours.includes(name) && !name.startsWith('@types/'),
  );
}
