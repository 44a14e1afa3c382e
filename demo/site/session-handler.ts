import type { RequestHandler } from 'express';
import type { Tenant } from '../invoices/seed.ts';
import type { SiteOptions } from './site-options.ts';

/**
 * The one endpoint that a host writes for the element. The host decides who may do what for which company, and the backend
 * signs that decision as a session. A company outside the visitor's account is not found.
 */
export function createSession({
  backend,
  tenants,
  origin,
}: Pick<SiteOptions, 'backend' | 'tenants' | 'origin'>): RequestHandler<{ companyId: string }> {
  return async (request, response, next) => {
    const tenant = tenants.find(({ companyId }) => companyId === request.params.companyId);
    if (!tenant) return next();
    const session = await backend.sessions.create({
      companyId: tenant.companyId,
      companyName: tenant.party.name,
      taxId: tenant.party.taxId,
      userId: 'maria.pop',
      userName: 'Maria Pop',
      permissions: ['view', 'authorize', 'invite', 'disconnect'],
      account: accountOf(tenants),
      origin,
    });
    response.set('Cache-Control', 'no-store').json(session);
  };
}

/** The visitor's account at the site. A person who gets a link reads its name beside the company, which the visitor could type. */
function accountOf([first]: readonly Tenant[]): { readonly id: string; readonly name: string } {
  return { id: `account-of-${first?.companyId}`, name: 'Pop Consulting' };
}
