import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { invoice } from '../mock-anaf/support/invoice.ts';
import { hostSecret } from './support/keys.ts';
import { setup } from './support/setup.ts';
import { hostAnswer } from './support/site.ts';
import { betaTaxId, exempluTaxId } from './support/stack.ts';

describe('the examples of the host API in the README of the backend', async () => {
  const stack = await setup({ exposeAccessTokens: true, allowedOrigins: ['https://app.example.ro'] });
  const folder = mkdtempSync(join(tmpdir(), 'spv-examples-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('every command succeeds, from the first session to the deletion', async () => {
    const [, section = ''] = /^## Host API\n(.*?)^## /ms.exec(readFileSync('backend/README.md', 'utf8')) ?? [];
    const blocks = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
    const script = blocks.join('\n').replace(/^SPV=.*$/m, `SPV=${stack.publicUrl}`);
    const { access_token, refresh_token } = await stack.mock.issueTokens({ persona: 'administrator' });
    stack.mock.addMessages({ cui: exempluTaxId, other: betaTaxId });
    writeFileSync(join(folder, 'invoice.xml'), invoice());
    const env = {
      PATH: process.env.PATH,
      HOST_KEY: hostSecret,
      ACCESS_TOKEN: access_token,
      REFRESH_TOKEN: refresh_token,
    };

    await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: folder, env });

    assert.ok(blocks.length > 5);
    assert.equal(readFileSync(join(folder, 'message.zip')).toString('latin1', 0, 2), 'PK');
    assert.equal((await hostAnswer(stack, 'GET', '/companies/company-1')).status, 404);
  });
});
