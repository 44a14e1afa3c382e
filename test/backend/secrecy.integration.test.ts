import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Browser } from './support/browser.ts';
import { snapshot } from './support/snapshot.ts';
import { hostSecret, Site, type Stack, startStack } from './support/stack.ts';
import { type Act, atAnaf, openTicket, startAttempt } from './support/walk.ts';

interface Walk {
  readonly persona: string;
  readonly act?: Act;
  readonly scenario?: 'api-unavailable' | 'api-unauthorized' | 'token-unavailable' | 'token-answer-lost' | 'api-waf';
}

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
  before(async () => {
    stack = await startStack({ fetch: listeningFetch });
    const pages: string[] = [];
    const answers: string[] = [];
    for (const walk of walks) await walkThrough(walk, pages, answers);
    places.set('log', stack.log.join(''));
    places.set('pages', pages.join('\n'));
    places.set('answers', answers.join('\n'));
    places.set('database', await snapshot(stack.database));
    places.set('journal of the mock', JSON.stringify(stack.mock.journal.entries()));
  });
  after(() => stack.stop());

  it('were really there to be found', () => {
    const kinds = new Set([...secrets.values()]);

    assert.deepEqual([...kinds].sort(), [
      ...['access token', 'client secret', 'code', 'cookie', 'encryption key', 'host key'],
      ...['refresh token', 'session secret', 'state', 'ticket'],
    ]);
    for (const [place, text] of places) assert.ok(text.length > 1000, `${place} is empty`);
  });

  for (const place of ['log', 'pages', 'answers', 'database', 'journal of the mock']) {
    it(`are not in: ${place}`, () => {
      const text = places.get(place) ?? '';

      const found = [...secrets].filter(([secret]) => text.includes(secret)).map(([, kind]) => kind);

      assert.deepEqual(found, []);
    });
  }

  /** What ANAF issues, heard on the way in. */
  async function listeningFetch(url: string, init: RequestInit): Promise<Response> {
    const response = await fetch(url, init);
    if (!url.endsWith('/token')) return response;
    const text = await response.text();
    const { access_token, refresh_token } = text.startsWith('{') ? JSON.parse(text) : {};
    if (access_token) secrets.set(access_token, 'access token');
    if (refresh_token) secrets.set(refresh_token, 'refresh token');
    return new Response(text, response);
  }

  async function walkThrough({ persona, act, scenario }: Walk, pages: string[], answers: string[]): Promise<void> {
    secrets.set(stack.mock.clients[0]?.clientSecret ?? '', 'client secret');
    secrets.set(hostSecret, 'host key');
    secrets.set('session-secret-0123456789-0123456789', 'session secret');
    secrets.set(Buffer.alloc(32, 7).toString('base64'), 'encryption key');
    const site = await Site.open(stack);
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

  /** The same address once more, and in a browser that never opened it. */
  async function pagesBeside(site: Site, browser: Browser, callback: string): Promise<string[]> {
    const again = await browser.visit(callback);
    const elsewhere = await new Browser(stack.publicUrl).visit(callback);
    const confirmation = await browser.visit((await startAttempt(site)).authorizeUrl);
    return [await again.text(), await elsewhere.text(), await confirmation.text()];
  }
});
