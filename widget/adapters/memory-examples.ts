import type { AuthorizationAnswer, ConnectedAuthorization } from '../contract/authorization.ts';

/** The clock of the examples: 24 November 2026, 09:12 in Romania. */
const now = 1_795_504_320;
const day = 86_400;

/** An active authorization of this minute, which the backend renews for a year. */
export const exampleConnection: ConnectedAuthorization = {
  status: 'active',
  accessExpiresAt: now + 90 * day,
  reauthorizeBy: now + 365 * day,
  authorizedAt: now,
  authorizedBy: 'Maria Popescu',
  via: 'certificate',
  certificate: { issuer: 'certSIGN Qualified 2023 RSA CA', serial: '5A3F 09C1 77E2' },
  rights: { verdict: 'granted', checkedAt: now },
  renewal: {},
};

/** The answer for a company that is not authorized, with all capabilities and permissions. */
export const exampleAnswer: AuthorizationAnswer = {
  now,
  company: { name: 'Exemplu SRL', taxId: '12345674' },
  application: { name: 'FacturaApp', services: ['e-factura'], supportEmail: 'ajutor@facturaapp.example' },
  capabilities: ['verify', 'disconnect', 'redirect'],
  permissions: ['view', 'authorize', 'invite', 'disconnect'],
  authorization: { status: 'none' },
};
