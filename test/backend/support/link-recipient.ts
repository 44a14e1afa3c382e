import assert from 'node:assert/strict';
import type { Link } from 'spv-authorize/contract';
import { type Act, atAnaf, locationOf } from './authorize.ts';
import { Browser } from './browser.ts';
import { createLink, openInvitingSite, readLinks } from './links.ts';
import type { Site } from './site.ts';
import type { Company, Stack } from './stack.ts';

/** A link as its recipient has it, and the page of the company that made it. */
export interface SentLink {
  readonly site: Site;
  readonly url: string;
  readonly linkId: string;
}

/** Somebody at a company makes a link and hands it over. Default: for a new company. */
export async function sendNewLink(stack: Stack, company?: Company): Promise<SentLink> {
  const site = await openInvitingSite(stack, company);
  const { url, link } = await createLink(site);
  return { site, url, linkId: link.linkId };
}

/** The state of a link, as the company sees it. */
export async function linkStateOf({ site, linkId }: SentLink): Promise<Link['state']> {
  const link = (await readLinks(site)).find((one) => one.linkId === linkId);
  assert.ok(link, `the company has no link ${linkId}`);
  return link.state;
}

/** What the recipient does at ANAF. */
export interface Recipient {
  readonly browser?: Browser;
  readonly persona?: string;
  readonly act?: Act;
}

/** The recipient presses the button of the landing page and passes ANAF. Returns the address that ANAF leads back to. */
export async function callbackOfLink(stack: Stack, url: string, recipient: Recipient = {}): Promise<string> {
  const { browser = new Browser(stack.publicUrl), persona, act } = recipient;
  const started = await browser.submit(url);
  assert.equal(started.status, 303);
  return atAnaf(stack, locationOf(started), persona, act);
}

/** From the landing page to the result page. */
export async function authorizeByLink(stack: Stack, url: string, recipient: Recipient = {}) {
  const { browser = new Browser(stack.publicUrl) } = recipient;
  const callback = await callbackOfLink(stack, url, { ...recipient, browser });
  const response = await browser.visit(callback);
  return { browser, callback, status: response.status, page: await response.text() };
}

/** The personal address for withdrawing on a receipt. */
export function withdrawUrlOf(page: string): string {
  const [, url] = /<code class="address">([^<]*\/w\/[\w-]+)<\/code>/.exec(page) ?? [];
  assert.ok(url, page);
  return url;
}

/** The address of the form that starts over. */
export function againUrlOf(page: string): string {
  const [, url] = /<form method="post" action="([^"]*\/l\/again\?opening=[0-9a-f]{16})">/.exec(page) ?? [];
  assert.ok(url, page);
  return url;
}
