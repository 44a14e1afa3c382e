import 'axe-core';
import type { run } from 'axe-core';

/** axe-core is a script, not a module: it defines a global. */
const { axe } = globalThis as unknown as { axe: { run: typeof run } };

/** Returns every rule that is violated below `element`, with the places. Rules about whole pages are left out. */
export async function axeFindings(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'page-has-heading-one': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}
