import assert from 'node:assert/strict';
import type { BrowserContext, Page } from '@playwright/test';
import { type Act, atAnaf } from './authorize.ts';
import { sendNewLink, withdrawUrlOf } from './link-recipient.ts';
import type { Company, Stack } from './stack.ts';

type OpenPage = (stack: Stack, context: BrowserContext) => Promise<Page>;

/** Names that a page must show as they are, without being pulled apart by them. */
function difficultCompany(stack: Stack): Company {
  return { ...stack.newCompany(), companyName: `<b>שלום</b> ${'Construcții'.repeat(16)} SRL` };
}

/** Every page that the recipient of a link can see, by name: how to bring a new browser context there. */
export const linkPageStates = {
  'link: landing': async (stack, context) => goTo(context, (await sendNewLink(stack)).url),
  'link: landing with difficult names': async (stack, context) =>
    goTo(context, (await sendNewLink(stack, difficultCompany(stack))).url),
  'link: landing on a phone': async (stack, context) => {
    await context.setExtraHTTPHeaders({ 'sec-ch-ua-mobile': '?1' });
    return goTo(context, (await sendNewLink(stack)).url);
  },
  'link: question before declining': async (stack, context) =>
    goTo(context, `${(await sendNewLink(stack)).url}/decline`),
  'link: declined': async (stack, context) => {
    const page = await goTo(context, `${(await sendNewLink(stack)).url}/decline`);
    await page.locator('form .button').click();
    await page.getByRole('heading', { name: 'Am transmis răspunsul tău' }).waitFor();
    return page;
  },
  'link: unknown': (stack, context) => goTo(context, `${stack.publicUrl}/l/unknown`),
  'link: cancelled': async (stack, context) => {
    const { site, linkId, url } = await sendNewLink(stack);
    await site.call('DELETE', `/links/${linkId}`);
    return goTo(context, url);
  },
  'link: used': async (stack, context) => {
    const { url } = await sendNewLink(stack);
    await goTo(context, await callbackIn(stack, context, url));
    return goTo(context, url);
  },
  'link: receipt': (stack, context) => openResult(stack, context),
  'link: receipt with difficult names': async (stack, context) => {
    const { url } = await sendNewLink(stack, difficultCompany(stack));
    return goTo(context, await callbackIn(stack, context, url));
  },
  'link: refused without a reason': (stack, context) => openResult(stack, context, { act: 'cancel' }),
  "link: another company's certificate": (stack, context) => openResult(stack, context, { persona: 'other-company' }),
  'link: ANAF silent afterwards': async (stack, context) => {
    stack.mock.scenarios.add({ name: 'api-unavailable', times: 1 });
    return openResult(stack, context);
  },
  'link: question before withdrawing': async (stack, context) => {
    const receipt = await openResult(stack, context);
    return goTo(context, withdrawUrlOf(await receipt.content()));
  },
  'link: withdrawn': async (stack, context) => {
    const receipt = await openResult(stack, context);
    const page = await goTo(context, withdrawUrlOf(await receipt.content()));
    await page.locator('form .button').click();
    await page.getByRole('heading', { name: 'Accesul a fost retras' }).waitFor();
    return page;
  },
  'link: nothing to withdraw': (stack, context) => goTo(context, `${stack.publicUrl}/w/unknown`),
} as const satisfies Readonly<Record<string, OpenPage>>;

interface Journey {
  readonly persona?: string;
  readonly act?: Act;
}

async function openResult(stack: Stack, context: BrowserContext, journey?: Journey): Promise<Page> {
  return goTo(context, await callbackIn(stack, context, (await sendNewLink(stack)).url, journey));
}

/** Goes to ANAF with the cookies of the context, where the mock plays the person. */
async function callbackIn(stack: Stack, context: BrowserContext, url: string, journey: Journey = {}): Promise<string> {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const started = await context.request.post(url, { headers, maxRedirects: 0 });
  const { location } = started.headers();
  assert.ok(location, `answered ${started.status()}`);
  return atAnaf(stack, location, journey.persona, journey.act);
}

async function goTo(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}
