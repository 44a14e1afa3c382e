import { test as base, expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { MockAnaf } from 'mock-anaf';
import { startMock } from './login.ts';

type SectionName = 'companies' | 'people' | 'scenarios' | 'clock' | 'journal' | 'token';

/** The console of a mock in a browser page. */
export class ConsolePage {
  readonly page: Page;
  readonly mock: MockAnaf;
  /** Requests to other hosts than the admin port, requests that the page's policy blocked, and errors of the page. */
  readonly violations: string[] = [];

  constructor(page: Page, mock: MockAnaf) {
    this.page = page;
    this.mock = mock;
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(mock.urls.admin) && !address.startsWith('blob:')) this.violations.push(address);
    });
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()))
        this.violations.push(message.text());
    });
    page.on('pageerror', (error) => this.violations.push(String(error)));
  }

  /** Opens a section and waits until it shows the state of the mock. */
  async open(section: SectionName): Promise<void> {
    await this.page.goto(`${this.mock.urls.admin}/console#${section}`);
    await this.page.locator(`main > console-${section}`).waitFor();
    await this.live.waitFor();
  }

  /** The text in the header while the console is connected. */
  get live(): Locator {
    return this.page.getByText(/^(în direct|live)$/);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The line with the result of the last action. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('contentinfo').getByText(text);
  }

  /** The accessibility violations that axe finds, one line each. */
  async findings(): Promise<string[]> {
    await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }

  async isWithinWidth(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  }
}

/** A test with its own mock and console. It fails if the console sent a request to another host. */
export const test = base.extend<{
  readonly adminToken: string;
  readonly mock: MockAnaf;
  readonly adminConsole: ConsolePage;
}>({
  /** Empty: the admin port requires no token. */
  adminToken: ['', { option: true }],
  mock: async ({ adminToken }, use) => {
    await using mock = await startMock(adminToken === '' ? {} : { adminToken });
    await use(mock);
  },
  adminConsole: async ({ page, mock }, use) => {
    const adminConsole = new ConsolePage(page, mock);
    await use(adminConsole);
    expect(adminConsole.violations).toEqual([]);
  },
});

export { expect } from '@playwright/test';
