import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { isSameSecret } from '../../../wire/http/same-secret.ts';
import { AdminError } from './admin-error.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses requests from web pages of other origins, because a page that is open on this machine must not control the mock. Without an
 * admin token, the port answers only to loopback names, because a page could reach it by its own host name (DNS rebinding). With a
 * token, no page can send a valid request, so any name is accepted.
 */
export function refuseForeignOrigin({ headers }: MockRequest, adminToken: string | undefined): void {
  const host = headers.host?.replace(/:\d+$/, '');
  if (adminToken === undefined && host !== undefined && !loopbackNames.includes(host)) {
    throw new AdminError('foreign-origin', 'without an admin token the port answers only to names of this machine');
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    throw new AdminError('foreign-origin', 'the admin port does not answer pages of another origin');
  }
}

/** Refuses a request without the admin token. @param adminToken `undefined`: no token is required */
export function refuseUnauthorized({ headers }: MockRequest, adminToken: string | undefined): void {
  if (adminToken === undefined) return;
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined && isSameSecret(given, adminToken)) return;
  const problem = given === undefined ? 'is missing' : 'has the wrong token';
  throw new AdminError(
    'unauthorized',
    `"Authorization: Bearer <admin token>" ${problem}; the mock was started with an admin token`,
  );
}
