import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import express from 'express';
import { problemDetails } from 'spv-authorize/contract';
import * as v from 'valibot';
import { headingIn } from '../../support/authorize.ts';
import { Browser } from '../../support/browser.ts';
import { serve } from '../../support/serve.ts';
import { setup } from '../../support/setup.ts';
import { Site } from '../../support/site.ts';

describe('the limit of requests from one address', () => {
  it('visitors behind a trusted proxy are limited separately, by the address in X-Forwarded-For', async () => {
    const stack = await setup({ rateLimits: { pagesPerMinute: 1 }, trustProxy: 1 });

    assert.deepEqual(await callbackStatuses(stack.publicUrl), [404, 404, 429]);
  });

  it('X-Forwarded-For is ignored without a trusted proxy', async () => {
    const stack = await setup({ rateLimits: { pagesPerMinute: 1 } });

    assert.deepEqual(await callbackStatuses(stack.publicUrl), [404, 429, 429]);
  });

  it("the router uses the host application's trust proxy setting unless it has its own", async () => {
    const stack = await setup({ rateLimits: { pagesPerMinute: 1 } });
    const app = express().set('trust proxy', 1).use('/spv', stack.backend.router);
    const { port, stop } = await serve(app);
    after(stop);

    assert.deepEqual(await callbackStatuses(`http://127.0.0.1:${port}/spv`), [404, 404, 429]);
  });

  it('requests over the limit get 429 with Retry-After, and pages get it as a page', async () => {
    const stack = await setup({ rateLimits: { apiPerMinute: 2, pagesPerMinute: 1 } });
    const site = await Site.open(stack);
    const browser = new Browser(stack.publicUrl);

    const first = await site.call('GET', '/authorization');
    const second = await site.call('GET', '/authorization');
    const third = await site.call('GET', '/authorization');
    await browser.visit('/callback');
    const page = await browser.visit('/callback');

    assert.deepEqual(
      [first, second, third, page].map(({ status }) => status),
      [200, 200, 429, 429],
    );
    assert.equal(v.parse(problemDetails, third.body).code, 'rate-limited');
    assert.ok(Number(page.headers.get('retry-after')) > 0);
    assert.equal(await headingIn(page), 'Prea multe cereri');
  });
});

/** Three visits through a proxy: of two people, the second one twice. */
async function callbackStatuses(publicUrl: string): Promise<number[]> {
  const statuses = [];
  for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.2']) {
    const headers = { 'x-forwarded-for': address };
    statuses.push((await fetch(`${publicUrl}/callback`, { headers })).status);
  }
  return statuses;
}
