import type { AuthorizationAnswer, ConnectedAuthorization } from '../contract/authorization.ts';

/** 24 November 2026, 09:12 in Romania. */
const now = 1_795_504_320;
const day = 86_400;

/** An authorization a few minutes old, renewed by itself for a year. */
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

/** A company that is not authorized, at a backend that can do everything, for a person who may do everything. */
export const exampleAnswer: AuthorizationAnswer = {
  now,
  company: { name: 'Exemplu SRL', taxId: '12345674' },
  application: { name: 'FacturaApp', services: ['e-factura'], supportEmail: 'ajutor@facturaapp.example' },
  capabilities: ['verify', 'disconnect', 'redirect'],
  permissions: ['view', 'authorize', 'invite', 'disconnect'],
  authorization: { status: 'none' },
};
