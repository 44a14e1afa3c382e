import assert from 'node:assert/strict';
import { defaultClient } from 'mock-anaf';
import { type CreatedLink, createdLink, type Link, linksAnswer } from 'spv-authorize/contract';
import type { NewOpening } from 'spv-authorize-backend/internal/authorizing/openings.ts';
import { LinkVisits } from 'spv-authorize-backend/internal/links/link-visits.ts';
import * as v from 'valibot';
import { type Act, atAnaf } from './authorize.ts';
import { Browser } from './browser.ts';
import { Site } from './site.ts';
import type { Company, Stack } from './stack.ts';

/** The page of a new company whose user may invite other people. */
export function openInvitingSite(stack: Stack, company?: Company): Promise<Site> {
  return Site.open(stack, company, ['view', 'authorize', 'invite', 'disconnect']);
}

export async function createLink(site: Site): Promise<CreatedLink> {
  const { status, body } = await site.call('POST', '/links');
  assert.equal(status, 201, JSON.stringify(body));
  return v.parse(createdLink, body);
}

/** The company's links, the newest first. */
export async function readLinks(site: Site): Promise<readonly Link[]> {
  const { status, body } = await site.call('GET', '/links');
  assert.equal(status, 200, JSON.stringify(body));
  return v.parse(linksAnswer, body).links;
}

/** The company's only link. */
export async function readLink(site: Site): Promise<Link> {
  const [link, ...others] = await readLinks(site);
  assert.ok(link);
  assert.equal(others.length, 0);
  return link;
}

/** The secret in the address of a link. */
export function tokenOf({ url }: Pick<CreatedLink, 'url'>): string {
  const [, token] = /\/l\/([\w-]+)$/.exec(url) ?? [];
  assert.ok(token, url);
  return token;
}

export function visitsOf({ database, clock, publicUrl }: Stack): LinkVisits {
  return new LinkVisits(database, clock, publicUrl);
}

/** Goes to ANAF with the address of a link. The link must be open. */
export async function startTry(stack: Stack, token: string): Promise<NewOpening> {
  const started = await visitsOf(stack).start(token, 'browser-1');
  assert.ok(started.kind === 'opening', `the link is ${started.kind}`);
  return started.opening;
}

interface Visitor {
  readonly persona?: string;
  readonly act?: Act;
}

/** The visitor's part at ANAF, and the return to the backend with the opening's cookie. */
export async function finishTry(stack: Stack, opening: NewOpening, visitor: Visitor = {}): Promise<Response> {
  const { persona = 'accountant', act = 'ok' } = visitor;
  const browser = new Browser(stack.publicUrl);
  browser.plantCookie(`spv-o-${opening.id}`, opening.cookie.reveal());
  const url = new URL('/anaf-oauth2/v1/authorize', stack.mock.urls.picker);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: defaultClient.clientId,
    redirect_uri: `${stack.publicUrl}/callback`,
    token_content_type: 'jwt',
    state: opening.state.reveal(),
  }).toString();
  return browser.visit(await atAnaf(stack, url.href, persona, act));
}

/** The secret of the address for withdrawing on a receipt. */
export async function receiptSecretIn(result: Response): Promise<string> {
  const page = await result.text();
  const [, secret] = /\/w\/([\w-]+)<\/code>/.exec(page) ?? [];
  assert.ok(secret, page);
  return secret;
}
