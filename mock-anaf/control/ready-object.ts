import type { Client } from '../engine/state/mock-state.ts';
import type { MockAnaf } from './mock-anaf.ts';

/** Addresses and applications of a running mock, as one JSON object for other programs. */
export interface ReadyObject {
  readonly loginUrl: string;
  readonly loginAtHandshakeUrl: string;
  /** `null` without the picker. */
  readonly pickerUrl: string | null;
  readonly apiUrl: string;
  readonly apiPlainUrl: string;
  readonly apiCertificateUrl: string;
  readonly apiPublicUrl: string;
  readonly adminUrl: string;
  /** `null` without the proxy. */
  readonly proxyUrl: string | null;
  readonly clients: readonly Client[];
}

/** Makes the JSON object that `--json` and the operations on instances return. */
export function readyObject({ urls, clients }: Pick<MockAnaf, 'urls' | 'clients'>): ReadyObject {
  return {
    loginUrl: urls.login,
    loginAtHandshakeUrl: urls.loginAtHandshake,
    pickerUrl: urls.picker ?? null,
    apiUrl: urls.api,
    apiPlainUrl: urls.apiPlain,
    apiCertificateUrl: urls.apiCertificate,
    apiPublicUrl: urls.apiPublic,
    adminUrl: urls.admin,
    proxyUrl: urls.proxy ?? null,
    clients,
  };
}
