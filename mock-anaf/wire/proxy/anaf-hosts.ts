import type { DoorName } from '../http/mock-request.ts';

/** ANAF's host names that the mock replaces, each with the door that serves it. */
export const anafHosts: Readonly<Record<string, DoorName>> = {
  'logincert.anaf.ro': 'login',
  'login.anaf.ro': 'login',
  'api.anaf.ro': 'api',
  'webserviceapl.anaf.ro': 'apiCertificate',
  'webservicesp.anaf.ro': 'apiPublic',
};
