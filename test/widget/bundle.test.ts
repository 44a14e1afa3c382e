import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from './support/built-bundle.ts';

/**
 * Bytes after gzip of each file: the first one, which every page loads, with Lit, Valibot, the catalogue and the screens in Romanian;
 * and those that it loads on demand. Raise one only with a reason.
 */
const budgets = { 'spv-authorize': 40_400, delegation: 9900, en: 7600 } as const;
const widgetFolder = fileURLToPath(new URL('../../widget/', import.meta.url));

describe('the bundle for pages without a build step', () => {
  it('the bundle has the file of its name and one for each part that is loaded on demand', async () => {
    const names = (await bundle()).map(({ fileName }) => fileName.replace(/-[\w-]{8}\.min\.js$/, '-*.min.js'));

    assert.deepEqual(names.sort(), [
      'spv-authorize-delegation-*.min.js',
      'spv-authorize-en-*.min.js',
      'spv-authorize.min.js',
    ]);
  });

  for (const [part, budgetBytes] of Object.entries(budgets)) {
    it(`the file "${part}" of the bundle has at most ${budgetBytes} bytes after gzip`, async () => {
      const file = (await bundle()).find(({ fileName }) => partOf(fileName) === part);

      assert.ok(file);
      const bytes = gzipSync(file.code, { level: 9 }).length;
      assert.ok(bytes <= budgetBytes, `${bytes} bytes`);
    });
  }

  it('a file that is loaded on demand imports nothing and has no copy of Lit, so that hosts may rename the first file', async () => {
    const late = (await bundle()).filter(({ fileName }) => partOf(fileName) !== 'spv-authorize');

    assert.equal(late.length, 2);
    for (const { fileName, code, imports } of late) {
      assert.deepEqual(imports, [], fileName);
      assert.doesNotMatch(code, /\bimport\b|createPolicy|customElements/, fileName);
    }
  });

  it('the first file loads the others by relative addresses', async () => {
    const files = await bundle();
    const first = files.find(({ fileName }) => partOf(fileName) === 'spv-authorize');
    const loaded = [...(first?.code ?? '').matchAll(/import\([`'"]([^`'"]+)[`'"]\)/g)].map(([, address]) => address);

    assert.deepEqual(
      loaded.sort(),
      files
        .filter((file) => file !== first)
        .map(({ fileName }) => `./${fileName}`)
        .sort(),
    );
  });

  it('the bundle evaluates no text as code and writes no style attribute, so that it works with a strict CSP', async () => {
    const files = await bundle();

    assert.equal(files.length, 3);
    for (const { fileName, code } of files) {
      for (const forbidden of ['eval(', 'new Function(', ' style="']) {
        assert.ok(!code.includes(forbidden), `${fileName} contains ${forbidden}`);
      }
    }
  });
});

describe('spv-authorize on a server', () => {
  it('the package can be imported and define() called without a DOM, as in a server-side renderer', () => {
    const script = `
      const { define, SpvAuthorize } = await import('spv-authorize');
      define();
      await import('spv-authorize/define');
      console.log(typeof SpvAuthorize);`;

    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: widgetFolder,
      // Without the condition `spv-source`, so that the published files of `tsc -b` are used.
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });

    assert.equal(output.trim(), 'function');
  });
});

function partOf(fileName: string): string {
  return /^spv-authorize-(\w+)-/.exec(fileName)?.[1] ?? fileName.replace('.min.js', '');
}
