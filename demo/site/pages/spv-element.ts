import type { Tenant } from '../../invoices/seed.ts';
import { html, type Markup } from './html.ts';
import type { PageContext } from './page-context.ts';

/** The embed: one element with the backend's address and the page's own endpoint for sessions. */
export function spvPanel(backendUrl: string, { texts, tenant }: PageContext): Markup {
  return html`<spv-authorize backend-url="${backendUrl}" session-url="${sessionUrl(tenant)}" lang="${texts.lang}"></spv-authorize>`;
}

/**
 * The same where it is needed: nothing shows until *Trimite e-Factura* finds that the company has not authorized.
 * `continueLabel`: what the person came for, where there is still something to do.
 */
export function spvDialog(backendUrl: string, { texts, tenant }: PageContext, continueLabel?: string): Markup {
  return html`<spv-authorize presentation="dialog"${continueLabel && html` continue-label="${continueLabel}"`}
    backend-url="${backendUrl}" session-url="${sessionUrl(tenant)}" lang="${texts.lang}"></spv-authorize>`;
}

/** The page's company stays the page's company, whatever another tab chooses meanwhile. */
function sessionUrl({ companyId }: Tenant): string {
  return `/api/spv-session/${companyId}`;
}
