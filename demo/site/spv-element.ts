import { html, type Markup } from './html.ts';
import type { PageContext } from './page-context.ts';

/** The embed: one element with the backend's address and the page's own endpoint for sessions. */
export function spvPanel(backendUrl: string, { texts }: PageContext): Markup {
  return html`<spv-authorize backend-url="${backendUrl}" session-url="/api/spv-session" lang="${texts.lang}"></spv-authorize>`;
}

/** The same where it is needed: nothing shows until *Trimite e-Factura* finds that the company has not authorized. */
export function spvDialog(backendUrl: string, { texts }: PageContext): Markup {
  return html`<spv-authorize presentation="dialog" continue-label="${texts.invoice.send}"
    backend-url="${backendUrl}" session-url="/api/spv-session" lang="${texts.lang}"></spv-authorize>`;
}
