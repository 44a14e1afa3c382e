import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { UnsecuredJWT } from 'jose';
import { breakTransactions } from './support/broken-database.ts';
import { Browser } from './support/browser.ts';
import { snapshot } from './support/snapshot.ts';
import { hostSecret, Site, type Stack, siteOrigin, startStack } from './support/stack.ts';
import { type Act, atAnaf, authorize, openTicket, startAttempt } from './support/walk.ts';

interface Walk {
  readonly persona: string;
  readonly act?: Act;
  readonly scenario?: Scenario;
}

type Scenario = 'api-unavailable' | 'api-unauthorized' | 'token-unavailable' | 'token-answer-lost' | 'api-waf';

const walks: readonly Walk[] = [
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

describe('the secrets of an authorization', () => {
  let stack: Stack;
  const secrets = new Map<string, string>();
  const places = new Map<string, string>();
  /** The steps that were really walked, so that a walk that ends early is noticed. */
  const walked = new Set<string>();
  /** Replaces the access token in ANAF's next token response. */
  let replaced: { access_token: string } | undefined;
  before(async () => {
    stack = await startStack({ fetch: listeningFetch, exposeAccessTokens: true });
    const pages: string[] = [];
    const answers: string[] = [];
    for (const walk of walks) await walkThrough(walk, pages, answers);
    for (const scenario of ['token-unavailable', 'token-answer-lost', 'api-unauthorized', undefined] as const) {
      await walkRenewal(scenario, answers);
    }
    await walkHost(answers);
    await walkDisconnecting(answers);
    await walkBrokenRequest(pages);
    await walkBrokenWork();
    places.set('log', stack.log.join(''));
    places.set('pages', pages.join('\n'));
    places.set('answers', answers.join('\n'));
    places.set('database', await snapshot(stack.database));
    places.set('journal of the mock', JSON.stringify(stack.mock.journal.entries()));
  });
  after(() => stack.stop());

  it('the walk of this test produces every kind of secret', () => {
    const kinds = new Set([...secrets.values()]);

    assert.deepEqual([...kinds].sort(), [
      ...['access token', 'client secret', 'code', 'cookie', 'encryption key', 'host key'],
      ...['refresh token', 'session', 'session secret', 'state', 'ticket'],
    ]);
    assert.deepEqual([...walked].sort(), [
      ...['broken request', 'broken work', 'disconnected', 'exposed'],
      ...['api-unauthorized', 'token-answer-lost', 'token-unavailable', 'undefined'].map(
        (scenario) => `refresh_token ${scenario}`,
      ),
    ]);
    for (const [place, text] of places) assert.ok(text.length > 1000, `${place} is empty`);
  });

  it('the log contains neither ciphertexts nor other stored values', () => {
    const log = textOf('log');

    assert.match(log, /a request failed/);
    assert.match(log, /a due task failed/);
    // Every JWE of the vault begins with {"alg":"dir".
    assert.ok(!log.includes(Buffer.from('{"alg":"dir"').toString('base64url')));
    assert.ok(!log.includes('Maria Pop'));
  });

  for (const place of ['log', 'pages', 'answers', 'database', 'journal of the mock']) {
    it(`no secret is found in: ${place}`, () => {
      const text = textOf(place);

      const found = [...secrets].filter(([secret]) => text.includes(secret)).map(([, kind]) => kind);

      assert.deepEqual(found, []);
    });
  }

  function textOf(place: string): string {
    const text = places.get(place);
    assert.ok(text, `${place} is empty`);
    return text;
  }

  /** Records the tokens that ANAF issues. */
  async function listeningFetch(url: string, init: RequestInit): Promise<Response> {
    const response = await fetch(url, init);
    if (!url.endsWith('/token')) return response;
    const text = await response.text();
    const answer = text.startsWith('{') ? { ...JSON.parse(text), ...replaced } : {};
    if (answer.access_token) secrets.set(answer.access_token, 'access token');
    if (answer.refresh_token) secrets.set(answer.refresh_token, 'refresh token');
    return new Response(replaced ? JSON.stringify(answer) : text, response);
  }

  async function walkThrough({ persona, act, scenario }: Walk, pages: string[], answers: string[]): Promise<void> {
    secrets.set(stack.mock.clients[0]?.clientSecret ?? '', 'client secret');
    secrets.set(hostSecret, 'host key');
    secrets.set('session-secret-0123456789-0123456789', 'session secret');
    secrets.set(Buffer.alloc(32, 7).toString('base64'), 'encryption key');
    const site = await openSite();
    const browser = new Browser(stack.publicUrl);
    if (scenario) stack.mock.scenarios.add({ name: scenario });
    const { attempt, authorizeUrl } = await startAttempt(site);
    secrets.set(authorizeUrl.split('/').at(-1) ?? '', 'ticket');
    await browser.visit(authorizeUrl);
    const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl), persona, act);
    const { searchParams } = new URL(callback);
    secrets.set(searchParams.get('state') ?? '', 'state');
    if (searchParams.has('code')) secrets.set(searchParams.get('code') ?? '', 'code');
    for (const value of browser.cookies.values()) secrets.set(value, 'cookie');
    const page = await browser.visit(callback);
    pages.push(await page.text(), ...(await pagesBeside(site, browser, callback)));
    stack.mock.scenarios.clear();
    for (const path of ['/authorization', `/attempts/${attempt.attemptId}`]) {
      answers.push(JSON.stringify((await site.call('GET', path)).body));
    }
    answers.push(JSON.stringify((await site.call('POST', '/authorization/verify')).body));
    const failed = await stack.backend
      .efactura(site.companyId)
      .download('404')
      .catch((error: Error) => error);
    answers.push(failed instanceof Error ? `${failed.stack} ${JSON.stringify(failed)}` : 'downloaded');
    await fetch(`${stack.publicUrl}/v1/attempts`, { method: 'POST', body: authorizeUrl }).then(async (answer) =>
      answers.push(await answer.text()),
    );
  }

  async function openSite(): Promise<Site> {
    const site = await Site.open(stack);
    secrets.set(site.session, 'session');
    return site;
  }

  async function authorizedSite(): Promise<Site> {
    const site = await openSite();
    await authorize(stack, site);
    return site;
  }

  /** An access token that expires: refreshed, refused, lost on the way, and finally the call itself. */
  async function walkRenewal(scenario: Scenario | undefined, answers: string[]): Promise<void> {
    const { companyId } = await authorizedSite();
    stack.clock.advance(91 * 24 * 3600);
    if (scenario) stack.mock.scenarios.add({ name: scenario });
    const client = stack.backend.efactura(companyId);
    for (let time = 0; time < 2; time += 1) {
      const listed = await client.listMessages({ days: 1 }).catch((error: Error) => error);
      answers.push(listed instanceof Error ? `${inspect(listed)} ${JSON.stringify(listed)}` : JSON.stringify(listed));
      stack.clock.advance(60);
    }
    stack.mock.scenarios.clear();
    const renewed = stack.mock.journal.entries({ path: '/token' }).at(-1)?.form.grant_type;
    walked.add(`${renewed} ${scenario}`);
  }

  /** The host API returns secrets to the host on purpose; only its refusals must contain none. */
  async function walkHost(answers: string[]): Promise<void> {
    const { companyId } = await authorizedSite();
    const { userName, ...request } = { ...stack.newCompany(), userName: 'Maria Pop', userId: 'u1', origin: siteOrigin };
    const session = await hostCall('/sessions', { ...request, userName, permissions: ['view'] });
    const { session: token } = JSON.parse(session.text);
    secrets.set(token, 'session');
    const exposed = await hostCall('/access-tokens', { companyId });
    if (secrets.has(JSON.parse(exposed.text).accessToken)) walked.add('exposed');
    for (const [path, body] of [
      ['/sessions', { ...request, taxId: 'x' }],
      ['/access-tokens', { companyId: 'none' }],
      ['/nothing', {}],
    ] as const) {
      answers.push((await hostCall(path, body)).text);
    }
    answers.push((await hostCall('/sessions', request, `Bearer ${hostSecret}x`)).text);
  }

  async function hostCall(path: string, body: object, authorization = `Bearer ${hostSecret}`) {
    const answer = await fetch(`${stack.publicUrl}/host/v1${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  }

  async function walkDisconnecting(answers: string[]): Promise<void> {
    const site = await authorizedSite();
    const { attempt } = await startAttempt(site);
    const { status, body } = await site.call('DELETE', '/authorization');
    answers.push(JSON.stringify(body), JSON.stringify((await site.call('GET', `/attempts/${attempt.attemptId}`)).body));
    if (status === 200) walked.add('disconnected');
  }

  /** A certificate whose serial no database accepts: the statement's error carries all values that were to be stored. */
  async function walkBrokenRequest(pages: string[]): Promise<void> {
    const claims = { issuer: 'Test CA', serial: 'serial\0', role: 'EFACTURA' };
    replaced = { access_token: new UnsecuredJWT(claims).encode() };
    const { status, page } = await authorize(stack, await openSite());
    replaced = undefined;
    pages.push(page);
    if (status === 500) walked.add('broken request');
  }

  async function walkBrokenWork(): Promise<void> {
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    await authorize(stack, await openSite());
    stack.clock.advance(15);
    const parameters = [...secrets.keys()];
    const error = Object.assign(new Error('invalid value'), { code: '22021', parameters, query: parameters.join() });
    const broken = breakTransactions(stack.database, { times: 1, error });
    if ((await stack.backend.runDue()).candidatesChecked > 0) walked.add('broken work');
    broken.mend();
  }

  /** Opens the same address again, also in a browser that never opened it before. */
  async function pagesBeside(site: Site, browser: Browser, callback: string): Promise<string[]> {
    const again = await browser.visit(callback);
    const elsewhere = await new Browser(stack.publicUrl).visit(callback);
    const confirmation = await browser.visit((await startAttempt(site)).authorizeUrl);
    return [await again.text(), await elsewhere.text(), await confirmation.text()];
  }
});
