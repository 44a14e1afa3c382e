import assert from 'node:assert/strict';
import { type Attempt, attemptAnswer, authorizationAnswer, startedAttempt } from 'spv-authorize/contract';
import * as v from 'valibot';
import { Browser } from './browser.ts';
import { type Site, type Stack, siteOrigin } from './stack.ts';

export type Act = 'ok' | 'cancel' | 'wrong-pin' | 'unplug';

/** Presses the button. Returns the attempt and the secret address that ANAF's window opens. */
export async function startAttempt(site: Site, request: object = { mode: 'window' }) {
  const { status, body } = await site.call('POST', '/attempts', request);
  assert.equal(status, 201, JSON.stringify(body));
  return v.parse(startedAttempt, body);
}

/** Opens the address from the site's page. Returns ANAF's authorize address. */
export async function openTicket(browser: Browser, authorizeUrl: string): Promise<string> {
  const response = await browser.visit(authorizeUrl, { from: siteOrigin });
  assert.equal(response.status, 302);
  return response.headers.get('location') ?? '';
}

/** Lets the mock play the person at ANAF. Returns the address that ANAF redirects the browser to. */
export async function atAnaf(stack: Stack, url: string, persona = 'administrator', act: Act = 'ok'): Promise<string> {
  const { location } = await stack.mock.authorize({ url, persona, act });
  assert.ok(location, 'ANAF did not redirect back');
  return location;
}

/** Walks the whole flow, from the button to the result page. */
export async function authorize(
  stack: Stack,
  site: Site,
  {
    persona = 'administrator',
    act = 'ok',
    browser = new Browser(stack.publicUrl),
  }: { persona?: string; act?: Act; browser?: Browser } = {},
) {
  const { attempt, authorizeUrl } = await startAttempt(site);
  const callback = await atAnaf(stack, await openTicket(browser, authorizeUrl), persona, act);
  const response = await browser.visit(callback);
  return {
    attemptId: attempt.attemptId,
    authorizeUrl,
    callback,
    browser,
    status: response.status,
    page: await response.text(),
  };
}

export async function readAttempt(site: Site, attemptId: string): Promise<Attempt> {
  const { status, body } = await site.call('GET', `/attempts/${attemptId}`);
  assert.equal(status, 200, JSON.stringify(body));
  return v.parse(attemptAnswer, body).attempt;
}

export async function readAuthorization(site: Site) {
  const { status, body } = await site.call('GET', '/authorization');
  assert.equal(status, 200, JSON.stringify(body));
  return v.parse(authorizationAnswer, body).authorization;
}

export function headingOf(page: string): string | undefined {
  return /<h1>(.*)<\/h1>/.exec(page)?.[1];
}
