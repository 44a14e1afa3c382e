import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { defaultLifetimes, defaultLimits, defaultSwitches, personaNames, scenarioCatalogue } from 'mock-anaf';
import { help } from 'mock-anaf/internal/command/help.ts';

const readme = readFileSync('mock-anaf/README.md', 'utf8');

describe('the README of mock-anaf', () => {
  for (const [kind, names] of Object.entries({
    scenario: Object.keys(scenarioCatalogue),
    lifetime: Object.keys(defaultLifetimes),
    limit: Object.keys(defaultLimits),
    switch: Object.keys(defaultSwitches),
    persona: personaNames,
  })) {
    it(`names every ${kind}`, () => {
      const words = new Set(readme.split(/[\s`|(),.]+/));

      assert.deepEqual(
        names.filter((name) => !words.has(name)),
        [],
      );
    });
  }

  it('has a line of justification for every dependency', () => {
    const { dependencies } = JSON.parse(readFileSync('mock-anaf/package.json', 'utf8'));
    const justified = [...readme.matchAll(/^\| `([^`]+)` \| [^|]+ \|$/gm)].map(([, name]) => name);

    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !justified.includes(name)),
      [],
    );
  });

  it('and the help explain every exit code', () => {
    for (const code of ['0', '1', '2', '3', '4']) assert.match(help, new RegExp(`(Exit codes:|·) ${code} `));
  });
});
