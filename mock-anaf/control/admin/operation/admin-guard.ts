import type { MockRequest } from '../../../wire/http/mock-request.ts';
import { isSameSecret } from '../../../wire/http/same-secret.ts';
import { AdminError } from './admin-error.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Refuses requests of web pages of other origins: a page that happens to be open on this machine must not control the mock.
 * Without an admin token the port also answers only to loopback names, because a page could reach it by its own host name (DNS
 * rebinding). With a token no page can send a valid request, so the port may have any name.
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

/** @param adminToken the token that every request must carry; `undefined`: none is needed */
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
