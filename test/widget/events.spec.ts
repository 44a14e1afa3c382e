import { exampleConnection } from 'spv-authorize';
import { diagnose } from 'spv-authorize/contract';
import { assert } from './support/assert.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

describe('<spv-authorize>, events', () => {
  afterEach(removePanels);

  it('spv-state-change is fired once for every change of the screen', async () => {
    const panel = await setup({ steps: ['verifying', 'succeeded'] });

    await panel.goToAnaf();
    await panel.signal();

    const changes = panel.events.filter(({ type }) => type === 'spv-state-change').map(({ detail }) => detail.state);
    assert.deepEqual(changes, ['none', 'choose', 'checklist', 'starting', 'at-anaf', 'verifying', 'success']);
  });

  it('spv-authorized has both expiry times', async () => {
    const panel = await setup({ steps: ['succeeded'] });

    await panel.goToAnaf();

    const fired = panel.events.filter(({ type }) => type === 'spv-authorized');
    const { accessExpiresAt, reauthorizeBy } = exampleConnection;
    assert.deepEqual(
      fired.map(({ detail, bubbles, composed, cancelable }) => ({ detail, bubbles, composed, cancelable })),
      [{ detail: { accessExpiresAt, reauthorizeBy }, bubbles: true, composed: true, cancelable: false }],
    );
  });

  it('spv-failed has the code, likeliest cause, retryable and reference', async () => {
    const evidence = { answeredAfterSeconds: 0.4 };
    const diagnosis = diagnose('access-denied', evidence);
    const panel = await setup({
      steps: [{ code: 'access-denied', retryable: true, evidence, diagnosis, reference: '7F3K' }],
    });

    await panel.goToAnaf();

    const details = panel.events.filter(({ type }) => type === 'spv-failed').map(({ detail }) => detail);
    const expected = { code: 'access-denied', cause: 'token-not-inserted', retryable: true, reference: '7F3K' };
    assert.deepEqual(details, [expected]);
  });

  it('no event has an address, ticket, certificate or name', async () => {
    const panel = await setup({
      steps: ['at-anaf', 'verifying', 'succeeded'],
      authorizeUrl: 'https://spv.example/a/s3cret',
    });

    await panel.goToAnaf();
    await panel.signal();
    await panel.signal();

    const all = JSON.stringify(panel.events.map(({ detail }) => detail));
    assert.includes(all, 'success');
    for (const part of ['s3cret', 'Maria', '5A3F', 'Exemplu']) assert.excludes(all, part);
  });
});
