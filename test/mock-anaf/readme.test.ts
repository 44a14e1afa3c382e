import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { defaultLifetimes, defaultLimits, defaultSwitches, personaNames, scenarioCatalogue } from 'mock-anaf';
import { readCommandLine } from 'mock-anaf/internal/command/arguments.ts';
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
    it(`the README of mock-anaf names every ${kind}`, () => {
      const words = new Set(readme.split(/[\s`|(),.]+/));

      assert.deepEqual(
        names.filter((name) => !words.has(name)),
        [],
      );
    });
  }

  for (const file of [
    ...readdirSync('mock-anaf/recipes').map((name) => join('mock-anaf/recipes', name)),
    'test/mock-anaf/recipes/every-option.ts',
  ]) {
    it(`the README of mock-anaf quotes ${file} unchanged`, () => {
      const quotes = [...readme.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, quote]) => quote);

      assert.ok(quotes.includes(readFileSync(file, 'utf8')), `a block of the README equals ${file}`);
    });
  }

  it('the README of mock-anaf has a valid example of every flag of the command', () => {
    const commands = [...readme.matchAll(/^npx mock-anaf +(.*?)(?: +#.*)?$/gm)].map(([, flags = '']) =>
      flags.split(/ +/),
    );
    const known = help.match(/--[a-z][a-z-]*/g) ?? [];

    const kinds = commands.map((flags) => readCommandLine(flags.map(inRecipes), {}).kind);

    assert.deepEqual(new Set(kinds), new Set(['start', 'exec', 'help', 'version']));
    assert.deepEqual(
      known.filter((flag) => !commands.flat().includes(flag)),
      [],
    );
  });

  it('the README of mock-anaf gives the reason for every dependency', () => {
    const { dependencies } = JSON.parse(readFileSync('mock-anaf/package.json', 'utf8'));
    const justified = [...readme.matchAll(/^\| `([^`]+)` \| [^|]+ \|$/gm)].map(([, name]) => name);

    assert.deepEqual(
      Object.keys(dependencies).filter((name) => !justified.includes(name)),
      [],
    );
  });

  it('the README of mock-anaf and the help explain every exit code', () => {
    for (const code of ['0', '1', '2', '3', '4', '5']) {
      assert.match(help, new RegExp(`(Exit codes:|·) ${code} `));
      assert.match(readme, new RegExp(`^\\| ${code} \\| `, 'm'));
    }
  });
});

/** The path of a file in an example, relative to the folder in which the tests run. */
function inRecipes(argument: string): string {
  return argument === 'clients.json' ? join('mock-anaf/recipes', argument) : argument;
}
