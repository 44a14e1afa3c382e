import type { RequestHandler } from 'express';
import { type HostKey, hostKeyId } from '../../sessions/host-keys.ts';
import { bearerToken } from './bearer-token.ts';
import { HttpProblem } from './problem.ts';

/**
 * Lets only requests with a host key pass. Requests from browsers are refused even with one, because a key in a page
 * could be read by everybody.
 */
export function requireHostKey(hostKeys: readonly HostKey[]): RequestHandler {
  return (request, _response, next) => {
    if (request.get('origin') !== undefined) {
      throw new HttpProblem('origin-refused', { detail: 'Host keys must not be used in a browser.' });
    }
    const presented = bearerToken(request.get('authorization'));
    if (presented === undefined || !hostKeyId(hostKeys, presented)) throw new HttpProblem('host-key-refused');
    next();
  };
}
