import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** The findings of axe, one line each. */
export async function findings(page: Page): Promise<string[]> {
  // The page's policy forbids other scripts, but the debugger may add one.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}
