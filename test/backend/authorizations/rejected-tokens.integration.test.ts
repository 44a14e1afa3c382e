import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { accessTokenAnswer } from 'spv-authorize-backend/internal/http/description/host-schemas.ts';
import { anyProblemDetails } from 'spv-authorize-backend/internal/http/middleware/problem.ts';
import * as v from 'valibot';
import { authorizedSite, readAuthorization } from '../support/authorize.ts';
import { eventsOf, grantOf } from '../support/rows.ts';
import { setup } from '../support/setup.ts';
import { hostAnswer, Site } from '../support/site.ts';

/** Access tokens that ANAF refuses. */
const refused = new Set<string>();

describe('access tokens that ANAF refuses to the host', async () => {
  const stack = await setup({ exposeAccessTokens: true, fetch: refuse });
  afterEach(() => {
    refused.clear();
    stack.mock.scenarios.clear();
  });

  it('a refused token is renewed once, and everybody who reports it gets the same new one', async () => {
    const site = await authorizedSite(stack);
    const { accessToken, expiresAt } = await readToken(site);
    refused.add(accessToken);
    stack.clock.advance(10);

    const reports = await Promise.all(Array.from({ length: 5 }, () => report(site, expiresAt)));
    const late = await report(site, expiresAt);

    const tokens = [...reports, late].map(({ body }) => v.parse(accessTokenAnswer, body));
    assert.equal(new Set(tokens.map((one) => one.accessToken)).size, 1);
    assert.notEqual(tokens[0]?.accessToken, accessToken);
    assert.equal((await grantOf(stack.database, site.companyId)).version, 2);
    assert.equal((await readAuthorization(site)).status, 'active');
  });

  it('a late report of a token that was renewed meanwhile is answered without a request to ANAF', async () => {
    const site = await authorizedSite(stack);
    const { accessToken, expiresAt } = await readToken(site);
    refused.add(accessToken);
    stack.clock.advance(10);
    await report(site, expiresAt);
    stack.mock.journal.clear();

    const { status } = await report(site, expiresAt);

    assert.equal(status, 200);
    assert.deepEqual(stack.mock.journal.entries(), []);
  });

  it('a token that ANAF accepts is not renewed, and is returned again', async () => {
    const site = await authorizedSite(stack);
    const token = await readToken(site);

    const { status, body } = await report(site, token.expiresAt);

    assert.equal(status, 200);
    assert.deepEqual(v.parse(accessTokenAnswer, body), token);
    assert.equal((await grantOf(stack.database, site.companyId)).version, 1);
    const events = ['authorized', 'access-token-exposed', 'verified', 'access-token-exposed'];
    assert.deepEqual(await eventsOf(stack.database, site.companyId), events);
  });

  it('when ANAF refuses the renewal too, the answer is 409 not-authorized and the status is revoked', async () => {
    const site = await authorizedSite(stack);
    const { accessToken, expiresAt } = await readToken(site);
    refused.add(accessToken);
    stack.mock.disconnect();

    const { status, body } = await report(site, expiresAt);

    assert.deepEqual([status, v.parse(anyProblemDetails, body).code], [409, 'not-authorized']);
    assert.equal((await readAuthorization(site)).status, 'revoked');
  });

  it('when ANAF does not answer the renewal, the answer is 503 and the token stays as it was', async () => {
    const site = await authorizedSite(stack);
    const { accessToken, expiresAt } = await readToken(site);
    refused.add(accessToken);
    stack.mock.scenarios.add({ name: 'token-unavailable' });

    const { status, body } = await report(site, expiresAt);

    assert.deepEqual([status, v.parse(anyProblemDetails, body).code], [503, 'anaf-unavailable']);
    assert.equal((await readAuthorization(site)).status, 'active');
  });

  it('a host that reports in a loop is stopped before it exhausts the limit of ANAF', async () => {
    const site = await authorizedSite(stack);
    const { expiresAt } = await readToken(site);
    stack.mock.journal.clear();

    const codes = [];
    for (let count = 0; count < 35; count += 1) codes.push((await report(site, expiresAt)).status);

    assert.deepEqual(codes, [...Array(30).fill(200), ...Array(5).fill(429)]);
    assert.equal(stack.mock.journal.count({ path: 'listaMesajeFactura' }), 30);
  });

  it('reports of unknown companies, of companies without authorization, and with wrong fields are refused', async () => {
    const site = await Site.open(stack);

    const answers = [
      await hostAnswer(stack, 'POST', '/access-tokens/rejected', { companyId: 'none', expiresAt: 1 }),
      await report(site, 1),
      await hostAnswer(stack, 'POST', '/access-tokens/rejected', { companyId: site.companyId }),
      await hostAnswer(stack, 'POST', '/access-tokens/rejected', { companyId: site.companyId, expiresAt: '1' }),
    ];

    assert.deepEqual(
      answers.map(({ status, body }) => [status, v.parse(anyProblemDetails, body).code]),
      [
        [404, 'company-unknown'],
        [409, 'not-authorized'],
        [400, 'malformed-request'],
        [400, 'malformed-request'],
      ],
    );
  });

  it('a report is refused without the option "exposeAccessTokens"', async () => {
    const closed = await setup();
    const { companyId } = await Site.open(closed);

    const { status, body } = await hostAnswer(closed, 'POST', '/access-tokens/rejected', { companyId, expiresAt: 1 });

    assert.deepEqual([status, v.parse(anyProblemDetails, body).code], [403, 'not-exposed']);
  });

  async function readToken({ companyId }: Site) {
    const { body } = await hostAnswer(stack, 'POST', '/access-tokens', { companyId });
    return v.parse(accessTokenAnswer, body);
  }

  function report({ companyId }: Site, expiresAt: number) {
    return hostAnswer(stack, 'POST', '/access-tokens/rejected', { companyId, expiresAt });
  }
});

/** The backend's `fetch`: ANAF refuses the tokens of `refused`. */
async function refuse(url: string, init: RequestInit): Promise<Response> {
  const [, token = ''] = /^Bearer (.+)$/.exec(new Headers(init.headers).get('authorization') ?? '') ?? [];
  return refused.has(token) ? new Response('', { status: 401 }) : fetch(url, init);
}
