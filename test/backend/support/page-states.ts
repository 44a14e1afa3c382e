import assert from 'node:assert/strict';
import type { BrowserContext, Page } from '@playwright/test';
import { Site, type Stack } from './stack.ts';
import { type Act, atAnaf, startAttempt } from './walk.ts';

type OpenPage = (stack: Stack, context: BrowserContext) => Promise<Page>;

/** Every page of the backend, by name. Each function leads a new browser context there. */
export const pageStates = {
  confirmation: async (stack, context) => {
    const { authorizeUrl } = await startAttempt(await Site.open(stack));
    return goTo(context, authorizeUrl);
  },
  succeeded: (stack, context) => result(stack, context, { persona: 'administrator' }),
  'token not inserted': (stack, context) => result(stack, context, { persona: 'administrator', act: 'cancel' }),
  "another company's certificate": (stack, context) => result(stack, context, { persona: 'other-company' }),
  'no company': (stack, context) => result(stack, context, { persona: 'no-company' }),
  'ANAF silent at the exchange': async (stack, context) => {
    stack.mock.scenarios.add({ name: 'token-unavailable', times: 1 });
    return result(stack, context, { persona: 'administrator' });
  },
  'ANAF silent afterwards': async (stack, context) => {
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    return result(stack, context, { persona: 'administrator' });
  },
  'redirect mode, failed': (stack, context) =>
    result(stack, context, { persona: 'other-company', returnUrl: 'http://localhost:4000/cont' }),
  'started elsewhere': async (stack, context) => {
    const callback = await callbackOf(stack, context, { persona: 'administrator' });
    await context.clearCookies();
    return goTo(context, callback);
  },
  'unknown ticket': (stack, context) => goTo(context, `${stack.publicUrl}/authorize/unknown`),
  'cancelled attempt': async (stack, context) => {
    const site = await Site.open(stack);
    const { attempt, authorizeUrl } = await startAttempt(site);
    await site.call('DELETE', `/attempts/${attempt.attemptId}`);
    return goTo(context, authorizeUrl);
  },
} as const satisfies Readonly<Record<string, OpenPage>>;

interface Way {
  readonly persona: string;
  readonly act?: Act;
  readonly returnUrl?: string;
  /** The origin of the waiting page. Default: the site's. */
  readonly origin?: string;
}

async function result(stack: Stack, context: BrowserContext, way: Way): Promise<Page> {
  return goTo(context, await callbackOf(stack, context, way));
}

/** Goes to ANAF with the context's cookies and lets the mock play the person. Returns the callback address. */
export async function callbackOf(stack: Stack, context: BrowserContext, { persona, act, returnUrl, origin }: Way) {
  const request = returnUrl ? { mode: 'redirect', returnUrl } : { mode: 'window' };
  const site = await Site.open(stack, stack.newCompany(), undefined, origin);
  const { authorizeUrl } = await startAttempt(site, request);
  const headers = { 'sec-fetch-site': 'same-origin' };
  const confirmed = await context.request.post(authorizeUrl, { headers, maxRedirects: 0 });
  const location = confirmed.headers().location;
  assert.ok(location, `answered ${confirmed.status()}`);
  return atAnaf(stack, location, persona, act);
}

async function goTo(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
