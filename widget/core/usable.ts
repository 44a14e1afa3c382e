import type { AuthorizationAnswer, AuthorizationStatus } from '../contract/authorization.ts';

/** Whether e-invoices can be sent now with an authorization of this status. */
export function isUsable(status: AuthorizationStatus): boolean {
  return status === 'active' || status === 'expiring';
}

/** Whether the company was authorized between two answers, by this page, another page or an earlier attempt. */
export function hasGained(before: AuthorizationAnswer, after: AuthorizationAnswer): boolean {
  const [earlier, later] = [before.authorization, after.authorization];
  if (later.status === 'none' || !isUsable(later.status)) return false;
  return earlier.status === 'none' || !isUsable(earlier.status) || later.authorizedAt > earlier.authorizedAt;
}
