import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorizationAnswer, problemDetails } from 'spv-authorize/contract';
import { hashOf } from 'spv-authorize-backend/internal/vault/secret.ts';
import * as v from 'valibot';
import { authorize, authorizedSite } from '../../support/authorize.ts';
import { hostSecret } from '../../support/keys.ts';
import { eventsOf } from '../../support/rows.ts';
import { setup } from '../../support/setup.ts';
import { hostCall, Site } from '../../support/site.ts';
import { siteOrigin } from '../../support/stack.ts';

const created = v.object({ session: v.string(), expiresAt: v.number() });
const exposed = v.object({ accessToken: v.string(), expiresAt: v.number(), taxId: v.string() });

describe("the API of the host's server", async () => {
  const stack = await setup({ exposeAccessTokens: true });

  it('a session that the host creates is accepted for 15 minutes', async () => {
    const request = { ...stack.newCompany(), userId: 'u1', permissions: ['view'], origin: siteOrigin };

    const { status, body } = await hostCall(stack, '/sessions', request);

    const { session, expiresAt } = v.parse(created, body);
    assert.equal(status, 201);
    assert.equal(expiresAt, Math.floor(stack.clock.now()) + 15 * 60);
    const page = await fetch(`${stack.publicUrl}/v1/authorization`, {
      headers: { authorization: `Bearer ${session}` },
    });
    assert.deepEqual(v.parse(authorizationAnswer, await page.json()).permissions, ['view']);
  });

  it("an exposed access token is accepted by ANAF, and recorded in the company's history", async () => {
    const { companyId } = await authorizedSite(stack);

    const { body } = await hostCall(stack, '/access-tokens', { companyId });

    const { accessToken, taxId } = v.parse(exposed, body);
    const { urls } = stack.mock;
    const hello = await fetch(`${urls.apiPlain}/TestOauth/jaxrs/hello?name=x`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    assert.equal(hello.status, 200);
    assert.equal(taxId, '90123459');
    assert.deepEqual(await eventsOf(stack.database, companyId), ['authorized', 'access-token-exposed']);
  });

  it('an access token is not exposed without the option "exposeAccessTokens"', async () => {
    const closed = await setup();
    const { companyId } = await authorizedSite(closed);

    const { status, body } = await hostCall(closed, '/access-tokens', { companyId });

    assert.deepEqual([status, v.parse(problemDetails, body).code], [403, 'not-exposed']);
  });

  for (const scenario of ['token-unavailable', 'token-answer-lost'] as const) {
    it(`a request for an access token is answered with 503 when its refresh gets no tokens (${scenario})`, async () => {
      const { companyId } = await authorizedSite(stack);
      stack.clock.advance(91 * 24 * 3600);
      stack.mock.scenarios.add({ name: scenario, times: 1 });

      const { status, body } = await hostCall(stack, '/access-tokens', { companyId });

      assert.deepEqual([status, v.parse(problemDetails, body).code], [503, 'anaf-unavailable']);
    });
  }

  it('each of several host keys is accepted, given as secret or as hash, until it is removed', async () => {
    const [old, next] = ['old-host-secret-0123456789-01234', 'new-host-secret-0123456789-01234'];
    const nextKey = { id: 'h2', hash: hashOf(next) };
    const both = await setup({ hostKeys: [{ id: 'h1', secret: old }, nextKey] });
    const rotated = await setup({ hostKeys: [nextKey] });

    const statuses = [];
    for (const { publicUrl } of [both, rotated]) {
      for (const key of [old, next, hashOf(next), '']) {
        const headers = { authorization: `Bearer ${key}` };
        statuses.push((await fetch(`${publicUrl}/host/v1/authorizations`, { headers })).status);
      }
    }

    assert.deepEqual(statuses, [200, 200, 401, 401, 401, 200, 401, 401]);
  });

  it('no answer of the host API lets a page of another origin read it', async () => {
    const headers = { authorization: `Bearer ${hostSecret}` };
    const url = `${stack.publicUrl}/host/v1/authorizations`;

    const asked = await fetch(url, { headers });
    const fromPage = await fetch(url, { headers: { ...headers, origin: siteOrigin } });
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: siteOrigin } });

    assert.deepEqual([asked.status, fromPage.status, preflight.status], [200, 403, 403]);
    for (const response of [asked, fromPage, preflight])
      assert.equal(response.headers.get('access-control-allow-origin'), null);
  });

  it('a backend that is mounted under a prefix leaves other addresses to the host', async () => {
    const prefixed = await setup({ pathPrefix: '/spv' });
    const site = await Site.open(prefixed);

    const { page } = await authorize(prefixed, site);

    assert.match(page, /este autorizată/);
    const paths = ['/spv/healthz', '/spv/readyz', '/spv/elsewhere'];
    const answers = await Promise.all(paths.map((path) => fetch(new URL(path, prefixed.publicUrl))));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 404],
    );
  });
});
