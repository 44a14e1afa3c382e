import assert from 'node:assert/strict';
import { type Attempt, attemptAnswer, authorizationAnswer, startedAttempt } from 'spv-authorize/contract';
import * as v from 'valibot';
import { Browser } from './browser.ts';
import { Site } from './site.ts';
import { type Stack, siteOrigin } from './stack.ts';

/** What the person does at the certificate step. */
export type Act = 'ok' | 'cancel' | 'wrong-pin' | 'unplug';

export interface Person {
  readonly persona?: string;
  readonly act?: Act;
  readonly browser?: Browser;
}

/** A browser that ANAF has sent back, before it opens the address. */
export interface Returned {
  readonly attemptId: string;
  readonly authorizeUrl: string;
  readonly callback: string;
  readonly browser: Browser;
}

/** Presses the button: an attempt, and the secret address that ANAF's window opens. */
export async function startAttempt(site: Site, request: object = { mode: 'window' }) {
  const { status, body } = await site.call('POST', '/attempts', request);
  assert.equal(status, 201, JSON.stringify(body));
  return v.parse(startedAttempt, body);
}

/** Opens the secret address from the site's page. Returns the address at ANAF that the backend leads to. */
export async function openTicket(browser: Browser, authorizeUrl: string): Promise<string> {
  return leadsTo(await browser.visit(await provenAddress(browser, authorizeUrl)));
}

/** Sends the form of the site's page. Returns the address with the proof, to which the backend redirects. */
export async function provenAddress(browser: Browser, authorizeUrl: string): Promise<string> {
  const response = await browser.submitFromSite(authorizeUrl, siteOrigin);
  assert.equal(response.status, 303);
  return new URL(locationOf(response), authorizeUrl).href;
}

/** The address that a page leads to at once. */
export function leadsTo(page: Response): string {
  const [, url] = /^0;url=(.+)$/.exec(page.headers.get('refresh') ?? '') ?? [];
  assert.ok(url, `answered ${page.status} without leading on`);
  return url;
}

/** The person's part at ANAF. Returns the address that ANAF sends the browser back to. */
export async function atAnaf(stack: Stack, url: string, persona = 'administrator', act: Act = 'ok'): Promise<string> {
  const { location } = await stack.mock.authorize({ url, persona, act });
  assert.ok(location, 'ANAF did not send the browser back');
  return location;
}

/** Opens a secret address and passes ANAF. Returns the address that ANAF sends the browser back to. */
export async function callbackOf(stack: Stack, authorizeUrl: string, person: Person = {}): Promise<string> {
  const { persona, act, browser = new Browser(stack.publicUrl) } = person;
  return atAnaf(stack, await openTicket(browser, authorizeUrl), persona, act);
}

/** From the button to the moment at which ANAF sends the browser back. */
export async function returnFromAnaf(stack: Stack, site: Site, person: Person = {}): Promise<Returned> {
  const { browser = new Browser(stack.publicUrl) } = person;
  const { attempt, authorizeUrl } = await startAttempt(site);
  const callback = await callbackOf(stack, authorizeUrl, { ...person, browser });
  return { attemptId: attempt.attemptId, authorizeUrl, callback, browser };
}

/** The whole journey, from the button to the result page. */
export async function authorize(stack: Stack, site: Site, person: Person = {}) {
  const returned = await returnFromAnaf(stack, site, person);
  const response = await returned.browser.visit(returned.callback);
  return { ...returned, status: response.status, page: await response.text() };
}

/** The page of a new company that is authorized. */
export async function authorizedSite(stack: Stack, person: Person = {}): Promise<Site> {
  const site = await Site.open(stack);
  await authorize(stack, site, person);
  assert.equal((await readAuthorization(site)).status, 'active');
  return site;
}

async function readAttempt(site: Site, attemptId: string): Promise<Attempt> {
  const { status, body } = await site.call('GET', `/attempts/${attemptId}`);
  assert.equal(status, 200, JSON.stringify(body));
  return v.parse(attemptAnswer, body).attempt;
}

export async function stateOf(site: Site, attemptId: string): Promise<Attempt['state']> {
  return (await readAttempt(site, attemptId)).state;
}

/** Why an attempt failed. An attempt in any other state fails the test. */
export async function failureOf(
  site: Site,
  attemptId: string,
): Promise<Extract<Attempt, { state: 'failed' }>['failure']> {
  const attempt = await readAttempt(site, attemptId);
  assert.ok(attempt.state === 'failed', `the attempt is ${attempt.state}`);
  return attempt.failure;
}

export async function readAuthorization(site: Site) {
  const { status, body } = await site.call('GET', '/authorization');
  assert.equal(status, 200, JSON.stringify(body));
  return v.parse(authorizationAnswer, body).authorization;
}

export function locationOf(response: Response): string {
  const location = response.headers.get('location');
  assert.ok(location, `answered ${response.status} without a location`);
  return location;
}

/** A parameter of an address, which must be there. */
export function parameterOf(url: string, name: string): string {
  const value = new URL(url).searchParams.get(name);
  assert.ok(value, `${url} has no parameter "${name}"`);
  return value;
}

/** The heading of a page, which must have one. */
export function headingOf(page: string): string {
  const [, heading] = /<h1>(.*)<\/h1>/.exec(page) ?? [];
  assert.ok(heading, page);
  return heading;
}

/** The heading of the page that a browser was answered with. */
export async function headingIn(response: Response | Promise<Response>): Promise<string> {
  return headingOf(await (await response).text());
}
