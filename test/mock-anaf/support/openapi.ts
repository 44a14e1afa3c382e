import { type AdminParts, adminRoutes } from 'mock-anaf/internal/control/admin/admin-routes.ts';
import type { AdminRoute } from 'mock-anaf/internal/control/admin/operation/operation-routes.ts';

/** All routes of the admin port. They cannot answer requests, because there is no mock behind them. */
export const routes: readonly AdminRoute[] = adminRoutes({} as AdminParts, {
  urls: () => ({}),
  reset: () => undefined,
  instances: undefined,
});
