import type { IncomingHttpHeaders } from 'node:http';
import { parseCookie } from 'cookie';

/** The ways in. All of them share one state. */
export const doorNames = [
  ...(['login', 'loginAtHandshake', 'picker'] as const),
  ...(['api', 'apiPlain', 'apiCertificate', 'apiPublic'] as const),
  'admin',
] as const;
export type DoorName = (typeof doorNames)[number];

/** What a client presented in TLS, before anybody judged it. */
export interface PresentedCertificate {
  readonly der: Uint8Array;
}

/** What came of asking a client. `undefined`: it has none or sends none. `hung-up`: it dropped the connection instead of answering. */
export type Presentation = PresentedCertificate | 'hung-up' | undefined;

/** A request as the routes see it: read to its end, with nothing of the socket in it. */
export interface MockRequest {
  readonly door: DoorName;
  readonly method: string;
  /** Without the query, percent-encoding untouched. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it came, without `?`; what no header may carry is percent-encoded. */
  readonly rawQuery: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body was longer than the door reads; `body` is empty then. */
  readonly isBodyTooLong: boolean;
  readonly isSecure: boolean;
  /** Where this door is reached, for answers that name themselves, e.g. `https://127.0.0.1:8443`. */
  readonly origin: string;
  /**
   * Asks the client for its certificate as this door does: again in the middle of the connection, or by what was sent at
   * the handshake.
   * @param isRequired in the middle of the connection: whoever has none is refused by TLS itself, with an alert
   */
  presentCertificate(isRequired?: boolean): Promise<Presentation>;
}

/** The value of a parameter as it stands in the query, percent-encoding untouched. */
export function rawParameter({ rawQuery }: Pick<MockRequest, 'rawQuery'>, name: string): string | undefined {
  const pairs = rawQuery.split('&');
  const pair = pairs.find((one) => new URLSearchParams(one).has(name));
  if (pair === undefined) return undefined;
  const valueStart = pair.indexOf('=');
  return valueStart < 0 ? '' : pair.slice(valueStart + 1);
}

/**
 * Whether a body is a form. Its type alone does not say so: curl and urllib give it to whatever they send, an invoice for example.
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
