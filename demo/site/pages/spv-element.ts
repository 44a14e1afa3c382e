import type { Tenant } from '../../invoices/seed.ts';
import { html, type Markup } from './html.ts';
import type { PageContext } from './page-context.ts';

/** The element as a part of the page. It needs the backend's address and the site's endpoint for sessions. */
export function spvPanel(backendUrl: string, { texts, tenant }: PageContext): Markup {
  return html`<spv-authorize backend-url="${backendUrl}" session-url="${sessionUrl(tenant)}" lang="${texts.lang}"></spv-authorize>`;
}

/**
 * The element as a dialog. It shows nothing until *Trimite e-Factura* finds that the company has no authorization.
 * @param continueLabel label of the button that continues the visitor's task after the authorization; default: no button
 */
export function spvDialog(backendUrl: string, { texts, tenant }: PageContext, continueLabel?: string): Markup {
  return html`<spv-authorize presentation="dialog"${continueLabel && html` continue-label="${continueLabel}"`}
    backend-url="${backendUrl}" session-url="${sessionUrl(tenant)}" lang="${texts.lang}"></spv-authorize>`;
}

/** The address names the company, so that choosing another one in a second tab does not change this page's session. */
function sessionUrl({ companyId }: Tenant): string {
  return `/api/spv-session/${companyId}`;
}
