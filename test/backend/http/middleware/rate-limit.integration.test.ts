import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import express from 'express';
import { Browser } from '../../support/browser.ts';
import { Site, startStack } from '../../support/stack.ts';
import { headingOf } from '../../support/walk.ts';

describe('the limit of requests from one address', () => {
  it('visitors behind a trusted proxy are limited separately, by the address in X-Forwarded-For', async (t) => {
    const stack = await startStack({ rateLimits: { pagesPerMinute: 1 }, trustProxy: 1 });
    t.after(() => stack.stop());

    const statuses = await callbackStatuses(stack.publicUrl);

    assert.deepEqual(statuses, [404, 404, 429]);
  });

  it('X-Forwarded-For is ignored without a trusted proxy', async (t) => {
    const stack = await startStack({ rateLimits: { pagesPerMinute: 1 } });
    t.after(() => stack.stop());

    const statuses = await callbackStatuses(stack.publicUrl);

    assert.deepEqual(statuses, [404, 429, 429]);
  });

  it("the router uses the host application's trust proxy setting unless it has its own", async (t) => {
    const stack = await startStack({ rateLimits: { pagesPerMinute: 1 } });
    t.after(() => stack.stop());
    const app = express().set('trust proxy', 1).use('/spv', stack.backend.router);
    const server = createServer(app).listen(0, '127.0.0.1');
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    await once(server, 'listening');
    // A server on a host and port has an address object.
    const { port } = server.address() as AddressInfo;

    const statuses = await callbackStatuses(`http://127.0.0.1:${port}/spv`);

    assert.deepEqual(statuses, [404, 404, 429]);
  });

  it('requests over the limit get 429 with Retry-After, and pages get it as a page', async () => {
    const stack = await startStack({ rateLimits: { apiPerMinute: 2, pagesPerMinute: 1 } });
    const site = await Site.open(stack);
    const browser = new Browser(stack.publicUrl);

    const api = [];
    for (let time = 0; time < 3; time += 1) api.push(await site.call('GET', '/authorization'));
    await browser.visit('/callback');
    const page = await browser.visit('/callback');

    assert.deepEqual(
      api.map(({ status }) => status),
      [200, 200, 429],
    );
    assert.equal(Object(api[2]?.body).code, 'rate-limited');
    assert.equal(page.status, 429);
    assert.match(page.headers.get('retry-after') ?? '', /^\d+$/);
    assert.equal(headingOf(await page.text()), 'Prea multe cereri');
    await stack.stop();
  });
});

/** Three requests through a proxy: one by one person, two by another. */
async function callbackStatuses(publicUrl: string): Promise<number[]> {
  const statuses = [];
  for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.2']) {
    const headers = { 'x-forwarded-for': address };
    statuses.push((await fetch(`${publicUrl}/callback`, { headers })).status);
  }
  return statuses;
}
