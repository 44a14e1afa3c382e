import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie } from 'cookie';

/** Names of the listeners ("doors") of a mock. All of them share one state. */
export const doorNames = [
  ...(['login', 'loginAtHandshake', 'picker'] as const),
  ...(['api', 'apiPlain', 'apiCertificate', 'apiPublic'] as const),
  'admin',
] as const;
/** One of `doorNames`. */
export type DoorName = (typeof doorNames)[number];

/** A certificate that a client presented in TLS. It has not been checked yet. */
export interface PresentedCertificate {
  readonly der: Uint8Array;
}

/** A client's response to a certificate request. `undefined`: it sent none. `hung-up`: it closed the connection instead. */
export type Presentation = PresentedCertificate | 'hung-up' | undefined;

/** A request as handlers see it: completely read, and independent of its socket. */
export interface MockRequest {
  readonly door: DoorName;
  readonly method: string;
  /** Without the query; percent-encoding is kept. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it was sent, without `?`. Characters that are not allowed in a header are percent-encoded. */
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body exceeded the limit of the door. `body` is empty in this case. */
  readonly isBodyTooLong: boolean;
  readonly isSecure: boolean;
  /** Origin of this door, for answers that contain their own address, e.g. `https://127.0.0.1:8443`. */
  readonly origin: string;
  /**
   * Returns the client's certificate. Depending on the door it was presented in the handshake, or is requested now by renegotiation.
   * @param isRequired for a renegotiation: whether TLS itself refuses a client without a certificate, with an alert. Default: `false`
   */
  presentCertificate(isRequired?: boolean): Promise<Presentation>;
}

/** The value of a query parameter with its percent-encoding; `undefined` if it is absent. */
export function rawParameter({ rawQuery }: Pick<MockRequest, 'rawQuery'>, name: string): string | undefined {
  const pairs = rawQuery.split('&');
  const pair = pairs.find((one) => new URLSearchParams(one).has(name));
  if (pair === undefined) return undefined;
  const valueStart = pair.indexOf('=');
  return valueStart < 0 ? '' : pair.slice(valueStart + 1);
}

/**
 * Whether a body is a form. The content type alone is not reliable: curl and urllib set it on any body, for example an invoice.
 */
export function isForm({ headers, body }: Pick<MockRequest, 'headers' | 'body'>): boolean {
  if (!/^application\/x-www-form-urlencoded *(;|$)/i.test(headers['content-type'] ?? '')) return false;
  return /^[\w.%+[\]-]+=/.test(body.toString('latin1', 0, 200));
}

/** Fields of an `application/x-www-form-urlencoded` body. */
export function formOf(request: MockRequest): URLSearchParams {
  return new URLSearchParams(request.body.toString('utf8'));
}

/** The value of a cookie; `undefined` if the request has no such cookie. */
export function cookieOf({ headers }: Pick<MockRequest, 'headers'>, name: string): string | undefined {
  return parseCookie(headers.cookie ?? '')[name];
}
