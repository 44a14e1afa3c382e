import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

/** Patterns that make a test depend on the speed of the machine, or pass without checking anything. */
const forbidden: Readonly<Record<string, RegExp>> = {
  'a wait for an idle network': /networkidle/,
  'a wait for a fixed time in a page': /waitForTimeout\(/,
  'an upper limit on elapsed time':
    /performance\.now\(\)[^;\n]*<(?!=?\s*\w+;)|lessThan.*performance\.now|performance\.now.*toBeLessThan/,
  'a test that is left out or runs alone': /\b(?:it|test|describe)\.(?:only|todo|fixme)\(/,
};

const files = globSync('test/**/*.ts', { exclude: (path) => /node_modules|test[\\/]bench/.test(path) })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== 'test/architecture/honest-tests.test.ts');

describe('the tests outside test/bench', () => {
  for (const [what, pattern] of Object.entries(forbidden)) {
    it(`no test contains ${what}`, () => {
      const lines = files.flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
      );

      assert.deepEqual(lines, []);
    });
  }

  it('every test title is a sentence of at least four words, without "should"', () => {
    const titles = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^\s*(?:it|test)\(\s*(['`"])(.+?)\1,/gm)].map(([, , title = '']) => ({
        file,
        title,
      })),
    );
    const poor = titles.filter(({ title }) => isTooShort(title) || /\bshould\b/.test(title));

    assert.ok(titles.length > 500, `only ${titles.length} titles were found`);
    assert.deepEqual(poor, []);
  });
});

/** A title that starts with a value, such as the rule of a check, gets its sentence from the table that the test runs over. */
function isTooShort(title: string): boolean {
  return title.split(' ').length < 4 && !title.startsWith('$');
}
