import type { SpvBackend } from 'spv-authorize-backend';
import type { InvoiceStore } from '../invoices/invoice-store.ts';
import type { Tenant } from '../invoices/seed.ts';

/** Everything that the site needs from outside. */
export interface SiteOptions {
  readonly backend: SpvBackend;
  /** Where browsers reach the backend's router; may be a path of this site. */
  readonly backendUrl: string;
  /** Mounts the backend's router at this path, so that site and backend share one origin. Default: not mounted. */
  readonly mountAt?: string;
  /** This site's own origin. */
  readonly origin: string;
  /** The firms of the account, at least one. */
  readonly tenants: readonly Tenant[];
  readonly invoices: InvoiceStore;
  /** Whose certificate plays the accountant's part at mock ANAF, by the name that the picker shows. */
  readonly accountantName: string;
  /** Folder that `buildScripts` wrote. */
  readonly scriptsFolder: string;
  /** Receives the error behind a page that says that something went wrong. */
  readonly reportError: (...details: unknown[]) => void;
  /** Epoch seconds. */
  readonly now: () => number;
}
