import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { UnsecuredJWT } from 'jose';
import { createdLink } from 'spv-authorize/contract';
import * as v from 'valibot';
import { type Act, atAnaf, authorize, leadsTo, parameterOf, provenAddress, startAttempt } from './support/authorize.ts';
import { breakTransactions } from './support/broken-database.ts';
import { Browser } from './support/browser.ts';
import { encryptionKey, hostSecret, sessionSecret } from './support/keys.ts';
import { createLink, finishTry, openInvitingSite, startTry, tokenOf } from './support/links.ts';
import { snapshot } from './support/rows.ts';
import { setup } from './support/setup.ts';
import { hostAnswer, hostCall, Site } from './support/site.ts';
import { siteOrigin } from './support/stack.ts';

type Scenario = 'api-unavailable' | 'api-unauthorized' | 'token-unavailable' | 'token-answer-lost' | 'api-waf';

interface Journey {
  readonly persona: string;
  readonly act?: Act;
  readonly scenario?: Scenario;
}

const journeys: readonly Journey[] = [
  { persona: 'administrator' },
  { persona: 'accountant' },
  { persona: 'other-company' },
  { persona: 'no-company' },
  { persona: 'not-enrolled' },
  { persona: 'administrator', act: 'cancel' },
  { persona: 'administrator', scenario: 'api-unavailable' },
  { persona: 'administrator', scenario: 'api-unauthorized' },
  { persona: 'administrator', scenario: 'api-waf' },
  { persona: 'administrator', scenario: 'token-unavailable' },
  { persona: 'administrator', scenario: 'token-answer-lost' },
];
const renewals = ['token-unavailable', 'token-answer-lost', 'api-unauthorized', undefined] as const;
const tokens = v.object({ access_token: v.string(), refresh_token: v.optional(v.string()) });

