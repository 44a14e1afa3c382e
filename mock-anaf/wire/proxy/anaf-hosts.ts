import type { DoorName } from '../http/mock-request.ts';

/** ANAF's hosts that the mock stands for, and the door that answers in their place. */
export const anafHosts: Readonly<Record<string, DoorName>> = {
  'logincert.anaf.ro': 'login',
  'login.anaf.ro': 'login',
  'api.anaf.ro': 'api',
  'webserviceapl.anaf.ro': 'apiCertificate',
  'webservicesp.anaf.ro': 'apiPublic',
};
