import type { HttpAnswer } from '../../../wire/http/answer.ts';
import type { MockRequest } from '../../../wire/http/mock-request.ts';
import type { Caller } from './caller.ts';

/**
 * One of ANAF's API hosts, which differ in how they identify the caller. Documented: `api.anaf.ro` by an access token,
 * `webserviceapl.anaf.ro` by a client certificate; `webservicesp.anaf.ro` answers everybody.
 *
 * `Known` is `Caller` if the host identifies the caller of every admitted call, `undefined` if it identifies nobody.
 */
export interface ApiHost<Known extends Caller | undefined> {
  readonly identify: (request: MockRequest) => Promise<Identification<Known>>;
  /** The host's answer to a caller that it could not identify. The reason goes to the journal only. */
  readonly refuse: (reason: string) => HttpAnswer;
}

/**
 * The result of identifying a caller. `refusal` is the reason for the journal; `connection-closed`: the client closed the
 * connection instead of presenting a certificate.
 */
export type Identification<Known extends Caller | undefined> =
  | { readonly caller: Known }
  | { readonly refusal: string }
  | 'connection-closed';