describe('the secrets of an authorization', async () => {
  /** Each secret with its kind. */
  const secrets = new Map<string, string>([
    [hostSecret, 'host key'],
    [sessionSecret, 'session secret'],
    [encryptionKey, 'encryption key'],
  ]);
  const pages: string[] = [];
  const answers: string[] = [];
  /** Where no secret may be found; filled after all journeys. */
  const places = { log: '', pages: '', answers: '', database: '', 'journal of the mock': '' };
  /** Replaces the access token in ANAF's token responses. */
  let replacement: { readonly access_token: string } | undefined;
  const stack = await setup({ fetch: recordTokens, exposeAccessTokens: true });

  before(async () => {
    for (const { clientSecret } of stack.mock.clients) secrets.set(clientSecret, 'client secret');
    for (const journey of journeys) await authorizeAsPerson(journey);
    for (const scenario of renewals) await renewAccessToken(scenario);
    // After the renewals, whose moved clock would delete the link before the database is searched.
    await authorizeByLink();
    await callAsHost();
    await importAsHost();
    await disconnect();
    await failRequest();
    await failDueTask();
    places.log = stack.log.join('');
    places.pages = pages.join('\n');
    places.answers = answers.join('\n');
    places.database = await snapshot(stack.database);
    places['journal of the mock'] = JSON.stringify(stack.mock.journal.entries());
  });

  it('the journeys of this test produce every kind of secret, and something to search in every place', () => {
    assert.deepEqual([...new Set(secrets.values())].sort(), [
      ...['access token', 'client secret', 'code', 'cookie', 'encryption key', 'host key'],
      ...['link', 'proof', 'refresh token', 'session', 'session secret', 'state', 'ticket'],
    ]);
    for (const [place, text] of Object.entries(places)) assert.ok(text.length > 1000, `${place} is empty`);
  });

  it('the log contains neither ciphertexts nor other stored values', () => {
    assert.match(places.log, /a request failed/);
    assert.match(places.log, /a due task failed/);
    // Every JWE of the vault begins with {"alg":"dir".
    assert.ok(!places.log.includes(Buffer.from('{"alg":"dir"').toString('base64url')));
    assert.ok(!places.log.includes('Maria Pop'));
  });

  for (const place of ['log', 'pages', 'answers', 'database', 'journal of the mock'] as const) {
    it(`no secret is found in: ${place}`, () => {
      const text = places[place];

      const found = [...secrets].filter(([secret]) => text.includes(secret)).map(([, kind]) => kind);

      assert.ok(text);
      assert.deepEqual(found, []);
    });
  }

  /** The backend's `fetch`: records the tokens that ANAF issues. */
  async function recordTokens(url: string, init: RequestInit): Promise<Response> {
    const response = await fetch(url, init);
    if (!url.endsWith('/token') || !response.ok) return response;
    const { access_token, refresh_token, ...rest } = v.parse(v.looseObject(tokens.entries), await response.json());
    secrets.set(access_token, 'access token');
    if (refresh_token) secrets.set(refresh_token, 'refresh token');
    return Response.json({ access_token, refresh_token, ...rest, ...replacement });
  }

  async function authorizeAsPerson({ persona, act, scenario }: Journey): Promise<void> {
    const site = await openSite();
    const browser = new Browser(stack.publicUrl);
    if (scenario) stack.mock.scenarios.add({ name: scenario });
    const { attempt, authorizeUrl } = await startAttempt(site);
    secrets.set(authorizeUrl.slice(authorizeUrl.lastIndexOf('/') + 1), 'ticket');
    await browser.visit(authorizeUrl);
    const proven = await provenAddress(browser, authorizeUrl);
    secrets.set(parameterOf(proven, 'proof'), 'proof');
    const left = await browser.visit(proven);
    const callback = await atAnaf(stack, leadsTo(left), persona, act);
    pages.push(await left.text());
    secrets.set(parameterOf(callback, 'state'), 'state');
    if (isEnrolled(persona) && act !== 'cancel') secrets.set(parameterOf(callback, 'code'), 'code');
    for (const value of browser.cookies.values()) secrets.set(value, 'cookie');
    await collectPages(site, browser, callback);
    stack.mock.scenarios.clear();
    for (const path of ['/authorization', `/attempts/${attempt.attemptId}`]) await collectAnswer(site, 'GET', path);
    await collectAnswer(site, 'POST', '/authorization/verify');
    await collectRejection(stack.backend.efactura(site.companyId).download('404'));
    const refused = await fetch(`${stack.publicUrl}/v1/attempts`, { method: 'POST', body: authorizeUrl });
    answers.push(await refused.text());
  }

  /** Only the answers that create an address contain it. The pages at the address itself are not searched. */
  async function authorizeByLink(): Promise<void> {
    const site = await openInvitingSite(stack);
    secrets.set(site.session, 'session');
    const { link, url } = await createLink(site);
    const { body } = await site.call('POST', `/links/${link.linkId}/replace`);
    const { url: newUrl } = v.parse(createdLink, body);
    for (const address of [url, newUrl]) {
      secrets.set(tokenOf({ url: address }), 'link');
      await fetch(address);
      await fetch(address, { method: 'POST' });
    }
    await collectAnswer(site, 'GET', '/links');
    const opening = await startTry(stack, tokenOf({ url: newUrl }));
    secrets.set(opening.state.reveal(), 'state').set(opening.cookie.reveal(), 'cookie');
    const { status } = await finishTry(stack, opening);
    assert.equal(status, 200);
    for (const path of ['/links', '/authorization']) await collectAnswer(site, 'GET', path);
    await collectAnswer(site, 'POST', `/links/${link.linkId}/replace`);
    const { body: history } = await hostAnswer(stack, 'GET', `/companies/${site.companyId}/history`);
    answers.push(JSON.stringify(history));
  }

  /** The callback twice, then in a browser without its cookie, and a confirmation page. */
  async function collectPages(site: Site, browser: Browser, callback: string): Promise<void> {
    for (const response of [
      await browser.visit(callback),
      await browser.visit(callback),
      await new Browser(stack.publicUrl).visit(callback),
      await browser.visit((await startAttempt(site)).authorizeUrl),
    ]) {
      pages.push(await response.text());
    }
  }

  async function collectAnswer(site: Site, method: string, path: string): Promise<void> {
    answers.push(JSON.stringify((await site.call(method, path)).body));
  }

  async function collectRejection(call: Promise<unknown>): Promise<void> {
    await assert.rejects(call, (error: Error) => {
      answers.push(`${inspect(error)} ${error.stack} ${JSON.stringify(error)}`);
      return true;
    });
  }

  /** An access token that has lapsed is renewed: by an ANAF that does not answer, whose answer is lost, that refuses it. */
  async function renewAccessToken(scenario: Scenario | undefined): Promise<void> {
    const { companyId } = await openAuthorizedSite();
    stack.clock.advance(91 * 24 * 3600);
    stack.mock.journal.clear();
    if (scenario) stack.mock.scenarios.add({ name: scenario });
    const client = stack.backend.efactura(companyId);
    if (scenario) await collectRejection(client.listMessages({ days: 1 }));
    else answers.push(JSON.stringify(await client.listMessages({ days: 1 })));
    stack.mock.scenarios.clear();
    const grantTypes = stack.mock.journal.entries({ path: '/token' }).map(({ form }) => form.grant_type);
    assert.ok(grantTypes.includes('refresh_token'), `no renewal with ${scenario}`);
  }

  /** The host API returns secrets to the host on purpose; only its refusals must contain none. */
  async function callAsHost(): Promise<void> {
    const { companyId } = await openAuthorizedSite();
    const request = { ...stack.newCompany(), userName: 'Maria Pop', userId: 'u1', origin: siteOrigin };
    const created = await hostCall(stack, '/sessions', { ...request, permissions: ['view'] });
    secrets.set(v.parse(v.object({ session: v.string() }), created.body).session, 'session');
    const exposed = await hostCall(stack, '/access-tokens', { companyId });
    assert.ok(secrets.has(v.parse(v.object({ accessToken: v.string() }), exposed.body).accessToken));
    for (const { status, body } of [
      await hostCall(stack, '/sessions', { ...request, taxId: 'x' }),
      await hostCall(stack, '/access-tokens', { companyId: 'none' }),
      await hostCall(stack, '/nothing', {}),
      await hostCall(stack, '/sessions', request, `${hostSecret}x`),
    ]) {
      assert.ok(status >= 400);
      answers.push(JSON.stringify(body));
    }
  }

  /** Tokens arrive in the body: in the right place, in a wrong one, and while the database fails. */
  async function importAsHost(): Promise<void> {
    const { companyId } = await openSite();
    const path = `/companies/${companyId}`;
    const [pair, others] = [await importedPair('administrator'), await importedPair('other-company')];
    const { accessToken, refreshToken } = pair;
    const statuses = [];
    for (const [method, address, body] of [
      ['POST', `${path}/grant`, { accessToken: refreshToken, refreshToken: accessToken }],
      ['POST', `${path}/grant`, { accessToken: [accessToken], refreshToken }],
      ['POST', `${path}/grant`, { [accessToken]: refreshToken }],
      ['POST', `${path}/grant`, `{"accessToken":"${accessToken}"`],
      ['POST', `${path}/grant?accessToken=${accessToken}`, pair],
      ['POST', `/companies/${accessToken.slice(0, 120)}/grant`, pair],
      ['PUT', path, { taxId: accessToken, name: refreshToken }],
      ['POST', `${path}/grant`, others],
      ['POST', `${path}/grant`, pair],
      ['GET', path],
      ['GET', '/authorizations'],
      ['GET', `${path}/history`],
    ] as const) {
      const { status, body: answer } = await hostAnswer(stack, method, address, body);
      statuses.push(status);
      answers.push(JSON.stringify(answer));
    }
    assert.deepEqual(statuses, [400, 400, 400, 400, 400, 404, 400, 409, 200, 200, 200, 200]);
    const error = Object.assign(new Error('invalid value'), { code: '22021', parameters: [accessToken, refreshToken] });
    const broken = breakTransactions(stack.database, { times: 1, error });
    const { status, body } = await hostAnswer(stack, 'POST', `${path}/grant`, pair);
    broken.mend();
    assert.equal(status, 500);
    answers.push(JSON.stringify(body));
  }

  async function importedPair(persona: string) {
    const { access_token: accessToken, refresh_token: refreshToken } = await stack.mock.issueTokens({ persona });
    secrets.set(accessToken, 'access token').set(refreshToken, 'refresh token');
    return { accessToken, refreshToken };
  }

  async function disconnect(): Promise<void> {
    const site = await openAuthorizedSite();
    const { attempt } = await startAttempt(site);
    const { status, body } = await site.call('DELETE', '/authorization');
    assert.equal(status, 200);
    answers.push(JSON.stringify(body));
    await collectAnswer(site, 'GET', `/attempts/${attempt.attemptId}`);
  }

  /** A certificate whose serial no database accepts: the statement's error carries all values that were to be stored. */
  async function failRequest(): Promise<void> {
    const claims = { issuer: 'Test CA', serial: 'serial\0', role: 'EFACTURA' };
    replacement = { access_token: new UnsecuredJWT(claims).encode() };
    const { status, page } = await authorize(stack, await openSite());
    replacement = undefined;
    assert.equal(status, 500);
    pages.push(page);
  }

  async function failDueTask(): Promise<void> {
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    await authorize(stack, await openSite());
    stack.clock.advance(15);
    const parameters = [...secrets.keys()];
    const error = Object.assign(new Error('invalid value'), { code: '22021', parameters, query: parameters.join() });
    const broken = breakTransactions(stack.database, { times: 1, error });
    assert.ok((await stack.backend.runDue()).candidatesChecked > 0);
    broken.mend();
  }

  async function openSite(): Promise<Site> {
    const site = await Site.open(stack);
    secrets.set(site.session, 'session');
    return site;
  }

  async function openAuthorizedSite(): Promise<Site> {
    const site = await openSite();
    await authorize(stack, site);
    return site;
  }
});

/** ANAF issues no code for a certificate that is not registered in the SPV. */
function isEnrolled(persona: string): boolean {
  return persona !== 'not-enrolled';
}
