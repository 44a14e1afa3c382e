import type { Answer } from './answer.ts';
import type { Browser } from './browser.ts';
import { expect } from './expectation.ts';
import type { Site } from './site.ts';
import type { Subject } from './subject.ts';

/** What the person does at ANAF. */
export interface Person {
  /** One of mock-anaf's people. Default: `administrator`, who has the right for Exemplu SRL. */
  readonly persona?: string;
  readonly act?: 'ok' | 'cancel';
}

/** A browser that ANAF has sent back, before it opens the callback. */
export interface Returned {
  readonly attemptId: string;
  readonly authorizeUrl: string;
  readonly callback: string;
  readonly browser: Browser;
}

/** Opens the secret address and presses the button of the page. Returns the address at ANAF. */
export async function leaveForAnaf(browser: Browser, authorizeUrl: string): Promise<URL> {
  const page = await browser.visit(authorizeUrl);
  const sent = await browser.pressButton(page, authorizeUrl);
  expect(sent !== undefined, `${page.request} answered HTTP ${page.status} with a page that has no form to continue`);
  const arrival = await browser.follow(sent, authorizeUrl);
  expect('left' in arrival, `${sent.request} answered HTTP ${sent.status} and does not lead to ANAF`);
  return arrival.left;
}

/** From the button to the moment at which ANAF sends the browser back. */
export async function returnFromAnaf(subject: Subject, site: Site, person: Person = {}): Promise<Returned> {
  const { attempt, authorizeUrl } = await site.start();
  const browser = subject.newBrowser();
  const callback = await passAnaf(subject, await leaveForAnaf(browser, authorizeUrl), person);
  return { attemptId: attempt.attemptId, authorizeUrl, callback, browser };
}

/** The person's part at ANAF. Returns the address that ANAF sends the browser back to. */
export async function passAnaf(subject: Subject, url: URL, { persona = 'administrator', act = 'ok' }: Person = {}) {
  const { mock, configuration } = subject.anaf;
  const expected = new URL(configuration.loginUrl).origin;
  expect(url.origin === expected, `the backend leads to ${url.origin}; configure its login as ${expected}`);
  const { location } = await mock.authorize({ url: url.href, persona, act });
  expect(location !== undefined, 'ANAF did not send the browser back: are client id and callback address configured?');
  return location;
}

/** The whole way, from the button to the page with the result. */
export async function authorize(subject: Subject, site: Site, person: Person = {}) {
  const returned = await returnFromAnaf(subject, site, person);
  const page = await returned.browser.visit(returned.callback);
  expectPage(page);
  return { ...returned, page };
}

/** A page that a person can read. */
export function expectPage(page: Answer): void {
  const type = page.headers.get('content-type') ?? 'none';
  expect(type.startsWith('text/html'), `${page.request} answered HTTP ${page.status} with the media type ${type}`);
}
