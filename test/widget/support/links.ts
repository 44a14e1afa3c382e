import { exampleAnswer } from 'spv-authorize';
import type { AuthorizationAnswer, Link } from 'spv-authorize/contract';
import { type Panel, type PanelOptions, setup } from './panel.ts';

const { now } = exampleAnswer;

/** A link of the first example company, created a minute before the clock of the examples. */
export function exampleLink(linkId: string, part: Partial<Link> = {}): Link {
  return { linkId, state: 'new', createdAt: now - 60, changedAt: now - 60, expiresAt: now + 7 * 86_400, ...part };
}

/** An element whose backend can make links and send them by e-mail. */
export async function setupWithLinks({ answer, ...options }: PanelOptions = {}): Promise<Panel> {
  const panel = await setup({ ...options, answer: { ...withLinks, ...answer } });
  // The element waits as long for a missing configuration as for a poll. It has one.
  panel.waits.end(2000);
  return panel;
}

/** From the first screen to that of the links, by the question who has the certificate. */
export async function openLinks(panel: Panel): Promise<void> {
  await panel.press('Autorizează');
  await panel.press('Obține accesul prin contabil');
}

/** What the list says, one line for each link that is open. */
export function openRows(panel: Panel): string[] {
  return [...panel.root.querySelectorAll<HTMLElement>('.link-list .link-line')].map((row) =>
    row.innerText.replace(/\s+/g, ' '),
  );
}

const withLinks: Pick<AuthorizationAnswer, 'capabilities'> = {
  capabilities: [...exampleAnswer.capabilities, 'links', 'link-mail'],
};
