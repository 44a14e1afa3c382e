import 'axe-core';
import type { run } from 'axe-core';

/** axe-core is a script and not a module: it leaves itself in the page. */
const { axe } = globalThis as unknown as { axe: { run: typeof run } };

/** Every rule that axe breaks below `element`, with where; an element is no page, so page rules are left out. */
export async function axeFindings(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'page-has-heading-one': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`);
}
