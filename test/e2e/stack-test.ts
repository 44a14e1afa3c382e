import { format } from 'node:util';
import { type BrowserContext, test as base } from '@playwright/test';
import { type Stack, type StackOptions, startStack } from 'spv-authorize-demo/stack';
import { scriptsFolder } from './build-scripts.ts';
import { InvoicingSite } from './pages/invoicing-site.ts';

interface Fixtures {
  readonly stackOptions: StackOptions;
  readonly stack: Stack;
  readonly site: InvoicingSite;
}

/** A test with a whole stack of its own: demo site, backend with an empty database, and mock ANAF. */
export const test = base.extend<Fixtures>({
  stackOptions: [{}, { option: true }],
  stack: async ({ stackOptions }, use, testInfo) => {
    const troubles: string[] = [];
    const reportError = (...details: unknown[]): void => {
      troubles.push(format(...details));
    };
    const stack = await startStack({ scriptsFolder, reportError, ...stackOptions });
    await use(stack);
    await stack.stop();
    await testInfo.attach('what the servers reported', { body: troubles.join('\n') });
  },
  site: async ({ page, stack }, use) => {
    await use(new InvoicingSite(page, stack));
  },
});

export { expect } from '@playwright/test';

/** The site in another browser profile: nothing is shared but the servers. */
export async function siteIn(context: BrowserContext, stack: Stack): Promise<InvoicingSite> {
  return new InvoicingSite(await context.newPage(), stack);
}
