import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { authorizedSite } from '../../../backend/support/authorize.ts';
import { setup } from '../../../backend/support/setup.ts';

const program = 'demo/examples/webhook-receiver/receiver.ts';
const secret = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;

/** Starts the example. `nextLine` resolves with what it prints. */
async function startReceiver() {
  const receiver = spawn(process.execPath, [program], {
    env: { ...process.env, WEBHOOK_SECRET: secret, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  after(async () => {
    receiver.kill();
    if (receiver.exitCode === null && receiver.signalCode === null) await once(receiver, 'exit');
  });
  const lines = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value);
  const [, port] = /port: (\d+)/.exec(await nextLine()) ?? [];
  assert.ok(port);
  return { url: `http://127.0.0.1:${port}/`, nextLine };
}

describe('the example of a webhook receiver', () => {
  it('the example receives the events of the backend once, and refuses those of others', async () => {
    const { url, nextLine } = await startReceiver();
    const stack = await setup({ webhooks: { url, secrets: [secret] } });
    const site = await authorizedSite(stack);

    const report = await stack.backend.runDue();
    const first = await nextLine();
    const forged = await fetch(url, {
      method: 'POST',
      body: '{}',
      headers: { 'webhook-id': 'x', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' },
    });
    await site.call('DELETE', '/authorization');
    await stack.database.queries
      .updateTable('webhook_events')
      .set({ outcome: null, ended_at: null, next_action_at: 1 })
      .execute();
    await stack.backend.runDue();

    assert.equal(report.webhooksDelivered, 1);
    assert.equal(first, `${site.companyId} 1 authorization.authorized`);
    assert.equal(forged.status, 401);
    assert.equal(await nextLine(), `${site.companyId} 2 authorization.disconnected`);
  });

  it('the example has at most 40 lines', () => {
    assert.ok(readFileSync(program, 'utf8').trimEnd().split('\n').length <= 40);
  });
});
