import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { authorize, authorizedSite } from '../support/authorize.ts';
import { databaseKinds } from '../support/databases.ts';
import { grantOf, shareGrant } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { Site } from '../support/site.ts';
import type { Stack, StackOptions } from '../support/stack.ts';
import { type ReceivedEvent, WebhookServer } from '../support/webhook-server.ts';

const hour = 3600;
const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const secret = secretOf(1);

async function setupWebhooks(options: Parameters<typeof setup>[0] = {}) {
  const server = await WebhookServer.start();
  const stack = await setup({ webhooks: { url: server.url, secrets: [secret] }, ...options });
  return { stack, server };
}

interface Event {
  readonly type: string;
  readonly companyId: string;
  readonly sequence: number;
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The event, whose signature must be right. */
function eventIn({ headers, body }: ReceivedEvent, key = secret): Event {
  return new Webhook(key).verify(body, { ...headers }) as Event;
}

function summaries(received: readonly ReceivedEvent[]): string[] {
  return received.map((one) => {
    const { companyId, sequence, type } = eventIn(one);
    return `${companyId} ${sequence} ${type}`;
  });
}

async function runFor({ backend, clock }: Stack, hours: number): Promise<void> {
  for (let left = hours; left > 0; left -= 1) {
    await backend.runDue();
    clock.advance(hour);
  }
  await backend.runDue();
}

/** A second backend on the same database. */
function another({ storage, clock }: Stack, options: StackOptions): Promise<Stack> {
  return setup({ storage, clock, ...options });
}

describe('webhooks', () => {
  for (const database of databaseKinds) {
    it(`what happens to a company arrives signed, numbered for each company and in order (${database})`, async () => {
      const { stack, server } = await setupWebhooks({ database });
      const site = await authorizedSite(stack);
      const other = await Site.open(stack);
      await authorize(stack, other, { persona: 'other-company' });
      const { serial } = await grantOf(stack.database, site.companyId);
      await site.call('DELETE', '/authorization');

      const report = await stack.backend.runDue();
      await stack.backend.runDue();

      assert.equal(report.webhooksDelivered, 3);
      assert.deepEqual(summaries(server.received).toSorted(), [
        `${site.companyId} 1 authorization.authorized`,
        `${site.companyId} 2 authorization.disconnected`,
        `${other.companyId} 1 authorization.refused`,
      ]);
      const [first] = server.received;
      assert.ok(first);
      const { type, at, data } = eventIn(first);
      assert.equal(first.headers.path, '/events');
      assert.equal(first.headers['content-type'], 'application/json');
      assert.deepEqual([type, at], ['authorization.authorized', Math.floor(stack.clock.now())]);
      assert.deepEqual(data, {
        taxId: '90123459',
        certificate: { issuer: 'mock-anaf Testing CA', serial },
        actor: 'u1',
      });
    });
  }

  it('every company on a shared grant has its own event when ANAF ends it', async () => {
    const { stack, server } = await setupWebhooks();
    const [asking, other] = [await authorizedSite(stack), await authorizedSite(stack)];
    await shareGrant(stack.database, asking.companyId, other.companyId);
    await stack.backend.runDue();
    server.received.length = 0;
    stack.mock.scenarios.add({ name: 'api-unauthorized' });

    await asking.call('POST', '/authorization/verify');
    await stack.backend.runDue();

    const revoked = summaries(server.received).filter((one) => one.endsWith('.revoked'));
    assert.deepEqual(
      revoked.map((one) => one.split(' ')[0]).toSorted(),
      [asking.companyId, other.companyId].toSorted(),
    );
  });

  it('while a secret is replaced, events are signed with both', async () => {
    const server = await WebhookServer.start();
    const stack = await setup({ webhooks: { url: server.url, secrets: [secretOf(2), secret] } });
    await authorizedSite(stack);

    await stack.backend.runDue();

    const [event] = server.received;
    assert.ok(event);
    assert.equal(eventIn(event, secret).type, 'authorization.authorized');
    assert.equal(eventIn(event, secretOf(2)).type, 'authorization.authorized');
    assert.throws(() => eventIn(event, secretOf(3)), WebhookVerificationError);
  });

  it('an event that is refused is sent again with the same id and body, until it is accepted', async () => {
    const { stack, server } = await setupWebhooks();
    await authorizedSite(stack);
    server.status = 500;
    await runFor(stack, 24);
    const tries = server.received.length;
    assert.ok(tries >= 24);

    server.status = 200;
    await runFor(stack, 3);

    assert.equal(server.received.length, tries + 1);
    assert.equal(new Set(server.received.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.equal(new Set(server.received.map(({ body }) => body)).size, 1);
  });

  it('an event that no try could deliver for three days is parked and in the log', async () => {
    const { stack, server } = await setupWebhooks();
    await authorizedSite(stack);
    server.status = 404;
    await stack.backend.runDue();
    await stack.database.queries.updateTable('webhook_events').set({ tries: 79 }).execute();
    stack.clock.advance(hour);

    const report = await stack.backend.runDue();
    server.status = 200;
    await runFor(stack, 3);

    assert.equal(report.webhooksGivenUp, 1);
    assert.equal(server.received.length, 2);
    assert.equal(stack.log.filter((line) => line.includes('an event was given up')).length, 1);
    assert.match(stack.log.join('\n'), /"reason":"HTTP 404"/);
  });

  it('a redirect is not followed, and counts as a refusal', async () => {
    const { stack, server } = await setupWebhooks();
    await authorizedSite(stack);
    server.status = 307;

    const report = await stack.backend.runDue();

    assert.equal(report.webhooksDelivered, 0);
    assert.deepEqual(
      server.received.map(({ headers }) => headers.path),
      ['/events'],
    );
  });

  it('two processes on one database send every event once', async () => {
    const { stack, server } = await setupWebhooks();
    const other = await another(stack, { webhooks: { url: server.url, secrets: [secret] } });
    for (let count = 0; count < 4; count += 1) await authorizedSite(stack);

    await Promise.all([stack.backend.runDue(), other.backend.runDue(), stack.backend.runDue(), other.backend.runDue()]);
    await stack.backend.runDue();

    assert.equal(server.received.length, 4);
    assert.equal(new Set(server.received.map(({ headers }) => headers['webhook-id'])).size, 4);
  });

  it('events contain no token, no code and no ticket', async () => {
    const { stack, server } = await setupWebhooks({ exposeAccessTokens: true });
    const site = await Site.open(stack);
    const { authorizeUrl, callback } = await authorize(stack, site);
    await stack.backend.runDue();

    const sent = server.received.map(({ body, headers }) => body + JSON.stringify(headers)).join('\n');

    assert.ok(sent.includes(site.companyId));
    const { access_token: sealed } = await grantOf(stack.database, site.companyId);
    const code = new URL(callback).searchParams.get('code');
    const ticket = new URL(authorizeUrl).pathname.split('/').at(-1);
    assert.ok(code && ticket);
    for (const secretValue of [sealed, code, ticket]) assert.ok(!sent.includes(secretValue));
    assert.doesNotMatch(sent, /eyJ/);
  });

  it('without a receiver nothing waits for the day on which one is configured', async () => {
    const stack = await setup();
    await authorizedSite(stack);
    await stack.backend.runDue();
    const server = await WebhookServer.start();
    const configured = await another(stack, { webhooks: { url: server.url, secrets: [secret] } });
    const site = await authorizedSite(stack);

    await configured.backend.runDue();

    assert.deepEqual(summaries(server.received), [`${site.companyId} 1 authorization.authorized`]);
  });
});
