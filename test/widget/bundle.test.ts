import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** For Lit, Valibot, the catalogue and the screens in two languages. Raise it only with a reason. */
const budgetBytes = 41_900;
const widgetFolder = fileURLToPath(new URL('../../widget/', import.meta.url));

describe('the bundle for pages without a build step', () => {
  it(`the bundle is one file of at most ${budgetBytes} bytes after gzip`, async () => {
    const files = await bundle();

    assert.equal(files.length, 1);
    const bytes = gzipSync(files[0] ?? '', { level: 9 }).length;
    assert.ok(bytes <= budgetBytes, `${bytes} bytes`);
  });

  it('the bundle evaluates no text as code and writes no style attribute, so that it works with a strict CSP', async () => {
    const [code = ''] = await bundle();

    for (const forbidden of ['eval(', 'new Function(', ' style="']) {
      assert.ok(!code.includes(forbidden), `the bundle contains ${forbidden}`);
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

async function bundle(): Promise<string[]> {
  const built = await build({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    mode: 'widget',
    logLevel: 'silent',
    build: { write: false },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((part) => ('output' in part ? part.output : []))
    .flatMap((file) => ('code' in file ? file.code : []));
}
