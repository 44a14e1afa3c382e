import { type BrowserContextOptions, test as base } from '@playwright/test';
import type { MockAnaf } from 'mock-anaf';
import type { Stack } from 'spv-authorize-demo/stack';
import { InvoicingSite } from './pages/invoicing-site.ts';
import { type SharedStackOptions, SharedStacks } from './shared-stacks.ts';

interface WorkerFixtures {
  readonly sharedStacks: SharedStacks;
}

interface Fixtures {
  readonly stackOptions: SharedStackOptions;
  /** Demo site, backend and mock ANAF, shared by the tests of a worker and made new for each test. */
  readonly stack: Stack;
  /** The site in the browser profile of the test. */
  readonly site: InvoicingSite;
  /** Opens the site in another browser profile, which shares nothing but the servers. */
  readonly openElsewhere: (options?: BrowserContextOptions) => Promise<InvoicingSite>;
}

/** Playwright's `test` with the demo as fixtures. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sharedStacks: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of needed fixtures from this pattern.
    async ({}, use) => {
      const stacks = new SharedStacks();
      await use(stacks);
      await stacks.stop();
    },
    { scope: 'worker' },
  ],
  stackOptions: [{}, { option: true }],
  stack: [
    async ({ sharedStacks, stackOptions }, use, testInfo) => {
      await use(await sharedStacks.renewed(stackOptions));
      await testInfo.attach('what the servers reported', { body: sharedStacks.takeReports() });
    },
    // A separate time limit for the start, so that the first test of a worker has as much time as the others.
    { timeout: 180_000 },
  ],
  site: async ({ page, stack }, use) => {
    await use(new InvoicingSite(page, stack));
  },
  openElsewhere: async ({ browser, stack }, use) => {
    await using contexts = new AsyncDisposableStack();
    await use(async (options) => {
      const context = contexts.use(await browser.newContext(options));
      return new InvoicingSite(await context.newPage(), stack);
    });
  },
});

export { expect } from '@playwright/test';

/** A person of mock ANAF with a certificate, by the name in its seed. */
export function personaOf({ personas }: Pick<MockAnaf, 'personas'>, name: string): MockAnaf['personas'][number] {
  const persona = personas.find((candidate) => candidate.name === name);
  if (!persona) throw new Error(`mock ANAF has no persona "${name}"`);
  return persona;
}
