import type { MockRequest } from '../../wire/http/mock-request.ts';
import { isSameSecret } from '../../wire/http/same-secret.ts';
import { AdminError } from './admin-error.ts';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * A web page that happens to be open on this machine must not steer the mock, nor read it by a name of its own (DNS rebinding).
 * Where a token is asked for no page can have it, and the port may be reached by any name.
 */
export function refuseForeignOrigin({ headers }: MockRequest, adminToken: string | undefined): void {
  const host = headers.host?.replace(/:\d+$/, '');
  if (adminToken === undefined && host !== undefined && !loopbackNames.includes(host)) {
    throw new AdminError(403, 'foreign-origin', 'the admin port answers to names of this machine only');
  }
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) {
    throw new AdminError(403, 'foreign-origin', 'the admin port answers no page of another origin');
  }
}

/** @param adminToken the one that is asked for; `undefined`: none */
export function refuseUnauthorized({ headers }: MockRequest, adminToken: string | undefined): void {
  if (adminToken === undefined) return;
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (given !== undefined && isSameSecret(given, adminToken)) return;
  const what = given === undefined ? 'is needed' : 'holds another token';
  throw new AdminError(
    401,
    'unauthorized',
    `"Authorization: Bearer <admin token>" ${what}; the mock was started with one`,
  );
}
