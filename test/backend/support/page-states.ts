import assert from 'node:assert/strict';
import type { BrowserContext, Page } from '@playwright/test';
import { newUnsubscribeToken } from 'spv-authorize-backend/internal/notifications/suppressions.ts';
import { type Act, atAnaf, startAttempt } from './authorize.ts';
import { linkPageStates } from './link-page-states.ts';
import { Site } from './site.ts';
import { type Stack, siteOrigin } from './stack.ts';

type OpenPage = (stack: Stack, context: BrowserContext) => Promise<Page>;

async function unsubscribeUrl({ database, publicUrl }: Stack): Promise<string> {
  const token = await database.transaction((trx) => newUnsubscribeToken(trx, 'ana@cabinet.ro', 1));
  return `${publicUrl}/unsubscribe/${token.reveal()}`;
}

/** Every page that a browser can see, by name: how to bring a new browser context there. */
export const pageStates = {
  confirmation: async (stack, context) => {
    const { authorizeUrl } = await startAttempt(await Site.open(stack));
    return goTo(context, authorizeUrl);
  },
  leaving: async (stack, context) => {
    const { authorizeUrl } = await startAttempt(await Site.open(stack));
    const headers = { origin: siteOrigin };
    const proven = await context.request.post(authorizeUrl, { headers, maxRedirects: 0 });
    const { location } = proven.headers();
    assert.ok(location, `answered ${proven.status()}`);
    // The browser stays on the page as long as ANAF's page does not load.
    await context.route(`${stack.mock.urls.picker}/**`, (route) => route.abort('aborted'));
    return goTo(context, new URL(location, authorizeUrl).href);
  },
  succeeded: (stack, context) => openResult(stack, context, { persona: 'administrator' }),
  'token not inserted': (stack, context) => openResult(stack, context, { persona: 'administrator', act: 'cancel' }),
  "another company's certificate": (stack, context) => openResult(stack, context, { persona: 'other-company' }),
  'no company': (stack, context) => openResult(stack, context, { persona: 'no-company' }),
  'ANAF silent at the exchange': async (stack, context) => {
    stack.mock.scenarios.add({ name: 'token-unavailable', times: 1 });
    return openResult(stack, context, { persona: 'administrator' });
  },
  'ANAF silent afterwards': async (stack, context) => {
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    return openResult(stack, context, { persona: 'administrator' });
  },
  'redirect mode, failed': (stack, context) =>
    openResult(stack, context, { persona: 'other-company', returnUrl: 'http://localhost:4000/cont' }),
  'started elsewhere': async (stack, context) => {
    const callback = await callbackIn(stack, context, { persona: 'administrator' });
    await context.clearCookies();
    return goTo(context, callback);
  },
  'no more invitations, question': async (stack, context) => goTo(context, await unsubscribeUrl(stack)),
  'no more invitations, done': async (stack, context) => {
    const page = await goTo(context, await unsubscribeUrl(stack));
    await page.locator('form .button').click();
    await page.getByRole('heading', { name: 'Nu îți mai scriem' }).waitFor();
    return page;
  },
  'unknown ticket': (stack, context) => goTo(context, `${stack.publicUrl}/authorize/unknown`),
  'cancelled attempt': async (stack, context) => {
    const site = await Site.open(stack);
    const { attempt, authorizeUrl } = await startAttempt(site);
    await site.call('DELETE', `/attempts/${attempt.attemptId}`);
    return goTo(context, authorizeUrl);
  },
  ...linkPageStates,
} as const satisfies Readonly<Record<string, OpenPage>>;

interface Journey {
  readonly persona: string;
  readonly act?: Act;
  readonly returnUrl?: string;
  /** Origin of the page that waits for the result. Default: the site's. */
  readonly origin?: string;
}

async function openResult(stack: Stack, context: BrowserContext, journey: Journey): Promise<Page> {
  return goTo(context, await callbackIn(stack, context, journey));
}

/**
 * Goes to ANAF with the cookies of the context, where the mock plays the person. Returns the address that ANAF sends the browser
 * back to.
 */
export async function callbackIn(stack: Stack, context: BrowserContext, journey: Journey): Promise<string> {
  const { persona, act, returnUrl, origin } = journey;
  const request = returnUrl ? { mode: 'redirect', returnUrl } : { mode: 'window' };
  const site = await Site.open(stack, stack.newCompany(), undefined, origin);
  const { authorizeUrl } = await startAttempt(site, request);
  const headers = { 'sec-fetch-site': 'same-origin' };
  const confirmed = await context.request.post(authorizeUrl, { headers, maxRedirects: 0 });
  const { location } = confirmed.headers();
  assert.ok(location, `answered ${confirmed.status()}`);
  return atAnaf(stack, location, persona, act);
}

async function goTo(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
