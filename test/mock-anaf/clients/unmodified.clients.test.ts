import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { invoice } from '../support/invoice.ts';

const here = (file: string) => join(import.meta.dirname, file);
const clients = {
  curl: ['bash', here('walk.sh')],
  'efactura-sdk of npm': [process.execPath, here('walk-sdk.ts')],
  "Python's urllib": ['python3', here('walk.py')],
  "C# on Mono's class library": ['bash', here('mono.sh'), here('walk.cs'), '--'],
};

/** The output of each step; every client prints the same. */
const steps = `code of 64 digits
tokens Bearer 7776000
refreshed Bearer 7776000, both new
uploaded 5001130147
status ok, message 3001293434
listed FACTURA TRIMISA
downloaded 5001130147.xml semnatura_5001130147.xml
`;

/** Runs a client under `mock-anaf exec`. Only environment variables point it to the mock. */
async function execute(command: readonly string[]): Promise<{ exitCode: number; out: string; error: string }> {
  const args = ['--conditions=spv-source', 'mock-anaf/main.ts', 'exec', '--', ...command];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    output.error += chunk;
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode, ...output };
}

describe('a client with hard-coded ANAF addresses', () => {
  for (const [name, command] of Object.entries(clients)) {
    it(`an unmodified client logs in, uploads an invoice and downloads it: ${name}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-client-'));
      const document = join(folder, 'invoice.xml');
      writeFileSync(document, invoice());

      const result = await execute([...command, document]);
      rmSync(folder, { recursive: true });

      assert.deepEqual(result, { exitCode: 0, out: steps, error: '' });
    });
  }

  it('exec exits with the exit code of the client', async () => {
    const { exitCode } = await execute([process.execPath, '-e', 'process.exit(42)']);

    assert.equal(exitCode, 42);
  });

  it('exec exits with 127 if the client cannot be started', async () => {
    const { exitCode, error } = await execute(['/nowhere/program']);

    assert.equal(exitCode, 127);
    assert.match(error, /"\/nowhere\/program" cannot be started/);
  });
});
