import type { RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

/**
 * Allows pages of the allowed origins to call the API. Credentials are never allowed: the API reads the session from a
 * header and uses no cookies, so another site cannot act in the name of its visitor.
 */
export function cors(allowedOrigins: ReadonlySet<string>): RequestHandler {
  return (request, response, next) => {
    response.vary('Origin');
    const origin = request.get('origin');
    if (origin === undefined) return next();
    if (!allowedOrigins.has(origin)) throw new HttpProblem('origin-refused');
    response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': 'Retry-After' });
    if (request.method !== 'OPTIONS') return next();
    response
      .set({
        'Access-Control-Allow-Methods': 'GET, POST, DELETE',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type',
        'Access-Control-Max-Age': '600',
      })
      .sendStatus(204);
  };
}
