import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { authorizationAnswer } from 'spv-authorize/contract';
import * as v from 'valibot';
import { hostSecret, Site, type Stack, siteOrigin, startStack } from './support/stack.ts';
import { authorize } from './support/walk.ts';

const created = v.object({ session: v.string(), expiresAt: v.number() });
const exposed = v.object({ accessToken: v.string(), expiresAt: v.number(), taxId: v.string() });

describe("the host's face", () => {
  let stack: Stack;
  before(async () => {
    stack = await startStack({ exposeAccessTokens: true });
  });
  after(() => stack.stop());

  it('the host API creates a session that a page can use for 15 minutes', async () => {
    const request = { ...stack.newCompany(), userId: 'u1', permissions: ['view'], origin: siteOrigin };

    const answer = await hostCall(stack, '/sessions', request);

    const { session, expiresAt } = v.parse(created, await answer.json());
    assert.equal(answer.status, 201);
    assert.equal(expiresAt, Math.floor(stack.clock.now()) + 15 * 60);
    const page = await fetch(`${stack.publicUrl}/v1/authorization`, {
      headers: { authorization: `Bearer ${session}` },
    });
    assert.deepEqual(v.parse(authorizationAnswer, await page.json()).permissions, ['view']);
  });

  it("the host API returns an access token that ANAF accepts and records it in the company's history", async () => {
    const site = await Site.open(stack);
    await authorize(stack, site);

    const answer = await hostCall(stack, '/access-tokens', { companyId: site.companyId });

    const { accessToken, taxId } = v.parse(exposed, await answer.json());
    const { urls } = stack.mock;
    const hello = await fetch(`${urls.apiPlain}/TestOauth/jaxrs/hello?name=x`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    assert.equal(hello.status, 200);
    assert.equal(taxId, '90123459');
    const { event } = await stack.database.queries
      .selectFrom('history')
      .select('event')
      .where('company_id', '=', site.companyId)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    assert.equal(event, 'access-token-exposed');
  });

  it('the host API returns no access token unless exposeAccessTokens is set', async () => {
    const closed = await startStack();
    const site = await Site.open(closed);
    await authorize(closed, site);

    const answer = await hostCall(closed, '/access-tokens', { companyId: site.companyId });

    assert.equal(answer.status, 403);
    assert.equal(Object(await answer.json()).code, 'not-exposed');
    await closed.stop();
  });

  it('the router works under a path prefix and passes other paths to the host application', async () => {
    const prefixed = await startStack({ pathPrefix: '/spv' });
    const site = await Site.open(prefixed);

    const { page } = await authorize(prefixed, site);

    assert.match(page, /este autorizată/);
    assert.equal((await fetch(new URL('/spv/healthz', prefixed.publicUrl))).status, 200);
    assert.equal((await fetch(new URL('/spv/readyz', prefixed.publicUrl))).status, 200);
    assert.equal((await fetch(new URL('/spv/elsewhere', prefixed.publicUrl))).status, 404);
    await prefixed.stop();
  });
});

function hostCall(stack: Stack, path: string, body: object): Promise<Response> {
  return fetch(`${stack.publicUrl}/host/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hostSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
