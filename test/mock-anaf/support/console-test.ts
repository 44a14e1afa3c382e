import { test as base, expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import type { MockAnaf } from 'mock-anaf';
import { startMock } from './login.ts';

type SectionName = 'companies' | 'people' | 'scenarios' | 'clock' | 'journal' | 'token';

/** The console of a mock, as a person has it before them. */
export class ConsolePage {
  readonly page: Page;
  readonly mock: MockAnaf;
  /** Requests to anywhere but the admin port, and what the page's own policy stopped. */
  readonly trespasses: string[] = [];

  constructor(page: Page, mock: MockAnaf) {
    this.page = page;
    this.mock = mock;
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(mock.urls.admin) && !address.startsWith('blob:')) this.trespasses.push(address);
    });
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text()))
        this.trespasses.push(message.text());
    });
    page.on('pageerror', (error) => this.trespasses.push(String(error)));
  }

  async open(section: SectionName): Promise<void> {
    await this.page.goto(`${this.mock.urls.admin}/console#${section}`);
    await this.live.waitFor();
  }

  /** What the header says while the journal is followed. */
  get live(): Locator {
    return this.page.getByText(/^(în direct|live)$/);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The line that tells what came of the last thing done. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('contentinfo').getByText(text);
  }

  /** What axe finds, in one line a finding. */
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

/** A test with a mock of its own and its console, which must not have asked anybody else for anything when the test is over. */
export const test = base.extend<{
  readonly adminToken: string;
  readonly mock: MockAnaf;
  readonly adminConsole: ConsolePage;
}>({
  /** Empty: the admin port asks for none. */
  adminToken: ['', { option: true }],
  mock: async ({ adminToken }, use) => {
    await using mock = await startMock(adminToken === '' ? {} : { adminToken });
    await use(mock);
  },
  adminConsole: async ({ page, mock }, use) => {
    const adminConsole = new ConsolePage(page, mock);
    await use(adminConsole);
    expect(adminConsole.trespasses).toEqual([]);
  },
});

export { expect } from '@playwright/test';
